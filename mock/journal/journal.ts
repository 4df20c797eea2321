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
  let kept: JournalEntry[] = [];
  let [count, text, gone] = [0, 0, 0];
  const listeners = new Set<(entry: JournalEntry) => void>();
  return {
    record: (exchange) => {
      count += 1;
      const entry = { ...exchange, id: count, path: cut(exchange.path), query: cut(exchange.query) };
      kept.push(entry);
      text += sizeOf(entry);
      let first = 0;
      while (kept.length - first > MOST || text > MOST_TEXT) {
        text -= sizeOf(kept[first]);
        first += 1;
      }
      gone += first;
      if (first > 0) kept.splice(0, first);
      for (const listener of listeners) listener(entry);
    },
    entries: (filter = {}) => kept.filter((entry) => isMeant(entry, filter)),
    forgotten: () => gone,
    clear: () => {
      kept = [];
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
