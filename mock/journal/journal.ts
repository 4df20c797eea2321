// What was asked and answered in a session, the latest exchanges of it: bounded by their number and their size.
import type { CallFinding } from '../answer/exchange-finding.ts';

/** One exchange. */
export type JournalEntry = {
  /** Counts up in its session, from 1. */
  readonly id: number;
  /** The time on the clock of the session, in milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  /** The id of the operation; undefined where the path is nobody's. */
  readonly operation: string | undefined;
  readonly status: number;
  readonly requestId: string;
  /** What the contract says against the call. */
  readonly findings: readonly CallFinding[];
  /** The names of the faults that met it. */
  readonly faults: readonly string[];
};

/** Which exchanges are meant. */
export type JournalFilter = {
  readonly operation?: string;
  readonly path?: string;
  readonly method?: string;
  readonly status?: number;
  /** Only those with a finding, or only those without. */
  readonly findings?: boolean;
  /** Only those behind this one. */
  readonly after?: number;
};

export type Journal = {
  readonly record: (exchange: Omit<JournalEntry, 'id'>) => void;
  /** The exchanges that are kept, the oldest first. */
  readonly entries: (filter?: JournalFilter) => readonly JournalEntry[];
  /** How many exchanges were forgotten for want of room. */
  readonly forgotten: () => number;
  readonly clear: () => void;
  /** Calls back with every exchange from now on; returns what ends that. */
  readonly listen: (listener: (entry: JournalEntry) => void) => () => void;
};

/** How many exchanges are kept, and how much text. */
const [MOST, MOST_TEXT] = [1000, 1_000_000];
/** A longer path or query is cut short: it is kept to be read by people. */
const LONGEST = 4000;

export function createJournal(): Journal {
  // A ring: the exchange with an id stands at its remainder, and the oldest one makes room without moving the others.
  const ring: (JournalEntry | undefined)[] = [];
  let [count, first, text, gone] = [0, 1, 0, 0];
  const listeners = new Set<(entry: JournalEntry) => void>();
  const forget = (): void => {
    text -= sizeOf(ring[first % MOST]);
    ring[first % MOST] = undefined;
    first += 1;
    gone += 1;
  };
  return {
    record: (exchange) => {
      count += 1;
      const entry = { ...exchange, id: count, path: cut(exchange.path), query: cut(exchange.query) };
      if (count - first >= MOST) forget();
      ring[count % MOST] = entry;
      text += sizeOf(entry);
      while (text > MOST_TEXT && first < count) forget();
      for (const listener of listeners) listener(entry);
    },
    entries: (filter = {}) => {
      const entries: JournalEntry[] = [];
      for (let id = first; id <= count; id += 1) {
        const entry = ring[id % MOST];
        if (entry !== undefined && isMeant(entry, filter)) entries.push(entry);
      }
      return entries;
    },
    forgotten: () => gone,
    clear: () => {
      ring.length = 0;
      first = count + 1;
      [text, gone] = [0, 0];
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Whether the filter means this exchange. */
export function isMeant(entry: JournalEntry, filter: JournalFilter): boolean {
  const { operation, path, method, status, findings, after } = filter;
  return (
    (operation === undefined || entry.operation === operation) &&
    (path === undefined || entry.path === path) &&
    (method === undefined || entry.method === method) &&
    (status === undefined || entry.status === status) &&
    (findings === undefined || entry.findings.length > 0 === findings) &&
    (after === undefined || entry.id > after)
  );
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}...`;
}

/** About how much an exchange takes beside its texts. */
const OVERHEAD = 200;

function sizeOf(entry: JournalEntry | undefined): number {
  return entry === undefined ? 0 : OVERHEAD + entry.path.length + entry.query.length;
}
