// Counts the calls of each key, and refuses those above the limit, as the document says it.
import { type ContractDocument, callsOf, type Operation, withValue } from '../../spec/index.ts';
import type { RateCounter } from '../session/rate-counter.ts';
import { type Failure, refusal } from './failure.ts';
import type { JsonBody } from './json-body.ts';

/** What a counted call comes to: the refusal, or what a list says of the calls that are left. */
export type Counted = { readonly refused: Failure } | { readonly tell: (body: JsonBody) => JsonBody };

/** Counts a call with this key; undefined where nothing is counted. */
export function countCall(
  document: ContractDocument,
  operation: Operation,
  key: string,
  { counter, tier, now }: { readonly counter: RateCounter; readonly tier: string | undefined; readonly now: number },
): Counted | undefined {
  const limit = document.rateLimit;
  const calls = limit === undefined || tier === undefined ? undefined : callsOf(limit, tier);
  if (limit === undefined || calls === undefined) return undefined;
  const { allowed, remaining, seconds } = counter.count(`${document.api} ${key}`, calls, limit.window, now);
  if (!allowed) return { refused: tooManyCalls(operation, seconds) };
  const place = limit.remaining;
  return { tell: (body) => (place === undefined ? body : body.with(place, remaining)) };
}

/** The documented refusal, saying how long to wait wherever the document says that it does. */
export function tooManyCalls(operation: Operation, seconds: number): Failure {
  const failure = refusal(operation, 'rate-limited');
  const told = operation.retryAfter;
  const headers = operation.reply(failure.status)?.headers ?? [];
  const header = headers.find(({ name }) => name.toLowerCase() === 'retry-after');
  const message =
    told?.pointer === operation.error.message ? withSeconds(failure.message, seconds, told?.pattern) : failure.message;
  const least =
    told === undefined || told.pointer === operation.error.message
      ? failure.least
      : withValue(structuredClone(failure.least ?? {}), told.pointer, seconds);
  return {
    ...failure,
    message,
    least,
    ...(header === undefined ? {} : { headers: { [header.name]: String(seconds) } }),
  };
}

/** The text with the seconds in place of those that it names. */
function withSeconds(text: string, seconds: number, pattern = '(\\d+)'): string {
  const match = new RegExp(pattern, 'd').exec(text);
  const [start, end] = match?.indices?.[1] ?? [];
  if (start === undefined || end === undefined) return `${text} Retry after ${seconds} seconds.`;
  return text.slice(0, start) + seconds + text.slice(end);
}
