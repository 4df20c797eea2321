// One caller's private view of a world: rows, clock, counters, faults, journal. It shares with the others whatever it
// has not changed, so that beginning it, and going back, cost the same at any size.
import { actionsOf, type RowSource } from '../../fixtures/index.ts';
import type { Contract } from '../../spec/index.ts';
import type { KeptAnswers } from '../answer/kept-answers.ts';
import type { Fault } from '../faults/fault.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import { actOnRow, type Changing, type Left } from '../state/change-rows.ts';
import type { Made } from '../state/create-row.ts';
import { type Lists, listsOf } from '../state/list-state.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { RateCounter } from './rate-counter.ts';

/** The rows of each list, by its name. */
export type Stores = Readonly<Record<string, Store>>;

/** Something that will happen when the clock comes to it. */
type Scheduled = {
  readonly at: number;
  readonly list: string;
  readonly key: string;
  readonly action: string;
  readonly given: Readonly<Record<string, unknown>>;
};

/** Everything of a session that can be put back. */
export type State = {
  readonly stores: Stores;
  readonly sources: Readonly<Record<string, RowSource>>;
  readonly clock: Clock;
  readonly rates: RateCounter;
  readonly tier: string | undefined;
  readonly faults: Fault[];
  readonly left: Left[];
  /** How many rows of each list were made. */
  readonly made: Made;
  readonly scheduled: Scheduled[];
  /** The world that it began with. */
  readonly scenario: string;
  readonly seed: number;
};

/** The same rows for somebody else. */
export function forkStores(stores: Stores): Stores {
  return Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, store.fork()]));
}

/** The same state for somebody else: what one changes, the other does not see. */
export function forkState(state: State): State {
  return {
    ...state,
    stores: forkStores(state.stores),
    clock: state.clock.fork(),
    rates: state.rates.fork(),
    faults: state.faults.map((fault) => ({ ...fault })),
    left: [...state.left],
    made: new Map(state.made),
    scheduled: [...state.scheduled],
  };
}

/** The state as it is now, for later: time does not pass in it. */
export function heldState(state: State): State {
  return { ...forkState(state), clock: state.clock.held() };
}

export type Session = {
  readonly name: string;
  readonly kept: KeptAnswers;
  readonly journal: Journal;
  readonly snapshots: Map<string, State>;
  /** What it is now. */
  state: State;
  /** When it was last asked for anything, in real milliseconds. */
  usedAt: number;
};

/** A session in this state. */
export function createSession(name: string, state: State, kept: KeptAnswers, usedAt: number): Session {
  return { name, kept, journal: createJournal(), snapshots: new Map(), state, usedAt };
}

/** The lists of a session as they are now. */
export function listsIn({ state }: Session, { operations }: Contract): Lists {
  return listsOf(
    operations.flatMap((operation) => {
      const { name, resource } = operation.list;
      const [store, source] = [state.stores[name], state.sources[name]];
      if (store === undefined || source === undefined) return [];
      return [{ operation, store, source, actions: actionsOf(operation.api, resource) }];
    }),
  );
}

/** What changes to this session are made to, now. */
export function changingOf(session: Session, contract: Contract): Changing {
  return {
    lists: listsIn(session, contract),
    now: session.state.clock.now(),
    left: session.state.left,
    made: session.state.made,
  };
}

/** Lets everything happen that the clock has come to. What has become impossible meanwhile is left out. */
export function settle(session: Session, contract: Contract): void {
  const { clock, scheduled } = session.state;
  const now = clock.now();
  while (scheduled[0] !== undefined && scheduled[0].at <= now) {
    const [due] = scheduled.splice(0, 1);
    if (due === undefined) return;
    try {
      actOnRow({ ...changingOf(session, contract), now: due.at }, due.list, due.key, due.action, due.given);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'StateError') throw error;
    }
  }
}
