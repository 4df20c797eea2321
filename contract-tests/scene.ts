// Everything that the checks of one operation share: its walks, each fetched once, and the list as it stands.
import type { Contracts, Filter, Operation, Register, Row } from '../spec/index.ts';
import type { Arguments } from './arguments.ts';
import { describe } from './arguments.ts';
import type { Client } from './client.ts';
import type { Credentials } from './credentials.ts';
import { type RowMap, rowMap } from './rows.ts';
import { type Route, type Walk, walk } from './walk.ts';

/** How much is tried: what the documented standard quota allows, or everything. */
export type Depth = 'standard' | 'full';

/** The list as it was seen in one walk. */
export type Universe = {
  /** What every walk is narrowed to, where the whole list is too long; empty for the whole list. */
  readonly base: Arguments;
  readonly walk: Walk;
  readonly rows: readonly Row[];
  readonly byKey: RowMap;
  /** Whether the walk came to the end of the list. */
  readonly complete: boolean;
  /** Whether it came in one reply: a snapshot of one instant. */
  readonly atomic: boolean;
};

type WalkOptions = Pick<Route, 'maxPages' | 'refusable'>;

export type Scene = {
  readonly operation: Operation;
  readonly client: Client;
  readonly contracts: Contracts;
  readonly register: Register;
  readonly credentials: Credentials;
  readonly tenant: string;
  readonly depth: Depth;
  /** A walk; the same one whenever the same is asked. `by` is the check that asks. */
  readonly walk: (by: string, args: Arguments, size?: number, options?: WalkOptions) => Promise<Walk>;
  /** The walk, fetched anew. */
  readonly fresh: (by: string, args: Arguments, size?: number, options?: WalkOptions) => Promise<Walk>;
  /** The list as it was last seen. */
  readonly universe: (by: string) => Promise<Universe>;
  /** The list, fetched anew. */
  readonly refresh: (by: string) => Promise<Universe>;
  /** All walks so far. */
  readonly walks: readonly Walk[];
  /** Notes something that is not judged. */
  readonly observe: (text: string) => void;
  readonly observations: readonly string[];
  /** The scenes of the other operations, by resource. */
  readonly others: ReadonlyMap<string, Scene>;
  /** Filters that a check has already found broken, so that one defect is not reported again by every other check. */
  readonly brokenFilters: Set<Filter>;
};

/** How to make a scene. */
export type SceneOptions = Pick<
  Scene,
  'operation' | 'client' | 'contracts' | 'register' | 'credentials' | 'tenant' | 'depth' | 'others'
>;

export function createScene(options: SceneOptions): Scene {
  const { operation, client, tenant } = options;
  const known = new Map<string, Promise<Walk>>();
  const walks: Walk[] = [];
  const observations: string[] = [];
  let latest: Universe | undefined;

  const fresh: Scene['fresh'] = async (by, args, size, more = {}) => {
    const done = await walk(client, { operation, tenant, args, size, ...more }, by);
    walks.push(done);
    return done;
  };
  const remembered: Scene['walk'] = (by, args, size, more = {}) => {
    const key = JSON.stringify([describe(args), size, more.maxPages, more.refusable]);
    const promise = known.get(key) ?? fresh(by, args, size, more);
    known.set(key, promise);
    return promise;
  };
  const universeOf = (base: Arguments, done: Walk): Universe => ({
    base,
    walk: done,
    rows: done.rows,
    byKey: rowMap(operation, done.rows),
    complete: done.stop === 'end',
    atomic: done.pages.length === 1,
  });
  const refresh: Scene['refresh'] = async (by) => {
    const base = latest?.base ?? [];
    latest = universeOf(base, await fresh(by, base, operation.list.size?.maximum));
    return latest;
  };

  return {
    ...options,
    walk: remembered,
    fresh,
    universe: async (by) => {
      if (latest === undefined) {
        const found = await narrowed(scenePages(client), remembered, by, operation);
        latest = universeOf(found.base, found.walk);
      }
      return latest;
    },
    refresh,
    walks,
    observe: (text) => {
      if (!observations.includes(text)) observations.push(text);
    },
    observations,
    brokenFilters: new Set(),
  };
}

/** How many pages one walk of a whole list may take: a twelfth of what is left to spend. */
function scenePages(client: Client): number {
  return Math.max(4, Math.floor(client.left() / 24));
}

/** The whole list, or, where it is too long, the children of one parent that its first page names. */
async function narrowed(
  maxPages: number,
  take: Scene['walk'],
  by: string,
  operation: Operation,
): Promise<{ readonly base: Arguments; readonly walk: Walk }> {
  const size = operation.list.size?.maximum;
  const whole = await take(by, [], size, { maxPages });
  if (whole.stop !== 'cut') return { base: [], walk: whole };
  for (const base of narrowings(operation, whole)) {
    const part = await take(by, base, size, { maxPages });
    if (part.stop === 'end' && part.rows.length > 1) return { base, walk: part };
  }
  return { base: [], walk: whole };
}

/** Ways to ask for a part of the list, the most promising first. */
function narrowings(operation: Operation, whole: Walk): Arguments[] {
  const sizes = operation.filters.filter(
    ({ test, allowed, when }) => test === 'equals' && allowed.length === 0 && when === undefined,
  );
  const byParent = sizes.flatMap((filter) => {
    const counts = new Map<string, number>();
    for (const row of whole.rows) {
      const value = row[filter.field];
      if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const [[value, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
    return count > 0 && counts.size > 1 ? [{ args: [{ filter, values: [value] }] as Arguments, share: count }] : [];
  });
  const since = operation.filters.find(({ test }) => test === 'at-or-after');
  const newest = whole.rows
    .map((row) => row[since?.field ?? ''])
    .filter((value) => typeof value === 'string')
    .sort()
    .at(-Math.ceil(whole.rows.length / 4));
  const recent: Arguments[] =
    since === undefined || newest === undefined ? [] : [[{ filter: since, values: [newest] }]];
  return [...byParent.sort((a, b) => b.share - a.share).map(({ args }) => args), ...recent];
}
