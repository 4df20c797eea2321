// A client of the control plane: the same in one's own process and over HTTP.

import type { OperationId } from './document.ts';
import type { BodyOf, ReplyOf } from './handler.ts';

/** Members of a row. */
type Members = Readonly<Record<string, unknown>>;

/** What drives a mock, or one session of it. Every call rejects with a ControlRefused where it cannot be done. */
export type Control = {
  readonly health: () => Promise<ReplyOf<'getHealth'>>;
  readonly credentials: () => Promise<ReplyOf<'getCredentials'>>;
  readonly sessions: () => Promise<readonly string[]>;
  readonly dropSession: (name: string) => Promise<void>;
  /** Begins the session anew. */
  readonly reset: () => Promise<void>;
  readonly snapshots: () => Promise<readonly string[]>;
  readonly snapshot: (name: string) => Promise<void>;
  readonly restore: (name: string) => Promise<void>;
  readonly dropSnapshot: (name: string) => Promise<void>;
  readonly scenario: () => Promise<ReplyOf<'getScenario'>>;
  readonly setScenario: (world: BodyOf<'setScenario'>) => Promise<ReplyOf<'setScenario'>>;
  readonly clock: () => Promise<ReplyOf<'getClock'>>;
  readonly setClock: (clock: BodyOf<'setClock'>) => Promise<ReplyOf<'setClock'>>;
  /** Lets so many seconds pass. */
  readonly advance: (seconds: number) => Promise<ReplyOf<'advanceClock'>>;
  /** Counts calls by a tier of the contract; null counts no more. */
  readonly rateLimit: (tier: string | null) => Promise<void>;
  readonly lists: () => Promise<ReplyOf<'getState'>['lists']>;
  readonly rows: (list: string, limit?: number) => Promise<ReplyOf<'getRows'>['rows']>;
  readonly row: (list: string, key: string) => Promise<ReplyOf<'getRow'>>;
  readonly create: (list: string, members?: Members) => Promise<ReplyOf<'createRow'>>;
  readonly change: (list: string, key: string, members: Members) => Promise<ReplyOf<'changeRow'>>;
  readonly remove: (
    list: string,
    key: string,
    options?: { readonly cascade?: boolean },
  ) => Promise<ReplyOf<'deleteRow'>>;
  /** Lets something happen to a row; with `at` when the clock comes to it. */
  readonly act: (list: string, key: string, action: string, given?: Members) => Promise<ReplyOf<'actOnRow'>>;
  readonly faults: () => Promise<ReplyOf<'getFaults'>>;
  readonly addFault: (fault: BodyOf<'addFault'>) => Promise<void>;
  readonly removeFault: (name: string) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly journal: (filter?: Readonly<Record<string, string | number | boolean>>) => Promise<ReplyOf<'getJournal'>>;
  readonly clearJournal: () => Promise<void>;
  readonly verify: (...expectations: BodyOf<'verifyJournal'>['expectations']) => Promise<ReplyOf<'verifyJournal'>>;
};

/** How a mock is reached. */
export type ControlOptions = {
  /** @default the mock of `ads-kit mock` on its usual port */
  readonly url?: string;
  /** @default the session without a name */
  readonly session?: string;
  /** What a mock that listens beyond its own machine prints at its start. */
  readonly token?: string;
  /** @default that of the platform */
  readonly fetch?: typeof fetch;
};

/** What the control plane refused: the sentence that says why, the status and the member that is wrong. */
export class ControlRefused extends Error {
  readonly status: number;
  readonly member: string | undefined;

  constructor(message: string, status: number, member: string | undefined) {
    super(message);
    this.name = 'ControlRefused';
    this.status = status;
    this.member = member;
  }
}

const USUAL_URL = 'http://127.0.0.1:4010';

/** A client of the mock at this URL. */
export function createControl({ url = USUAL_URL, session, token, fetch: send = fetch }: ControlOptions = {}): Control {
  const headers = {
    ...(session === undefined ? {} : { 'X-Mock-Session': session }),
    ...(token === undefined ? {} : { 'X-Mock-Token': token }),
  };
  const call = async <K extends OperationId>(method: string, path: string, body?: unknown): Promise<ReplyOf<K>> => {
    const response = await send(`${url}/_mock${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as ReplyOf<K>;
    throw refusalIn(text, response.status);
  };
  const part = (...segments: readonly string[]) =>
    segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
  return {
    health: () => call<'getHealth'>('GET', '/health'),
    credentials: () => call<'getCredentials'>('GET', '/credentials'),
    sessions: async () => (await call<'listSessions'>('GET', '/sessions')).sessions,
    dropSession: async (name) => void (await call('DELETE', `/sessions${part(name)}`)),
    reset: async () => void (await call('POST', '/reset')),
    snapshots: async () => (await call<'listSnapshots'>('GET', '/snapshots')).snapshots,
    snapshot: async (name) => void (await call('PUT', `/snapshots${part(name)}`)),
    restore: async (name) => void (await call('POST', `/snapshots${part(name)}/restore`)),
    dropSnapshot: async (name) => void (await call('DELETE', `/snapshots${part(name)}`)),
    scenario: () => call<'getScenario'>('GET', '/scenario'),
    setScenario: (world) => call<'setScenario'>('PUT', '/scenario', world),
    clock: () => call<'getClock'>('GET', '/clock'),
    setClock: (clock) => call<'setClock'>('PUT', '/clock', clock),
    advance: (seconds) => call<'advanceClock'>('POST', '/clock/advance', { seconds }),
    rateLimit: async (tier) => void (await call('PUT', '/rate-limit', { tier })),
    lists: async () => (await call<'getState'>('GET', '/state')).lists,
    rows: async (list, limit = 100) => (await call<'getRows'>('GET', `/state${part(list)}?limit=${limit}`)).rows,
    row: (list, key) => call<'getRow'>('GET', `/state${part(list, key)}`),
    create: (list, members = {}) => call<'createRow'>('POST', `/state${part(list)}`, members),
    change: (list, key, members) => call<'changeRow'>('PATCH', `/state${part(list, key)}`, members),
    remove: (list, key, { cascade = false } = {}) =>
      call<'deleteRow'>('DELETE', `/state${part(list, key)}${cascade ? '?cascade=true' : ''}`),
    act: (list, key, action, given = {}) => call<'actOnRow'>('POST', `/state${part(list, key, action)}`, given),
    faults: () => call<'getFaults'>('GET', '/faults'),
    addFault: async (fault) => void (await call('POST', '/faults', fault)),
    removeFault: async (name) => void (await call('DELETE', `/faults${part(name)}`)),
    clearFaults: async () => void (await call('DELETE', '/faults')),
    journal: (filter = {}) => {
      const query = new URLSearchParams(
        Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]),
      );
      return call<'getJournal'>('GET', `/journal?${query}`);
    },
    clearJournal: async () => void (await call('DELETE', '/journal')),
    verify: (...expectations) => call<'verifyJournal'>('POST', '/journal/verify', { expectations }),
  };
}

function refusalIn(text: string, status: number): ControlRefused {
  try {
    const { message, member } = (JSON.parse(text) as { error: { message: string; member?: string } }).error;
    return new ControlRefused(message, status, member);
  } catch {
    return new ControlRefused(`The mock answered ${status}, and not as a control plane does.`, status, undefined);
  }
}
