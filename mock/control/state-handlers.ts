// The control plane's part on rows: what becomes of them beside the API.
import { instant, isRecord, type Row } from '../../spec/index.ts';
import { isInstant } from '../answer/parameters.ts';
import type { Core } from '../core.ts';
import { changingOf, forkState, type Session } from '../session/session.ts';
import { actOnRow, changeRow, createRow, deleteRow, rowOf } from '../state/change-rows.ts';
import { StateError } from '../state/state-error.ts';
import { ControlError, type Handlers, isoTime } from './handler.ts';

type Names = 'getState' | 'getRows' | 'createRow' | 'getRow' | 'changeRow' | 'deleteRow' | 'actOnRow';

/** How many changes may wait for their time. */
const MOST_SCHEDULED = 1000;

export const stateHandlers: Handlers<Names> = {
  getState: (asked) => ({
    status: 200,
    body: {
      lists: changing(asked).lists.all.map(({ operation, store, actions }) => ({
        name: operation.list.name,
        operation: operation.id,
        key: operation.list.key,
        rows: store.count(EVERYTHING, true),
        actions: Object.fromEntries(
          Object.entries(actions.actions).map(([name, { summary, takes = {} }]) => [
            name,
            { summary, takes: { ...takes } },
          ]),
        ),
      })),
    },
  }),
  getRows: (asked) => {
    const { store } = changing(asked).lists.named(String(asked.given.list));
    return {
      status: 200,
      body: { rows: rowsAsJson(store.select({ values: EVERYTHING, bare: true, limit: Number(asked.given.limit) })) },
    };
  },
  createRow: (asked) => ({
    status: 201,
    body: createRow(changing(asked), String(asked.given.list), rowIn(asked.body)),
  }),
  getRow: (asked) => {
    const list = changing(asked).lists.named(String(asked.given.list));
    return { status: 200, body: rowOf(list, String(asked.given.key)) };
  },
  changeRow: (asked) => {
    const { list, key } = asked.given;
    return { status: 200, body: changeRow(changing(asked), String(list), String(key), rowIn(asked.body)) };
  },
  deleteRow: (asked) => {
    const { list, key, cascade } = asked.given;
    return { status: 200, body: deleteRow(changing(asked), String(list), String(key), cascade === true) };
  },
  actOnRow: (asked) => {
    const { list, key, action } = asked.given;
    const { at, ...given } = rowIn(asked.body ?? {});
    if (at !== undefined) return schedule(asked, at, given);
    return { status: 200, body: actOnRow(changing(asked), String(list), String(key), String(action), given) };
  },
};

const EVERYTHING = new Map();

type Place = { readonly mock: Core; readonly session: Session; readonly given: Readonly<Record<string, unknown>> };

function changing({ mock, session }: Place) {
  return changingOf(session, mock.contract);
}

function rowIn(body: unknown): Row {
  return isRecord(body) ? body : {};
}

function rowsAsJson(rows: readonly Row[]): Record<string, unknown>[] {
  return rows.map((row) => ({ ...row }));
}

/** Notes a change for the time when the clock comes to it. */
function schedule(asked: Place, at: unknown, given: Row) {
  const { list, key, action } = asked.given;
  const { clock, scheduled } = asked.session.state;
  if (typeof at !== 'string' || !isInstant(at))
    throw new ControlError('at must be a timestamp such as 2026-06-15T18:00:00Z.');
  const time = instant(at);
  if (time <= clock.now())
    throw new ControlError(`at must be later than ${isoTime(clock.now())}, the time of the clock.`);
  if (scheduled.length >= MOST_SCHEDULED) throw new ControlError(`${MOST_SCHEDULED} changes wait already.`);
  tryNow(asked, String(list), String(key), String(action), given);
  const place = scheduled.findIndex((each) => each.at > time);
  const change = { at: time, list: String(list), key: String(key), action: String(action), given };
  scheduled.splice(place < 0 ? scheduled.length : place, 0, change);
  return { status: 202, body: { at: isoTime(time) } } as const;
}

/** Throws where this can never happen; whether the row is in a state for it, its time will show. */
function tryNow({ mock, session }: Place, list: string, key: string, action: string, given: Row): void {
  const apart = { ...session, state: forkState(session.state) };
  try {
    actOnRow(changingOf(apart, mock.contract), list, key, action, given);
  } catch (error) {
    if (!(error instanceof StateError) || error.member !== undefined || error.status === 404) throw error;
  }
}
