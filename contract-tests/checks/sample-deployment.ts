// For tests: deployments that answer otherwise than the one behind them, and what one check says of one of their lists.
import { at, isRecord, type Operation, type Row, withValue } from '../../spec/index.ts';
import type { Clock } from '../http/clock.ts';
import { judge } from '../judge.ts';
import type { JudgeOptions } from '../judge-options.ts';
import type { Result } from '../verdict/report.ts';

/** A clock by which nothing is waited for before a call is made again. */
export const hasty: Clock = { now: () => performance.now(), sleep: async () => undefined };

/** Puts a deployment in front of another one. */
export type Change = (send: typeof fetch) => typeof fetch;

/** The deployment as it is. */
export const unchanged: Change = (send) => send;

/** Every call reaches the deployment as this makes it. */
export const asking =
  (change: (url: URL) => void): Change =>
  (send) =>
  (input, init) => {
    const url = new URL(String(input));
    change(url);
    return send(url, init);
  };

/** Every reply of status 200 comes with another body. */
export const replying =
  (change: (body: unknown, url: URL) => unknown): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    return reply.status === 200
      ? Response.json(change(await reply.json(), new URL(String(input))), { headers: reply.headers })
      : reply;
  };

/** The pages of one list hold other rows. */
export function listing({ path, list }: Operation, change: (rows: readonly Row[], url: URL) => readonly Row[]): Change {
  const end = path.slice(path.lastIndexOf('/'));
  return replying((body, url) => {
    const rows = at(body, list.items);
    if (!url.pathname.endsWith(end) || !Array.isArray(rows)) return body;
    return withValue(body, list.items, change(rows.filter(isRecord), url));
  });
}

type Judged = Omit<JudgeOptions, 'baseUrl' | 'operations' | 'contract'> & {
  readonly check: string;
  readonly operation: Operation;
};

/** What the check comes to in the one list of a mock; `only` names checks that run before it. */
export async function resultOf(
  mock: Required<Pick<JudgeOptions, 'contract' | 'credentials'>>,
  { check, operation, only = [], ...options }: Judged,
): Promise<Result> {
  const { contract, credentials } = mock;
  const { id, api } = operation;
  const report = await judge({
    ...{ contract, credentials, apis: [api], ...options },
    ...{ baseUrl: 'http://mock', operations: [id], only: [...only, check] },
  });
  const result = report.results.find((each) => each.check === check);
  if (result === undefined) throw new Error(`${check} did not run.`);
  return result;
}

/** The clauses that findings cite which are not the check's own; none where all is well. Throws where one cites nothing. */
export function strayClauses({ findings, clauses: held }: Result): readonly string[] {
  if (findings.length === 0) throw new Error('There is no finding.');
  return findings.flatMap(({ subject, clauses }) => {
    if (clauses.length === 0) throw new Error(`The finding about ${subject} cites no clause.`);
    return clauses.map(({ id }) => id).filter((id) => !held.includes(id));
  });
}

/** The one among these of which something is true; tests look for lists and filters by their meaning. */
export function theFirst<T>(all: readonly T[], isWanted: (each: T) => boolean): T {
  const found = all.find(isWanted);
  if (found === undefined) throw new Error(`There is none of the kind in ${JSON.stringify(all).slice(0, 2000)}.`);
  return found;
}
