// Runs one check on one operation, and derives the verdict.
import { type Contract, memberOf, type Operation } from '../spec/index.ts';
import { CannotJudge } from './cannot-judge.ts';
import type { Check, Outcome } from './checks/check.ts';
import { MOVING } from './checks/filters/filter-gaps.ts';
import { gather } from './evidence/evidence.ts';
import type { Client } from './http/client.ts';
import type { Keyring } from './http/credentials.ts';
import { askFor } from './preflight.ts';
import { type Finding, groupFlaws } from './verdict/finding.ts';
import { clausesHeld, type Result } from './verdict/report.ts';
import type { Context } from './walk/context.ts';
import { describe } from './walk/filter-arguments.ts';
import { narrowedTo, type Snapshot } from './walk/list-snapshot.ts';

/** One check on one operation, and what it needs; `context` is missing where the operation cannot be read. */
type Run = {
  readonly check: Check;
  readonly operation: Operation;
  readonly context: Context | undefined;
  readonly client: Client;
  readonly contract: Contract;
  readonly keyring: Keyring;
};

export async function runCheck({ check, operation, context, client, contract, keyring }: Run): Promise<Result> {
  const before = client.sent();
  const started = client.clock.now();
  const base = {
    check: check.id,
    title: check.title,
    operation: operation.id,
    clauses: clausesHeld(check.id, operation, contract.register),
  };
  const blank = { ...base, message: '', findings: [], requests: 0, durationMs: 0 };
  if (!check.applies(operation)) return { ...blank, verdict: 'NOT_APPLICABLE' };
  if (context === undefined) return { ...blank, verdict: 'NOT_EXERCISED', reason: askFor([operation], keyring) };
  const cost = () => ({ requests: client.sent() - before, durationMs: Math.round(client.clock.now() - started) });
  let outcome: Outcome;
  let findings: Finding[];
  let reason: string;
  try {
    const evidence = await gather(context, check);
    outcome = 'judge' in check ? check.judge(evidence) : await check.ask(context, evidence);
    for (const text of outcome.observations ?? []) context.observe(text);
    findings = groupFlaws(outcome.flaws, contract.register);
    reason = await reasonOf(outcome, context);
  } catch (error) {
    if (error instanceof CannotJudge) throw error;
    return {
      ...blank,
      verdict: 'ERROR',
      reason: `The judge itself broke: ${error instanceof Error ? error.stack : String(error)}`,
      ...cost(),
    };
  }
  const { message, exercised } = outcome;
  const verdict = findings.some(({ level }) => level === 'must')
    ? 'FAIL'
    : findings.length > 0
      ? 'WARN'
      : reason !== ''
        ? 'NOT_EXERCISED'
        : 'PASS';
  const tested = exercised === undefined ? {} : { exercised };
  return { ...base, ...(reason === '' ? {} : { reason }), ...tested, verdict, message, findings, ...cost() };
}

/** What could not be tried, and why; empty where nothing is missing. */
async function reasonOf({ gaps: told, exercised }: Outcome, context: Context): Promise<string> {
  const { rows, complete } = await context.snapshot();
  const { list } = context.operation;
  // What looks at replies alone tells what it has exercised; all else needs rows that one can tell apart.
  const isSeen = rows.some((row) => memberOf(row, list.key) !== undefined) || (rows.length === 0 && complete);
  const gaps = exercised === undefined && !isSeen ? [...told, `needs rows that show ${list.key}`] : told;
  if (gaps.length === 0) return '';
  // More requests would not make rows stand still.
  if (gaps.every((gap) => gap === MOVING)) return MOVING;
  return limits(await context.snapshot(), context.client) + [...new Set(gaps)].join('; ');
}

/** What kept the judge from seeing the whole list, before what is missing in what it saw. */
function limits(snapshot: Snapshot, client: Client): string {
  const narrowed = narrowedTo(snapshot);
  if (client.left() <= 0) {
    const what = snapshot.walk.stop === 'budget' ? 'the list could not be read to its end' : 'not all could be asked';
    return `${what} with so few requests, raise --max-requests: `;
  }
  if (narrowed.length === 0) return '';
  return `within ${describe(narrowed)}, to which the list was narrowed to stay inside --max-requests: `;
}
