// Everything that the checks of one operation share: its walks, each fetched once, and the list as it stands.
import type { Operation, QueryPair, Register } from '../../spec/index.ts';
import { cached } from '../../spec/index.ts';
import type { Client } from '../http/client.ts';
import type { Keyring } from '../http/credentials.ts';
import type { Shown } from '../http/exchange.ts';
import type { Arguments } from './filter-arguments.ts';
import { describe } from './filter-arguments.ts';
import { liftedDefaults } from './lifted-defaults.ts';
import { type Snapshot, snapshotOf } from './list-snapshot.ts';
import { subset } from './subset.ts';
import { type Walk, type WalkRequest, walk } from './walk.ts';

/** How much is tried: what the documented standard quota allows, or everything. */
export type Depth = 'standard' | 'full';

type WalkOptions = Pick<WalkRequest, 'maxPages' | 'expect' | 'start' | 'more' | 'first' | 'meanwhile' | 'isPageFirst'>;

/** What all lists of one run share: whether any of them was seen to change, so that one odd walk may have met a change that was undone. */
type RunState = { changing: boolean };

export type Context = {
  readonly run: RunState;
  readonly operation: Operation;
  readonly client: Client;
  readonly register: Register;
  readonly keyring: Keyring;
  /** The key that opens the list, and the caller's own tenants by the names of their parameters. */
  readonly credential: Shown;
  readonly tenants: Readonly<Record<string, string>>;
  readonly depth: Depth;
  /** Chooses among inputs that tell as much as each other. */
  readonly seed: number;
  /** A walk from the first page; the same one whenever the same is asked. */
  readonly walk: (args: Arguments, size?: number, options?: Omit<WalkOptions, 'start'>) => Promise<Walk>;
  /** The walk, fetched anew. */
  readonly fresh: (args: Arguments, size?: number, options?: WalkOptions) => Promise<Walk>;
  /** The list as it was last seen. */
  readonly snapshot: () => Promise<Snapshot>;
  /** The list, fetched anew. */
  readonly refresh: () => Promise<Snapshot>;
  /** All walks so far. */
  readonly walks: readonly Walk[];
  /** What is made once for all checks of the run, by name. */
  readonly memo: <T>(name: string, make: () => Promise<T>) => Promise<T>;
  /** Notes something that is not judged. */
  readonly observe: (text: string) => void;
  readonly observations: readonly string[];
  /** The contexts of all operations, by the operation's id. */
  readonly others: ReadonlyMap<string, Context>;
};

/** How to make a context. */
export type ContextOptions = Pick<
  Context,
  'run' | 'operation' | 'client' | 'register' | 'keyring' | 'credential' | 'tenants' | 'depth' | 'seed' | 'others'
>;

export function createContext(options: ContextOptions): Context {
  const { operation, client, credential, tenants } = options;
  const lifted = liftedDefaults(operation);
  const known = new Map<string, Walk>();
  const walks: Walk[] = [];
  const observations: string[] = [];
  const memos = new Map<string, Promise<unknown>>();
  let latest: Snapshot | undefined;

  const fresh: Context['fresh'] = async (args, size, more = {}) => {
    const done = await walk(client, { operation, credential, tenants, args, size, ...more });
    walks.push(done);
    return done;
  };
  const remembered: Context['walk'] = async (args, size, more = {}) => {
    const { expect, first, isPageFirst = false } = more;
    const key = JSON.stringify([describe(args), size, expect, more.more ?? [], first, isPageFirst]);
    const before = known.get(key);
    // A walk that was cut short serves only those who would cut it as short.
    if (before !== undefined && (before.stop !== 'cut' || before.pages.length >= (more.maxPages ?? Infinity)))
      return before;
    const done = await fresh(args, size, more);
    known.set(key, done);
    return done;
  };
  const refresh: Context['refresh'] = async () => {
    const base = latest?.base ?? [];
    const seen = snapshotOf(operation, base, await fresh(base, operation.list.size?.maximum), latest);
    // What the budget cuts short takes nothing back of what was seen before.
    if (seen.walk.stop !== 'budget') latest = seen;
    return seen;
  };

  return {
    ...options,
    walk: remembered,
    fresh,
    snapshot: async () => {
      if (latest === undefined) {
        const found = await subset(operation, lifted, client.left(), (args, maxPages) =>
          remembered(args, operation.list.size?.maximum, { maxPages }),
        );
        latest = snapshotOf(operation, found.base, found.walk);
      }
      return latest;
    },
    refresh,
    walks,
    memo: <T>(name: string, make: () => Promise<T>) => cached(memos, name, make) as Promise<T>,
    observe: (text) => {
      if (!observations.includes(text)) observations.push(text);
    },
    observations,
  };
}

/** Another number for each list and seed, so that what not every list can be asked is asked of one. */
export function listIndex({ others, operation, seed }: Context): number {
  return [...others.keys()].indexOf(operation.id) + Math.max(0, seed - 1);
}

/** The judged lists of the same vendor, this one among them. */
export function vendorsLists({ others, operation }: Context): Context[] {
  return [...others.values()].filter((other) => other.operation.api === operation.api);
}

/** The context of the list that a reference leads to; undefined where that list is not judged. */
export function targetOf({ others, operation }: Context, resource: string): Context | undefined {
  return [...others.values()].find(
    ({ operation: other }) => other.document === operation.document && other.list.resource === resource,
  );
}

/** A request like those of the list, beside whose query nothing is said. */
export function asking(context: Context, query: readonly QueryPair[]) {
  const { operation, credential, tenants } = context;
  return { operation, query, credential, tenants };
}
