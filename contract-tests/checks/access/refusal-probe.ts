// A call that must be refused, and whether it was refused as documented.
import { at, type Refusal, type Situation, strictest } from '../../../spec/index.ts';
import type { Exchange, Shown } from '../../http/exchange.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { readPage } from '../../walk/page.ts';
import { namesRows, refusalQueries } from './refusal-queries.ts';

/** One call that must be refused. */
export type RefusalProbe = {
  readonly situation: Situation;
  /** What is wrong with the call, for messages: `without a credential`. */
  readonly manner: string;
  readonly credential: Shown;
  /** Values of tenant parameters in place of the caller's own. */
  readonly tenants?: Readonly<Record<string, string>>;
  /** What the standard depth asks: the bare list, with every parameter that the list has answered, or with identifiers of rows. @default 'full' */
  readonly briefly?: 'bare' | 'full' | 'naming';
  /** Clauses that a call breaks which is answered as if nothing were wrong. */
  readonly breach: readonly string[];
};

/** What came of a call that must be refused. */
type Probed = {
  readonly flaws: readonly Flaw[];
  /** Why something could not be seen. */
  readonly gaps: readonly string[];
  /** The clauses that an answer put to the test and kept. */
  readonly exercised: readonly string[];
};

/** Sends the call, in as many ways as the depth asks. No answer, and one that breaks, says nothing about who may call. */
export async function probeRefusal(context: Context, probe: RefusalProbe): Promise<Probed> {
  const { operation, client } = context;
  const { credential, briefly = 'full' } = probe;
  const tenants = { ...context.tenants, ...probe.tenants };
  const elsewhere = probe.tenants !== undefined;
  const refusal = operation.refusals[probe.situation];
  if (refusal === undefined) return { flaws: [], gaps: [], exercised: [] };
  const flaws: Flaw[] = [];
  const gaps: string[] = [];
  let kept = 0;
  for (const query of await refusalQueries(context, { manner: probe.manner, briefly, elsewhere })) {
    const exchange = await client.send({ operation, query, credential, tenants, expect: 'refusal' });
    if (exchange === undefined) {
      gaps.push('the budget of requests was spent, or the server stopped answering');
      break;
    }
    if (exchange.status === 0 || exchange.status >= 500) {
      gaps.push(`a call ${probe.manner} was answered with ${exchange.status === 0 ? 'nothing' : exchange.status}`);
      continue;
    }
    // Beside this tenant's identifiers another tenant may refuse in its own way, as long as it shows nothing.
    const open = elsewhere && namesRows(operation, query) && exchange.status >= 400;
    const found = judgeRefusal(context, probe, refusal, exchange);
    if (!open) flaws.push(...found);
    if (found.length === 0) kept += 1;
  }
  return { flaws, gaps, exercised: kept === 0 ? [] : [...refusal.clauses, ...probe.breach] };
}

function judgeRefusal(context: Context, probe: RefusalProbe, refusal: Refusal, exchange: Exchange): Flaw[] {
  const { manner } = probe;
  const { operation } = context;
  const flaw = (
    message: string,
    clauses: readonly string[],
    level: Flaw['level'],
    expected: string,
    received: string,
  ): Flaw => ({
    subject: probe.situation,
    clauses,
    level,
    message,
    expected,
    received,
    exchanges: [exchange],
  });
  // Whether a key that is not where it is looked for is missing or wrong is for the deployment to say.
  const twin = probe.situation === 'wrong-credential' ? operation.refusals['no-credential'] : undefined;
  const codes = [refusal.code, ...refusal.accept, twin?.status === refusal.status ? twin.code : undefined].filter(
    (code) => code !== undefined,
  );
  const due = `status ${refusal.status}${codes.length === 0 ? '' : ` with code ${codes.join(' or ')}`}`;
  const hidden = at(exchange.body, operation.list.items);
  if (exchange.status >= 300 && Array.isArray(hidden) && hidden.length > 0)
    return [
      flaw(`a call ${manner} is refused, and shows rows`, probe.breach, 'must', 'no row', `${hidden.length} rows`),
    ];
  if (exchange.status >= 200 && exchange.status < 300) {
    const rows = readPage(exchange).rows.length;
    // An empty list of a tenant that does not exist shows nothing: as bad as the documentation says.
    const shows = !probe.situation.endsWith('-tenant') || rows > 0;
    const level = shows ? 'must' : strictest(context.register, refusal.clauses, 'should');
    return [
      flaw(`a call ${manner} is served`, probe.breach, level, due, `status ${exchange.status} with ${rows} rows`),
    ];
  }
  const level = strictest(context.register, refusal.clauses, 'should');
  if (exchange.status !== refusal.status && exchange.status !== twin?.status) {
    return [
      flaw(`a call ${manner} is refused with another status`, refusal.clauses, level, due, `status ${exchange.status}`),
    ];
  }
  const place = operation.error.code;
  const code = place === undefined ? undefined : at(exchange.body, place);
  if (place === undefined || codes.some((accepted) => accepted === code)) return [];
  return [flaw(`a call ${manner} is refused with another code`, refusal.clauses, level, due, `code ${shown(code)}`)];
}
