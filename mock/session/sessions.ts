// All sessions of a mock, by name: made when they are first asked for, forgotten when nobody asks any more.
import type { KeptAnswers } from '../answer/kept-answers.ts';
import { createSession, forkState, heldState, type Session, type State } from './session.ts';

export type Sessions = {
  /** The session of this name; that without a name where none is given. Undefined where there are too many. */
  readonly of: (name: string | undefined) => Session | undefined;
  readonly find: (name: string) => Session | undefined;
  /** Drops a session; the one without a name begins anew instead. */
  readonly drop: (name: string) => boolean;
  /** The names, the oldest first. */
  readonly names: () => readonly string[];
  /** The state in which sessions begin. */
  readonly initial: () => State;
};

/** How many sessions there may be, and how long one is kept that nobody uses. */
export type SessionBounds = {
  /** @default 10000 */
  readonly most?: number;
  /** Milliseconds. @default 1800000, half an hour */
  readonly idle?: number;
};

/** The name of a session: a header must be able to carry it. */
export const SESSION_NAME = /^[\x21-\x7e]{1,200}$/;

/** Why a call is not made in a session. */
export const NO_SESSION = {
  name: 'X-Mock-Session must be 1 to 200 visible ASCII characters.',
  tooMany: 'There are too many sessions. Drop those that are not needed any more.',
} as const;

const HALF_HOUR = 1_800_000;

/** Sessions that begin in this state. `elapsed` is real time. */
export function createSessions(
  beginning: State,
  kept: KeptAnswers,
  { most = 10_000, idle = HALF_HOUR }: SessionBounds = {},
  elapsed: () => number = () => performance.now(),
): Sessions {
  const initial = heldState(beginning);
  const begin = (name: string) => createSession(name, forkState(initial), kept, elapsed());
  const unnamed = begin('');
  const named = new Map<string, Session>();
  // The map is in the order of use, so that whoever has been idle for longest comes first.
  const forgetIdle = (now: number): void => {
    for (const [name, session] of named) {
      if (now - session.usedAt <= idle) return;
      named.delete(name);
    }
  };
  return {
    of: (name) => {
      if (name === undefined || name === '') return unnamed;
      const now = elapsed();
      const known = named.get(name);
      if (known === undefined) {
        forgetIdle(now);
        if (named.size >= most) return undefined;
      }
      const session = known ?? begin(name);
      session.usedAt = now;
      named.delete(name);
      named.set(name, session);
      return session;
    },
    find: (name) => (name === '' ? unnamed : named.get(name)),
    drop: (name) => {
      if (name !== '') return named.delete(name);
      unnamed.state = forkState(initial);
      unnamed.journal.clear();
      unnamed.snapshots.clear();
      return true;
    },
    names: () => [...named.keys()],
    initial: () => initial,
  };
}
