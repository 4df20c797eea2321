// What is broken where a documented call is not answered with a list: what is said of the list, and of what the call asks or leaves out.
import type { Evidence } from '../../evidence/evidence.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { answerClauses, cite, clausesOn } from '../check.ts';
import { filterValues } from '../filters/filter-values.ts';
import { describeCauses, type RefusalCause, refusalCauses } from './refusal-cause.ts';
import { clausesOfBareCall } from './served-calls.ts';

export function refusedFlaw(checkId: string, evidence: Evidence, exchange: Exchange): Flaw {
  const causes = refusalCauses(exchange, evidence.exchanges);
  const isSeveral = causes.every(([first]) => first?.kind === 'several') && causes.length > 0;
  return {
    subject: subjectOf(causes),
    clauses: brokenBy(checkId, evidence, causes),
    level: 'must',
    message: `${describeCauses(causes)} ${isSeveral ? 'are' : 'is'} not answered with a list`,
    expected: 'status 200',
    received: `status ${exchange.status} ${shown(exchange.body)}`,
    exchanges: [exchange],
  };
}

/** The parameters that are asked in whatever the cause is. */
function subjectOf(causes: readonly RefusalCause[]): string {
  const asked = causes.map((cause) =>
    cause.flatMap(({ kind, parameter }) => (kind === 'absent' ? [] : parameter.name)),
  );
  return inAll(asked).join(' and ') || 'status';
}

/** What is broken whatever the cause is. */
function brokenBy(checkId: string, evidence: Evidence, causes: readonly RefusalCause[]): readonly string[] {
  const { operation } = evidence;
  const held = cite(checkId, evidence);
  const [[first, ...others] = [], ...further] = causes;
  const ofSeveral = first?.kind === 'several' ? clausesOn(filterValues.id, evidence, first.parameter.clauses) : [];
  if (others.length === 0 && further.length === 0 && ofSeveral.length > 0) return ofSeveral;
  const ofParts = causes.map((cause) =>
    cause.flatMap(({ kind, parameter }) =>
      kind === 'absent' ? clausesOfBareCall(operation, held) : parameter.clauses.filter((id) => held.includes(id)),
    ),
  );
  return [...new Set([...answerClauses(evidence), ...inAll(ofParts)])];
}

function inAll([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((each) => others.every((other) => other.includes(each)));
}
