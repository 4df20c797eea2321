// Ways in which one filter can read its values wrongly.
import { type Filter, type FilterValue, instant, passes, type Row } from '../spec/index.ts';
import type { Arguments } from './arguments.ts';
import { type Mask, maskOf, or } from './mask.ts';

/** What a mutant does with one filter's values; undefined where it does as documented. */
export type Misreading = (values: readonly FilterValue[], args: Arguments) => Mask | undefined;

/** The sets of rows that misreadings are made of. */
export type Masks = {
  readonly all: Mask;
  readonly none: Mask;
  readonly right: (filter: Filter, values: readonly FilterValue[]) => Mask;
};

/** The same computation, done once for the same values. */
export function remembered(
  compute: (values: readonly FilterValue[]) => Mask,
): (values: readonly FilterValue[]) => Mask {
  const known = new Map<FilterValue, Mask>();
  return (values) => {
    const key = values.length === 1 ? (values[0] ?? '') : values.join();
    const mask = known.get(key) ?? compute(values);
    known.set(key, mask);
    return mask;
  };
}

type Named = readonly [name: string, misread: Misreading];

/** One value that is taken for another, for none, or for no restriction. */
export function valueMutants(filter: Filter, rows: readonly Row[], masks: Masks): Named[] {
  const { none } = masks;
  if (filter.test === 'at-or-after') return boundMutants(filter, rows);
  if (filter.when !== undefined) {
    const turned = maskOf(rows, (row) => !passes(filter, row, [filter.when ?? true]));
    return [
      ['is turned round', () => turned],
      ['empties the list', () => none],
    ];
  }
  return filter.allowed.length === 0 ? idMutants(filter, rows, masks) : listedMutants(filter, masks);
}

/** Identifiers that are compared loosely. */
function idMutants(filter: Filter, rows: readonly Row[], { all, none }: Masks): Named[] {
  const ids = new Set(rows.map((row) => row[filter.field]));
  const looks = (holds: (id: string, value: string) => boolean): Misreading => {
    return remembered(([value]) =>
      maskOf(rows, (row) => typeof row[filter.field] === 'string' && holds(String(row[filter.field]), String(value))),
    );
  };
  return [
    ['finds nothing', () => none],
    ['restricts nothing for an unknown value', ([value]) => (ids.has(value) ? undefined : all)],
    ['looks at the beginning only', looks((id, value) => id.startsWith(value))],
    ['looks for a part', looks((id, value) => id.includes(value))],
  ];
}

/** Documented values that are mixed up, asked for alone or among others. */
function listedMutants(filter: Filter, { all, none, right }: Masks): Named[] {
  const read = (values: readonly FilterValue[], from: FilterValue, as: Mask): Mask | undefined => {
    if (!values.includes(from)) return undefined;
    const kept = values.filter((value) => value !== from);
    return kept.length === 0 ? as : or(right(filter, kept), as);
  };
  return filter.allowed.flatMap((value): Named[] => [
    [`=${value} finds nothing`, (values) => read(values, value, none)],
    [`=${value} finds nothing alone`, (values) => (values.length === 1 ? read(values, value, none) : undefined)],
    [`=${value} restricts nothing`, (values) => read(values, value, all)],
    [`=${value} is forgotten among others`, (values) => (values.length > 1 ? read(values, value, none) : undefined)],
    ...filter.allowed
      .filter((other) => other !== value)
      .flatMap((other): Named[] => [
        [`=${value} is read as ${other}`, (values) => read(values, value, right(filter, [other]))],
        [`=${value} brings ${other} too`, (values) => read(values, value, right(filter, [value, other]))],
      ]),
  ]);
}

/** Bounds that exclude, look the other way, forget the time of day, or forget the oldest rows. */
function boundMutants(filter: Filter, rows: readonly Row[]): Named[] {
  const instants = rows.map((row) => instant(row[filter.field]));
  const sorted = instants.toSorted((one, other) => one - other);
  const old = sorted[Math.floor(rows.length / 10)] ?? 0;
  const day = (time: number) => Math.floor(time / 86_400_000);
  const compare = (holds: (row: number, bound: number) => boolean): Misreading => {
    return remembered(([value]) => {
      const bound = instant(value);
      return maskOf(instants, (time) => holds(time, bound));
    });
  };
  return [
    ['excludes its own instant', compare((row, bound) => row > bound)],
    ['looks the other way', compare((row, bound) => row <= bound)],
    ['forgets the time of day', compare((row, bound) => day(row) >= day(bound))],
    ['starts the day after', compare((row, bound) => day(row) > day(bound))],
    ['forgets the oldest rows', compare((row, bound) => row >= bound && row > old)],
  ];
}

/** Repeated parameters of which only some count. */
export function manyMutants(filter: Filter, { all, none, right }: Masks): Named[] {
  const several = (least: number, as: (values: readonly FilterValue[]) => Mask): Misreading => {
    return (values) => (values.length >= least ? as(values) : undefined);
  };
  return [
    ['takes only its first value', several(2, (values) => right(filter, values.slice(0, 1)))],
    ['takes only its last value', several(2, (values) => right(filter, values.slice(-1)))],
    ['takes only two values', several(3, (values) => right(filter, values.slice(0, 2)))],
    ['takes only its last two values', several(3, (values) => right(filter, values.slice(-2)))],
    ['finds nothing for several values', several(2, () => none)],
    ['restricts nothing for several values', several(2, () => all)],
  ];
}

/** Another member of the rows that is tested in place of the right one, where it has some of the same values. */
export function fieldMutants(filter: Filter, rows: readonly Row[]): Named[] {
  const isBound = filter.test === 'at-or-after';
  const wanted = new Set<unknown>(filter.allowed.length > 0 ? filter.allowed : rows.map((row) => row[filter.field]));
  const members = Object.keys(rows[0] ?? {}).filter((member) => member !== filter.field);
  const fits = (row: Row, member: string) => (isBound ? isTimestamp(row[member]) : wanted.has(row[member]));
  return members
    .filter((member) => rows.some((row) => fits(row, member)))
    .map((member) => [
      `tests ${member}`,
      remembered((values) => maskOf(rows, (row) => passes({ ...filter, field: member }, row, values))),
    ]);
}

function isTimestamp(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}
