// Everything that the checks of one operation share: its walks, each fetched once, and the list as it stands.
import type { Filter, Operation, QueryPair, Register } from '../spec/index.ts';
import type { Arguments } from './arguments.ts';
import { describe } from './arguments.ts';
import type { Client } from './client.ts';
import type { Keyring } from './credentials.ts';
import type { Shown } from './exchange.ts';
import { liftedDefaults } from './lifted-defaults.ts';
import { reachable } from './reachable.ts';
import { type Universe, universeOf } from './universe.ts';
import { type Route, type Walk, walk } from './walk.ts';

/** How much is tried: what the documented standard quota allows, or everything. */
export type Depth = 'standard' | 'full';

type WalkOptions = Pick<Route, 'maxPages' | 'refusable' | 'start' | 'more'>;

export type Scene = {
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
  /** A walk from the first page; the same one whenever the same is asked. `by` is the check that asks. */
  readonly walk: (by: string, args: Arguments, size?: number, options?: Omit<WalkOptions, 'start'>) => Promise<Walk>;
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
  /** The scenes of all operations, by the operation's id. */
  readonly others: ReadonlyMap<string, Scene>;
  /** Filters that a check has already found broken, so that one defect is not reported again by every other check. */
  readonly brokenFilters: Set<Filter>;
};

/** How to make a scene. */
export type SceneOptions = Pick<
  Scene,
  'operation' | 'client' | 'register' | 'keyring' | 'credential' | 'tenants' | 'depth' | 'seed' | 'others'
>;

export function createScene(options: SceneOptions): Scene {
  const { operation, client, credential, tenants } = options;
  const lifted = liftedDefaults(operation);
  const known = new Map<string, Walk>();
  const walks: Walk[] = [];
  const observations: string[] = [];
  let latest: Universe | undefined;

  const fresh: Scene['fresh'] = async (by, args, size, more = {}) => {
    const done = await walk(client, { operation, credential, tenants, args, size, ...more }, by);
    walks.push(done);
    return done;
  };
  const remembered: Scene['walk'] = async (by, args, size, more = {}) => {
    const key = JSON.stringify([describe(args), size, more.refusable === true, more.more ?? []]);
    const before = known.get(key);
    // A walk that was cut short serves only those who would cut it as short.
    if (before !== undefined && (before.stop !== 'cut' || before.pages.length >= (more.maxPages ?? Infinity)))
      return before;
    const done = await fresh(by, args, size, more);
    known.set(key, done);
    return done;
  };
  const refresh: Scene['refresh'] = async (by) => {
    const base = latest?.base ?? [];
    latest = universeOf(operation, base, await fresh(by, base, operation.list.size?.maximum), latest);
    return latest;
  };

  return {
    ...options,
    walk: remembered,
    fresh,
    universe: async (by) => {
      if (latest === undefined) {
        const found = await reachable(operation, lifted, client.left(), (args, maxPages) =>
          remembered(by, args, operation.list.size?.maximum, { maxPages }),
        );
        latest = universeOf(operation, found.base, found.walk);
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

/** Another number for each list and seed, so that what not every list can be asked is asked of one. */
export function turnOf({ others, operation, seed }: Scene): number {
  return [...others.keys()].indexOf(operation.id) + Math.max(0, seed - 1);
}

/** The scene of the list that a reference leads to; undefined where that list is not judged. */
export function targetOf({ others, operation }: Scene, resource: string): Scene | undefined {
  return [...others.values()].find(
    ({ operation: other }) => other.document === operation.document && other.list.resource === resource,
  );
}

/** A request like those of the list, beside whose query nothing is said. */
export function asking(scene: Scene, query: readonly QueryPair[]) {
  const { operation, credential, tenants } = scene;
  return { operation, query, credential, tenants };
}
