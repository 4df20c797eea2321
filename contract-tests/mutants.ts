// Ways in which a deployment can get its filters wrong, imagined on the rows at hand: what a probe can still reveal.
import { type Filter, type FilterValue, instant, passes, type Row } from '../spec/index.ts';
import type { Arguments } from './arguments.ts';
import { and, type Mask, maskOf, or } from './mask.ts';

/** A wrong deployment. */
export type Mutant = {
  /** What it does wrong, for reading along. */
  readonly name: string;
  /** The filters that must all be asked for before it shows. */
  readonly concerns: readonly Filter[];
  /** What it would answer to these arguments. */
  readonly answer: (args: Arguments) => Mask;
};

/** The right and the wrong answers over one list. */
export type Imagination = { readonly expected: (args: Arguments) => Mask; readonly mutants: readonly Mutant[] };

/** What a mutant does with one filter's values; undefined where it does as documented. */
type Misreading = (values: readonly FilterValue[], args: Arguments) => Mask | undefined;

/** Imagines every mutant of these filters over these rows. */
export function imagine(filters: readonly Filter[], rows: readonly Row[]): Imagination {
  const all = maskOf(rows, () => true);
  const none = maskOf(rows, () => false);
  const cache = new Map<string, Mask>();
  const right = (filter: Filter, values: readonly FilterValue[]): Mask => {
    const key = `${filter.name}=${values.join(',')}`;
    let mask = cache.get(key);
    if (mask === undefined) {
      mask = maskOf(rows, (row) => passes(filter, row, values));
      cache.set(key, mask);
    }
    return mask;
  };
  const expected = (args: Arguments) =>
    args.reduce((mask, { filter, values }) => and(mask, right(filter, values)), all);
  const misreadBy = (wrong: Filter, misread: Misreading) => (args: Arguments) =>
    args.reduce((mask, { filter, values }) => {
      const wrongly = filter === wrong ? misread(values, args) : undefined;
      return and(mask, wrongly ?? right(filter, values));
    }, all);

  const mutants = filters.flatMap((filter): Mutant[] => {
    const make = (name: string, misread: Misreading, beside: readonly Filter[] = []): Mutant => ({
      name: `${filter.name} ${name}`,
      concerns: [filter, ...beside],
      answer: misreadBy(filter, misread),
    });
    const others = filters.filter((other) => other !== filter);
    return [
      make('is ignored', () => all),
      make('is ignored when it stands alone', (values, args) =>
        args.length === 1 && values.length === 1 ? all : undefined,
      ),
      ...others.map((other) =>
        make(`is ignored beside ${other.name}`, (_, args) => (has(args, other) ? all : undefined), [other]),
      ),
      ...others.map((other) => orMutant(filter, other, { all, right })),
      ...valueMutants(filter, rows, { all, none, right }).map(([name, misread]) => make(name, misread)),
      ...(filter.many ? manyMutants(filter, { all, none, right }) : []).map(([name, misread]) => make(name, misread)),
      ...fieldMutants(filter, rows).map(([name, misread]) => make(name, misread)),
    ];
  });
  return { expected, mutants };
}

type Masks = {
  readonly all: Mask;
  readonly none: Mask;
  readonly right: (filter: Filter, values: readonly FilterValue[]) => Mask;
};

function has(args: Arguments, filter: Filter): boolean {
  return args.some((argument) => argument.filter === filter);
}

/** Two filters that are joined by OR. */
function orMutant(one: Filter, other: Filter, { all, right }: Pick<Masks, 'all' | 'right'>): Mutant {
  const maskOfArgument = (args: Arguments, filter: Filter) => {
    const argument = args.find((candidate) => candidate.filter === filter);
    return argument === undefined ? undefined : right(filter, argument.values);
  };
  return {
    name: `${one.name} or ${other.name}`,
    concerns: [one, other],
    answer: (args) => {
      const [left, rightMask] = [maskOfArgument(args, one), maskOfArgument(args, other)];
      const joined = left !== undefined && rightMask !== undefined ? or(left, rightMask) : (left ?? rightMask ?? all);
      return args
        .filter(({ filter }) => filter !== one && filter !== other)
        .reduce((mask, { filter, values }) => and(mask, right(filter, values)), joined);
    },
  };
}

/** One value that is taken for another, for none, or for no restriction. */
function valueMutants(filter: Filter, rows: readonly Row[], { all, none, right }: Masks): [string, Misreading][] {
  if (filter.test === 'at-or-after') return boundMutants(filter, rows);
  if (filter.when !== undefined) {
    return [
      ['is turned round', () => maskOf(rows, (row) => !passes(filter, row, [filter.when ?? true]))],
      ['empties the list', () => none],
    ];
  }
  if (filter.allowed.length === 0) {
    const occurs = (value: FilterValue | undefined) => rows.some((row) => row[filter.field] === value);
    return [
      ['finds nothing', () => none],
      ['restricts nothing for an unknown value', ([value]) => (occurs(value) ? undefined : all)],
    ];
  }
  const read = (values: readonly FilterValue[], from: FilterValue, as: Mask | FilterValue): Mask | undefined => {
    if (!values.includes(from)) return undefined;
    if (as === all) return all;
    const kept = values.filter((value) => value !== from);
    const rest = kept.length === 0 ? none : right(filter, kept);
    return typeof as === 'object' ? or(rest, as) : or(rest, right(filter, [as]));
  };
  return filter.allowed.flatMap((value): [string, Misreading][] => [
    [`=${value} finds nothing`, (values) => read(values, value, none)],
    [`=${value} restricts nothing`, (values) => read(values, value, all)],
    ...filter.allowed
      .filter((other) => other !== value)
      .map((other): [string, Misreading] => [`=${value} is read as ${other}`, (values) => read(values, value, other)]),
  ]);
}

/** Bounds that exclude, look the other way, or forget the time of day. */
function boundMutants(filter: Filter, rows: readonly Row[]): [string, Misreading][] {
  const compare =
    (holds: (row: number, bound: number) => boolean): Misreading =>
    (values) =>
      maskOf(rows, (row) => holds(instant(row[filter.field]), instant(values[0])));
  const day = (time: number) => Math.floor(time / 86_400_000);
  return [
    ['excludes its own instant', compare((row, bound) => row > bound)],
    ['looks the other way', compare((row, bound) => row <= bound)],
    ['forgets the time of day', compare((row, bound) => day(row) >= day(bound))],
    ['starts the day after', compare((row, bound) => day(row) > day(bound))],
  ];
}

/** Repeated parameters of which only some count. */
function manyMutants(filter: Filter, { all, none, right }: Masks): [string, Misreading][] {
  const several =
    (as: (values: readonly FilterValue[]) => Mask): Misreading =>
    (values) =>
      values.length > 1 ? as(values) : undefined;
  return [
    ['takes only its first value', several((values) => right(filter, values.slice(0, 1)))],
    ['takes only its last value', several((values) => right(filter, values.slice(-1)))],
    ['finds nothing for several values', several(() => none)],
    ['restricts nothing for several values', several(() => all)],
  ];
}

/** Another member of the rows that is tested in place of the right one, where it has some of the same values. */
function fieldMutants(filter: Filter, rows: readonly Row[]): [string, Misreading][] {
  const isBound = filter.test === 'at-or-after';
  const wanted = new Set<unknown>(filter.allowed.length > 0 ? filter.allowed : rows.map((row) => row[filter.field]));
  const members = Object.keys(rows[0] ?? {}).filter((member) => member !== filter.field);
  const fits = (row: Row, member: string) => (isBound ? !Number.isNaN(instant(row[member])) : wanted.has(row[member]));
  return members
    .filter((member) => rows.some((row) => fits(row, member)))
    .map((member) => [
      `tests ${member}`,
      (values) => maskOf(rows, (row) => passes({ ...filter, field: member }, row, values)),
    ]);
}
