// The filters that calls of the standard depth are chosen from: every way by itself, ways that some row passes together, and
// near misses, which a row would pass but for one filter.
import { memberOf } from '../../../spec/index.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { count, has } from '../bitset.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { type CallSpace, type Way, wayOf } from './call-space.ts';
import { argumentsOf, type Choice } from './made-call.ts';

type Ways = Choice['ways'];

/** Ways of one class that are taken by themselves. */
const ALONE = 4;
/** Rows whose values are taken together, and rows that calls nearly pass. */
const ROWS = { together: 80, nearly: 5 } as const;
/** Of how many filters one is given, in each call that a row passes. */
const GIVEN = [1, 1, 2, 2, 3] as const;

export function callPool(space: CallSpace, random: Random): Ways[] {
  const all = [...alone(space), ...together(space, random), ...nearMisses(space)];
  return [...new Map(all.map((ways) => [describe(argumentsOf(ways)), ways])).values()];
}

function alone(space: CallSpace): Ways[] {
  const none: Ways = space.ways.map(() => undefined);
  return space.ways.flatMap((byClass, place) => {
    const filter = space.model.filters[place];
    const byDefault = filter === undefined || filter.byDefault.length === 0 ? undefined : { filter, values: [] };
    const ways = [...byClass.flatMap((ways) => spread(ways, ALONE)), wayOf(space, byDefault)];
    return ways.filter((way) => way !== undefined).map((way) => none.with(place, way));
  });
}

/** Ways that a row passes: of some filters or of all, each of a class that is drawn first. */
function together(space: CallSpace, random: Random): Ways[] {
  return spread([...space.model.rows.keys()], ROWS.together).flatMap((row) => {
    const passed = space.ways.map((byClass) =>
      byClass.map((ways) => ways.filter((way) => has(way.mask, row))).filter(({ length }) => length > 0),
    );
    return GIVEN.map((oneIn) =>
      passed.map((byClass) => (random.below(oneIn) === 0 ? random.pick(random.pick(byClass) ?? []) : undefined)),
    );
  });
}

/** All filters at once, with ways that few rows but this one pass, and for one of them a way that it does not pass. */
function nearMisses(space: CallSpace): Ways[] {
  const { rows } = space.model;
  const narrow = spread([...rows.keys()], ROWS.nearly).map((row) => narrowest(space, row));
  return space.ways.flatMap((byClass, place) =>
    byClass.flatMap((ways) =>
      spread(ways, ALONE).flatMap((way) => {
        const like = way.isUnknown ? rows.findIndex((row) => isLike(way, memberOf(row, way.filter.field))) : -1;
        const origins = like < 0 ? narrow : [narrowest(space, like)];
        return origins.filter(({ row }) => !has(way.mask, row)).map(({ ways: others }) => others.with(place, way));
      }),
    ),
  );
}

/** For each filter the way of one value that the fewest rows pass beside this one. */
function narrowest(space: CallSpace, row: number): { readonly row: number; readonly ways: Ways } {
  const ways = space.ways.map((byClass) => {
    const own = byClass.flat().filter((way) => way.values.length === 1 && has(way.mask, row));
    return own.reduce<Way | undefined>(
      (best, way) => (best === undefined || count(way.mask) < count(best.mask) ? way : best),
      undefined,
    );
  });
  return { row, ways };
}

/** Whether a loose comparison would take the row's value for the one that is looked for. */
function isLike({ values: [value] }: Way, own: unknown): boolean {
  if (typeof value !== 'string' || typeof own !== 'string') return false;
  const [one, other] = [value.toLowerCase(), own.toLowerCase()];
  return one.startsWith(other) || other.startsWith(one);
}
