// The life of one session: it changes and reads its own rows, meets faults that it asked for, reads its journal, and is dropped.
import { at, isRecord } from '../../../spec/index.ts';
import type { Connection, Got } from './connection.ts';

/** What a session is told apart by, and whom it asks. */
export type Life = {
  readonly connection: Connection;
  readonly name: string;
  readonly nth: number;
  /** The path of the list of ads. */
  readonly path: string;
  /** The ads of the world by their keys. */
  readonly keys: readonly string[];
  /** Waits between two steps. */
  readonly pause: () => Promise<unknown>;
};

/** A fault, and whether an exchange shows it and nothing else. */
type AskedFault = { readonly fault: Readonly<Record<string, unknown>>; readonly shows: (got: Got) => boolean };

const FAULTS: readonly AskedFault[] = [
  { fault: { name: 'status', code: 503 }, shows: (got) => 'status' in got && got.status === 503 },
  { fault: { name: 'too-many-requests' }, shows: (got) => 'status' in got && got.status === 429 },
  { fault: { name: 'latency', ms: 20 }, shows: (got) => 'status' in got && got.status === 200 },
  { fault: { name: 'connection-reset' }, shows: (got) => 'broken' in got },
  { fault: { name: 'cut-body' }, shows: (got) => 'broken' in got },
  { fault: { name: 'malformed-json' }, shows: (got) => 'status' in got && parsed(got.body) === undefined },
];

/** Lives it from beginning to end; gives a sentence for everything that was not as it had to be. */
export async function liveSession(life: Life): Promise<readonly string[]> {
  const { connection, name, nth, path, keys, pause } = life;
  const wrong: string[] = [];
  const inSession = { 'x-mock-session': name };
  const own = `Ad of ${name}`;
  const key = keys[nth % keys.length] ?? '';
  const hold = (what: string, kept: boolean, got: Got) => {
    if (!kept) wrong.push(`${name}: ${what}: ${told(got)}`);
  };
  const control = async (method: string, place: string, status: number, body?: unknown): Promise<Got> => {
    const asked = { method, path: `/_mock${place}`, headers: inSession, ...(body === undefined ? {} : { body }) };
    const got = await connection.ask(asked);
    hold(`${method} ${place}`, 'status' in got && got.status === status, got);
    return got;
  };
  const list = (query: string, headers = {}) =>
    connection.ask({ path: `${path}?${query}`, headers: { ...inSession, ...headers } });
  const holdOwn = async (expected: boolean) => {
    const got = await list('limit=200');
    hold(expected ? 'its own row' : 'nobody else’s row', namesIn(got, key) === (expected ? own : undefined), got);
  };

  await holdOwn(false);
  await control('POST', `/state/ad/${key}/rename`, 200, { name: own });
  await holdOwn(true);
  await pause();
  await control('PUT', '/snapshots/one', 204);
  const { fault, shows } = FAULTS[nth % FAULTS.length] ?? { fault: {}, shows: () => false };
  await control('POST', '/faults', 201, fault);
  const faulty = await list('status=active');
  hold(`the fault ${fault.name}`, shows(faulty), faulty);
  await control('DELETE', '/faults', 204);
  await pause();
  const once = await list('status=active', { 'x-mock-fault': 'status;code=500' });
  hold('the fault of one request', 'status' in once && once.status === 500, once);
  await holdOwn(true);
  await control('GET', '/journal', 200);
  const expectations = [{ operation: 'listAds', query: { limit: '200' }, atLeast: 3 }];
  const verified = await control('POST', '/journal/verify', 200, { expectations });
  hold('its journal', 'body' in verified && at(parsed(verified.body), '/ok') === true, verified);
  await pause();
  await control('POST', '/reset', 204);
  await holdOwn(false);
  await control('DELETE', `/sessions/${name}`, 204);
  return wrong;
}

/** The name of the row with this key, where a session has given it one; undefined where nobody has. */
function namesIn(got: Got, key: string): string | undefined {
  const items = 'body' in got ? at(parsed(got.body), '/items') : undefined;
  if (!Array.isArray(items)) return 'no list';
  const named = items.filter(isRecord).filter((row) => String(row.name).startsWith('Ad of '));
  if (named.length === 0) return undefined;
  return named.length === 1 && named[0]?.adId === key ? String(named[0]?.name) : 'another row';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function told(got: Got): string {
  return 'broken' in got ? got.broken : `${got.status} ${got.body.slice(0, 200)}`;
}
