// Ways in which one filter can read its values wrongly.
import {
  elementsOf,
  type Filter,
  type FilterValue,
  instant,
  isNegative,
  kindOf,
  memberOf,
  passes,
  type Row,
  restricting,
  type TestKind,
} from '../spec/index.ts';
import { type Arguments, isId } from './arguments.ts';
import { type Mask, maskOf, or } from './mask.ts';
import { isExclusive } from './row-values.ts';

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
    const key = values.length === 1 ? (values[0] ?? '') : `${values.length} ${values.join()}`;
    const mask = known.get(key) ?? compute(values);
    known.set(key, mask);
    return mask;
  };
}

type Named = readonly [name: string, misread: Misreading];

/** What a deployment can get wrong with the values of one filter: one table, with an entry for each kind of filter. */
const misread: Readonly<Record<TestKind, (filter: Filter, rows: readonly Row[], masks: Masks) => Named[]>> = {
  identity: (filter, rows, masks) => {
    const turnedRound = isNegative(filter) ? turned(filter, rows) : [];
    return [
      ...turnedRound,
      ...(isId(filter) || filter.allowed.length === 0 ? idMutants(filter, rows, masks) : listedMutants(filter, masks)),
    ];
  },
  instant: (filter, rows) => boundMutants(filter, rows, (row) => instant(memberOf(row, filter.field)), instant),
  number: (filter, rows) => boundMutants(filter, rows, (row) => Number(memberOf(row, filter.field)), Number),
  text: textMutants,
  presence: (filter, rows, { none }) => [...turned(filter, rows), ['finds nothing', () => none]],
  elements: elementMutants,
};

/** One value that is taken for another, for none, or for no restriction. */
export function valueMutants(filter: Filter, rows: readonly Row[], masks: Masks): Named[] {
  if (filter.when !== undefined) return [...turned(filter, rows), ['empties the list', () => masks.none]];
  return misread[kindOf(filter)](filter, rows, masks);
}

/** The rows that should be kept are left out, and the others kept. */
function turned(filter: Filter, rows: readonly Row[]): Named[] {
  const rest = remembered((values) => maskOf(rows, (row) => !passes(filter, row, values)));
  return [['is turned round', (values) => (restricting(filter, values).length === 0 ? undefined : rest(values))]];
}

/** Parts of a text that are looked for in the wrong place, or with the wrong regard for case. */
function textMutants(filter: Filter, rows: readonly Row[], { none }: Masks): Named[] {
  const looks = (holds: (text: string, part: string) => boolean): Misreading =>
    remembered(([value]) => maskOf(rows, (row) => holds(String(memberOf(row, filter.field) ?? ''), String(value))));
  const withCase = (text: string) => (filter.caseSensitive ? text : text.toLowerCase());
  return [
    ['finds nothing', () => none],
    ['looks at the beginning only', looks((text, part) => withCase(text).startsWith(withCase(part)))],
    ['looks anywhere', looks((text, part) => withCase(text).includes(withCase(part)))],
    ['looks at the end only', looks((text, part) => withCase(text).endsWith(withCase(part)))],
    ['compares the whole text', looks((text, part) => withCase(text) === withCase(part))],
    [
      'takes case otherwise',
      remembered((values) =>
        maskOf(rows, (row) => passes({ ...filter, caseSensitive: !filter.caseSensitive }, row, values)),
      ),
    ],
  ];
}

/** Lists of which only a part is looked at, or of which any or all elements are taken for the other. */
function elementMutants(filter: Filter, rows: readonly Row[], { none }: Masks): Named[] {
  const other = filter.test === 'any-of' ? 'all-of' : 'any-of';
  const first = (row: Row) => elementsOf(memberOf(row, filter.field), filter.element).slice(0, 1);
  return [
    ['finds nothing', () => none],
    [`means ${other}`, remembered((values) => maskOf(rows, (row) => passes({ ...filter, test: other }, row, values)))],
    [
      'looks at the first element only',
      remembered((values) => maskOf(rows, (row) => first(row).some((each) => values.some((value) => value === each)))),
    ],
  ];
}

/** Identifiers that are compared loosely. */
function idMutants(filter: Filter, rows: readonly Row[], { all, none }: Masks): Named[] {
  const ids = new Set(rows.map((row) => memberOf(row, filter.field)));
  const looks = (holds: (id: string, value: string) => boolean): Misreading => {
    return remembered(([value]) =>
      maskOf(
        rows,
        (row) => isScalar(memberOf(row, filter.field)) && holds(String(memberOf(row, filter.field)), String(value)),
      ),
    );
  };
  return [
    ['finds nothing', () => none],
    ['restricts nothing for an unknown value', ([value]) => (value === undefined || ids.has(value) ? undefined : all)],
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

/** Bounds that exclude or include wrongly, look the other way, forget the time of day, or forget the outermost rows. */
function boundMutants(
  filter: Filter,
  rows: readonly Row[],
  sizeOf: (row: Row) => number,
  read: (value: unknown) => number,
): Named[] {
  const sizes = rows.map(sizeOf);
  const sorted = sizes.toSorted((one, other) => one - other);
  const upwards =
    filter.test === 'after' ||
    filter.test === 'at-or-after' ||
    filter.test === 'greater-than' ||
    filter.test === 'at-least';
  const outermost = sorted[Math.floor(rows.length * (upwards ? 0.1 : 0.9))] ?? 0;
  const day = (time: number) => Math.floor(time / 86_400_000);
  // Looked at from the side that is kept: larger is further in.
  const further = (one: number, other: number) => (upwards ? one - other : other - one);
  const compare = (holds: (row: number, bound: number) => boolean): Misreading =>
    remembered(([value]) => maskOf(sizes, (size) => holds(size, read(value))));
  const ofInstants: Named[] = [
    ['forgets the time of day', compare((row, bound) => further(day(row), day(bound)) >= 0)],
    ['starts the day after', compare((row, bound) => further(day(row), day(bound)) > 0)],
  ];
  const inclusive = !isExclusive(filter);
  const keeps = (row: number, bound: number) => further(row, bound) > 0 || (inclusive && row === bound);
  return [
    [
      'takes its own value otherwise',
      compare((row, bound) => further(row, bound) > 0 || (!inclusive && row === bound)),
    ],
    ['looks the other way', compare((row, bound) => further(row, bound) <= 0)],
    ['forgets the outermost rows', compare((row, bound) => keeps(row, bound) && further(row, outermost) > 0)],
    ...(kindOf(filter) === 'instant' ? ofInstants : []),
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
  const { test, field } = filter;
  const wanted = new Set<unknown>(filter.allowed.length > 0 ? filter.allowed : rows.map((row) => memberOf(row, field)));
  const fits: Readonly<Record<TestKind, (value: unknown) => boolean>> = {
    identity: (value) => wanted.has(value),
    instant: (value) => isTimestamp(value),
    number: (value) => typeof value === 'number',
    text: (value) => typeof value === 'string' && !isTimestamp(value),
    presence: (value) => value === null,
    elements: (value) => Array.isArray(value),
  };
  const members = Object.keys(rows[0] ?? {}).filter((member) => member !== field);
  return members
    .filter((member) => rows.some((row) => fits[kindOf({ test })](row[member])))
    .map((member) => [
      `tests ${member}`,
      remembered((values) => maskOf(rows, (row) => passes({ ...filter, field: member }, row, values))),
    ]);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isTimestamp(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}
