// How an operation has answered so far, and what follows for the calls to come.
import type { Operation } from '../../spec/index.ts';
import { CannotJudge } from '../cannot-judge.ts';
import type { Request } from './exchange.ts';

/** An operation that has left so many calls, each made twice, without a complete reply is asked no more: each costs the whole timeout. */
const SILENCES = 1;
/** An operation that has answered so many calls with what cannot be read is asked for lists no more. */
const UNREADABLE = 4;
/** After so many calls that were answered when they were asked again, trouble is taken to pass. */
const RECOVERED = 3;
/** Milliseconds that an operation may keep its first caller waiting, beyond the first wait. */
const PATIENCE = 60_000;

/** What is known of one operation. */
export type Standing = {
  sent: number;
  broken: number;
  failed: number;
  /** Calls that were answered when they were asked again. */
  recovered: number;
  silences: number;
  unreadable: number;
  waited: number;
  /** Whether any call was answered, and any otherwise than by 429. */
  answered: boolean;
  through: boolean;
};

export function newStanding(): Standing {
  return {
    sent: 0,
    broken: 0,
    failed: 0,
    recovered: 0,
    silences: 0,
    unreadable: 0,
    waited: 0,
    answered: false,
    through: false,
  };
}

/** Whether a call is not worth its wait: what must be refused may be answered all the same. */
export function isAskedNoMore({ expect }: Request, { silences, unreadable }: Standing): boolean {
  return silences >= SILENCES || (unreadable >= UNREADABLE && expect !== 'refusal');
}

/** Why the operation is asked no more; undefined where it is. */
export function whySilenced({ silences, unreadable }: Standing): string | undefined {
  if (silences >= SILENCES) return 'the list left calls without a complete reply in time';
  return unreadable >= UNREADABLE ? 'the replies were larger than is read' : undefined;
}

/** Whether asking again has helped so often that it is worth to ask once more. */
export function troublePasses({ recovered }: Standing): boolean {
  return recovered >= RECOVERED;
}

/** Throws CannotJudge where an operation has answered every call with 429 and would be waited for beyond all patience. */
export function giveUpWhereNothingGetsThrough(
  { id }: Operation,
  { through, waited }: Standing,
  wait: number | undefined,
): void {
  if (through || (wait !== undefined && (waited === 0 || waited + wait <= PATIENCE))) return;
  throw new CannotJudge(
    `${id} answers every call with 429 (too many requests), though its limit was waited out for ${Math.round(waited / 1000)} s. ` +
      'Try again when the limit is over, or ask slower with --rate.',
  );
}
