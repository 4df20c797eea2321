// The control plane's part on worlds: sessions, snapshots, scenario, clock, rate limit.
import { type ScenarioName, scenarios } from '../../fixtures/index.ts';
import { didYouMean } from '../../spec/index.ts';
import type { Core } from '../core.ts';
import { beginWorld, checkTier } from '../session/begin-world.ts';
import { followTime } from '../session/follow-time.ts';
import { forkState, heldState, listsIn, type Session, settle } from '../session/session.ts';
import { controlDocument } from './document.ts';
import { ControlError, DONE, type Handlers, isoTime } from './handler.ts';

/** How many snapshots a session has at most. */
const MOST_SNAPSHOTS = 100;
/** Instants beyond these are no dates that every language reads. */
const [EARLIEST, LATEST] = [Date.parse('1970-01-01T00:00:00Z'), Date.parse('9999-01-01T00:00:00Z')];

type Names =
  | 'getHealth'
  | 'getDocument'
  | 'getCredentials'
  | 'listSessions'
  | 'openSession'
  | 'dropSession'
  | 'reset'
  | 'listSnapshots'
  | 'takeSnapshot'
  | 'dropSnapshot'
  | 'restoreSnapshot'
  | 'getScenario'
  | 'setScenario'
  | 'getClock'
  | 'setClock'
  | 'advanceClock'
  | 'getRateLimit'
  | 'setRateLimit';

export const worldHandlers: Handlers<Names> = {
  getHealth: ({ mock, session }) => ({
    status: 200,
    body: {
      status: 'ok',
      scenario: session.state.scenario,
      seed: session.state.seed,
      sessions: mock.sessions.names().length,
      operations: mock.contract.operations.map(({ id }) => id),
    },
  }),
  getDocument: () => ({ status: 200, body: controlDocument() as Record<string, never> }),
  getCredentials: ({ mock }) => ({
    status: 200,
    body: structuredClone(mock.credentials) as Record<string, Record<string, string>>,
  }),
  listSessions: ({ mock }) => ({ status: 200, body: { sessions: [...mock.sessions.names()] } }),
  openSession: ({ mock, given }) => {
    if (mock.sessions.of(String(given.session)) === undefined) throw new ControlError('There are too many sessions.');
    return DONE;
  },
  dropSession: ({ mock, given }) => {
    if (!mock.sessions.drop(String(given.session)))
      throw new ControlError(`There is no session ${given.session}.`, 404);
    return DONE;
  },
  reset: ({ mock, session }) => {
    session.state = forkState(mock.sessions.initial());
    session.journal.clear();
    session.snapshots.clear();
    return DONE;
  },
  listSnapshots: ({ session }) => ({ status: 200, body: { snapshots: [...session.snapshots.keys()] } }),
  takeSnapshot: ({ session, given }) => {
    const name = String(given.snapshot);
    if (!session.snapshots.has(name) && session.snapshots.size >= MOST_SNAPSHOTS)
      throw new ControlError(`There are ${MOST_SNAPSHOTS} snapshots already. Drop one first.`);
    session.snapshots.set(name, heldState(session.state));
    return DONE;
  },
  dropSnapshot: ({ session, given }) => {
    if (!session.snapshots.delete(String(given.snapshot))) throw noSnapshot(session, String(given.snapshot));
    return DONE;
  },
  restoreSnapshot: ({ session, given }) => {
    const kept = session.snapshots.get(String(given.snapshot));
    if (kept === undefined) throw noSnapshot(session, String(given.snapshot));
    session.state = forkState(kept);
    return DONE;
  },
  getScenario: ({ session }) => ({ status: 200, body: worldOf(session) }),
  setScenario: ({ mock, session, body }) => {
    session.state = worldState(mock, body);
    session.snapshots.clear();
    return { status: 200, body: worldOf(session) };
  },
  getClock: ({ session }) => ({ status: 200, body: clockOf(session) }),
  setClock: ({ mock, session, body }) => {
    const { clock } = session.state;
    if (body.now !== undefined) clock.set(checkedInstant(Date.parse(body.now)));
    if (body.frozen !== undefined) clock.freeze(body.frozen);
    pass(mock, session);
    return { status: 200, body: clockOf(session) };
  },
  advanceClock: ({ mock, session, body }) => {
    const { clock } = session.state;
    clock.set(checkedInstant(clock.now() + body.seconds * 1000));
    pass(mock, session);
    return { status: 200, body: clockOf(session) };
  },
  getRateLimit: ({ session }) => ({ status: 200, body: { tier: session.state.tier ?? null } }),
  setRateLimit: ({ mock, session, body }) => {
    refusing(() => checkTier(mock.contract, body.tier ?? undefined));
    const { rates, ...state } = session.state;
    session.state = { ...state, tier: body.tier ?? undefined, rates: rates.cleared() };
    return { status: 200, body: { tier: body.tier } };
  },
};

function noSnapshot({ snapshots }: Session, name: string): ControlError {
  const names = [...snapshots.keys()];
  const known = names.length === 0 ? 'There are none.' : `There are ${names.join(', ')}.`;
  return new ControlError(`There is no snapshot ${name}. ${known}${didYouMean(name, names)}`, 404);
}

function worldOf({ state }: Session) {
  const all = Object.entries(scenarios).map(([name, { summary }]) => [name, summary] as const);
  return { scenario: state.scenario, seed: state.seed, scenarios: Object.fromEntries(all) };
}

/** Lets the session's time pass: what is scheduled happens, and rows follow the clock. */
function pass(mock: Core, session: Session): void {
  settle(session, mock.contract);
  followTime(listsIn(session, mock.contract).all, session.state.clock.now());
}

function clockOf({ state }: Session) {
  return { now: isoTime(state.clock.now()), frozen: state.clock.frozen(), scheduled: state.scheduled.length };
}

function checkedInstant(instant: number): number {
  if (!(instant >= EARLIEST && instant <= LATEST))
    throw new ControlError(`now must lie between ${isoTime(EARLIEST)} and ${isoTime(LATEST)}.`);
  return instant;
}

type Wanted = { readonly scenario: string; readonly seed?: number; readonly size?: Readonly<Record<string, number>> };

function worldState(mock: Core, { scenario, seed, size }: Wanted) {
  const { tier, faults } = mock.sessions.initial();
  const options = { scenario: scenario as ScenarioName, seed: seed ?? mock.options.seed ?? 1 };
  const beginning = { tier, faults, frozen: mock.options.frozen === true };
  return refusing(() => beginWorld(mock.contract, { ...options, ...(size === undefined ? {} : { size }) }, beginning));
}

/** What the mock itself refuses with a RangeError, refused here. */
function refusing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(error.message);
    throw error;
  }
}
