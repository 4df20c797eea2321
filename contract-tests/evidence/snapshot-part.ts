// A list that takes several replies shows no one instant: a part of it that comes in one reply does.
import { grouped, type Operation, type Row } from '../../spec/index.ts';
import { valueIn } from '../plan/filters/row-values.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, describe, isPlain, within } from '../walk/filter-arguments.ts';
import { type SeenList, type Snapshot, snapshotOf } from '../walk/list-snapshot.ts';

/** Parts that are tried, where filters do not give them. */
const PARTS = 2;

/** The rows that one value of one filter asks for. */
type Part = { readonly argument: Arguments[number]; readonly rows: readonly Row[] };

/** Of the parts of the list that come in one reply the one that is worth most; undefined where no filter gives one. */
export async function snapshotPart(
  context: Context,
  whole: Snapshot,
  worth: (rows: readonly Row[]) => number,
): Promise<SeenList | undefined> {
  const most = context.operation.list.size?.maximum ?? Infinity;
  // A part that has been asked for already costs nothing.
  const fetched = new Set(
    context.walks
      .filter(({ pages, size, start }) => pages.length === 1 && size === most && start === undefined)
      .map(({ args }) => describe(args)),
  );
  const known = ({ argument }: Part) => (fetched.has(describe(within(whole.base, [argument]))) ? 1 : 0);
  const parts = partsOf(context.operation, [...whole.byKey.values()])
    .map((part) => ({ ...part, worth: worth(part.rows) }))
    .sort((one, other) => other.worth - one.worth || known(other) - known(one));
  let bound = most;
  for (let tried = 0; tried < PARTS; tried += 1) {
    const next = parts.find(({ rows }) => rows.length <= bound);
    if (next === undefined) return undefined;
    const part = await partList(context, within(whole.base, [next.argument]));
    const { walk, byKey } = part.snapshot;
    // A filter that is broken gives no part of the list; which it is, its own checks say. What a walk of several pages has lost may
    // be in one reply, or make two of it.
    if (walk.pages.length === 1 && byKey.size >= next.rows.length) return part;
    parts.splice(parts.indexOf(next), 1);
    if (walk.pages.length > 1) bound = most / 2;
  }
  return undefined;
}

/** The parts of the list that one value of one filter asks for; a row whose value the parameter cannot have is in none. */
function partsOf({ filters }: Operation, rows: readonly Row[]): Part[] {
  return filters
    .filter(isPlain)
    .flatMap((filter) =>
      [...grouped(rows, (row) => valueIn(filter, row))].flatMap(([value, part]) =>
        typeof value === 'string' ? { argument: { filter, values: [value] }, rows: part } : [],
      ),
    );
}

async function partList(context: Context, base: Arguments): Promise<SeenList> {
  const { operation } = context;
  const size = operation.list.size?.maximum;
  let latest = snapshotOf(operation, base, await context.walk(base, size));
  const refresh = async () => {
    latest = snapshotOf(operation, base, await context.fresh(base, size), latest);
    return latest;
  };
  return { snapshot: latest, refresh };
}
