// A parameter that cannot have the value it was given is refused as documented; where nothing is documented, reported.
import type { Evidence } from '../../evidence/evidence.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { type InvalidAsking, invalidValues } from '../../plan/invalid-values.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { readPage } from '../../walk/page.ts';
import { type Check, cite, flawsAbout, type Scope } from '../check.ts';
import { maximumPageSize } from '../paging/maximum-page-size.ts';
import { codeIn, isCodeElsewhere } from './error-code.ts';

const id = 'invalid-parameters';

export const invalidParameters: Check = {
  id,
  title: 'An invalid parameter is refused as documented, and never breaks the server',
  applies: ({ refusals }) => refusals['invalid-parameter'] !== undefined,
  needs: ['invalid'],
  judge: (evidence) => {
    const { operation, invalid } = evidence;
    const documented = operation.refusals['invalid-parameter']?.observed === false;
    const calls = invalid.flatMap(({ exchange, ...asked }) =>
      exchange === undefined ? [] : [answerOf(evidence, asked, exchange, documented)],
    );
    const flaws = calls.flatMap((call) => call.flaws);
    const isKept = calls.some((call) => call.isKept);
    return {
      flaws,
      gaps:
        calls.length < invalid.length ? [evidence.whyUnsent] : gapsOf(evidence, documented, isKept || flaws.length > 0),
      message: `${calls.length} calls`,
      exercised: isKept ? cite(id, evidence) : [],
      observations: calls.flatMap(({ told }) => told ?? []),
    };
  },
};

/** What an answer comes to: a flaw, a statement that was kept, or something that is only told. */
function answerOf(scope: Scope, { values, beside }: InvalidAsking, exchange: Exchange, documented: boolean) {
  const pairs = [...values.map(({ name, value }) => [name, value]), ...beside];
  const asked = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  const isCertain = values.every(({ certain }) => certain);
  const flaws = [
    ...(documented ? flawsOf(scope, exchange, asked, isCertain) : []),
    ...tooLargeFlaws(scope, exchange, asked),
  ];
  const isAnswered = exchange.status > 0 && exchange.status < 500;
  const rows = isList(exchange) ? `, ${readPage(exchange).rows.length} rows` : '';
  return {
    flaws,
    isKept: isAnswered && flaws.length === 0 && (isCertain || !isList(exchange)),
    told: (documented && isCertain) || beside.length > 0 ? undefined : `${asked} → ${exchange.status}${rows}`,
  };
}

/** However a size is read that is none, no page is larger than the largest. */
function tooLargeFlaws(scope: Scope, exchange: Exchange, asked: string): Flaw[] {
  const { maximum } = scope.operation.list.size ?? {};
  const rows = isList(exchange) ? readPage(exchange).rows.length : 0;
  if (maximum === undefined || rows <= maximum) return [];
  const common = { subject: 'maximum page size', where: asked, exchanges: [exchange] };
  const flaw = flawsAbout(maximumPageSize.id, scope, common);
  return [
    flaw(
      `${asked} is answered with a page larger than the documented maximum`,
      `at most ${maximum} rows`,
      `${rows} rows`,
    ),
  ];
}

/** Why the statement was not put to the test. */
function gapsOf({ operation, snapshot }: Evidence, documented: boolean, isTold: boolean): readonly string[] {
  const values = invalidValues(operation, snapshot.rows);
  if (values.length > 0 && isTold) return [];
  const isOpen = documented && !values.some(({ certain }) => certain);
  // Where no value is invalid beyond doubt, what is served is not wrong; what is refused shows whether it is as documented.
  if (values.length === 0 || isOpen)
    return ['the documentation leaves open whether any value is invalid, and none was refused'];
  return documented ? ['no invalid value was answered'] : [];
}

function flawsOf(scope: Scope, exchange: Exchange, asked: string, certain: boolean): Flaw[] {
  const refusal = scope.operation.refusals['invalid-parameter'];
  if (refusal === undefined || exchange.status >= 500 || exchange.status === 0) return [];
  const due = `status ${refusal.status}${refusal.code === undefined ? '' : ` with code ${refusal.code}`}`;
  const flaw = flawsAbout(id, scope, { subject: 'invalid parameter', where: asked, exchanges: [exchange] });
  if (isList(exchange)) {
    const rows = readPage(exchange).rows.length;
    if (!certain) return [];
    // An empty list keeps the filter's meaning and hides the mistake; rows keep neither.
    const level = rows > 0 ? 'must' : 'should';
    return [flaw(`${asked} is answered with a list`, due, `status 200 with ${rows} rows`, { level })];
  }
  if (exchange.status !== refusal.status)
    return [flaw(`${asked} is refused with another status`, due, `status ${exchange.status}`)];
  const code = codeIn(scope.operation, exchange, refusal.code);
  const level = isCodeElsewhere(scope.operation, exchange, code) ? 'should' : 'must';
  return code === refusal.code
    ? []
    : [flaw(`${asked} is refused with another code`, due, `code ${shown(code)}`, { level })];
}
