// Ways in which a bound, a text or a list can be compared wrongly.
import { elementsOf, type Filter, kindOf, memberOf, type Row } from '../../../spec/index.ts';
import { textIn } from '../../walk/rows.ts';
import { bitsetOf } from '../bitset.ts';
import { directionOf, isExclusive } from '../filters/bound-values.ts';
import { type Masks, type Misreading, type Named, remembered, rowsPassing } from './mutation-operator.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000] as const;

/** Bounds that exclude or include wrongly, look the other way, forget the time of day, or forget the outermost rows. */
export function boundMutants(
  filter: Filter,
  rows: readonly Row[],
  sizeOf: (row: Row) => number,
  read: (value: unknown) => number,
): Named[] {
  const sizes = rows.map(sizeOf);
  const sorted = sizes.toSorted((one, other) => one - other);
  const upwards = directionOf(filter) === 1;
  const outermost = sorted[Math.floor(rows.length * (upwards ? 0.1 : 0.9))] ?? 0;
  const cut = (unit: number) => (time: number) => Math.floor(time / unit);
  const day = cut(DAY);
  // Looked at from the side that is kept: larger is further in.
  const further = (one: number, other: number) => (upwards ? one - other : other - one);
  const compare = (holds: (row: number, bound: number) => boolean): Misreading =>
    remembered(([value]) => {
      const bound = read(value);
      return bitsetOf(sizes, (size) => holds(size, bound));
    });
  const ofInstants: Named[] = [
    ['forgets the time of day', compare((row, bound) => further(day(row), day(bound)) >= 0)],
    ['starts the day after', compare((row, bound) => further(day(row), day(bound)) > 0)],
    ...[HOUR, MINUTE].map((unit): Named => {
      const whole = cut(unit);
      return [`counts in units of ${unit} ms`, compare((row, bound) => further(whole(row), whole(bound)) >= 0)];
    }),
    ...[HOUR, -HOUR, SECOND, -SECOND].map(
      (shift): Named => [`is ${shift} ms off`, compare((row, bound) => further(row + shift, bound) >= 0)],
    ),
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

/** Parts of a text that are looked for in the wrong place, or with the wrong regard for case. */
export function textMutants(filter: Filter, rows: readonly Row[], { none }: Masks): Named[] {
  const looks = (holds: (text: string, part: string) => boolean): Misreading =>
    remembered(([value]) => bitsetOf(rows, (row) => holds(textIn(row, filter.field), String(value))));
  const otherwise = { ...filter, caseSensitive: !filter.caseSensitive };
  const withCase = (text: string) => (filter.caseSensitive ? text : text.toLowerCase());
  return [
    ['finds nothing', () => none],
    ['looks at the beginning only', looks((text, part) => withCase(text).startsWith(withCase(part)))],
    ['looks anywhere', looks((text, part) => withCase(text).includes(withCase(part)))],
    ['looks at the end only', looks((text, part) => withCase(text).endsWith(withCase(part)))],
    ['compares the whole text', looks((text, part) => withCase(text) === withCase(part))],
    [
      'reads _ and % as wildcards',
      looks((text, part) => part === '%' || (part === '_' ? text !== '' : withCase(text).includes(withCase(part)))),
    ],
    ['takes case otherwise', rowsPassing(otherwise, rows)],
  ];
}

/** Lists of which only a part is looked at, or of which any or all elements are taken for the other. */
export function elementMutants(filter: Filter, rows: readonly Row[], { none }: Masks): Named[] {
  const other = filter.test === 'any-of' ? 'all-of' : 'any-of';
  const misunderstood = { ...filter, test: other } as const;
  const first = (row: Row) => elementsOf(memberOf(row, filter.field), filter.element).slice(0, 1);
  return [
    ['finds nothing', () => none],
    [`means ${other}`, rowsPassing(misunderstood, rows)],
    [
      'looks at the first element only',
      remembered((values) =>
        bitsetOf(rows, (row) => first(row).some((each) => values.some((value) => value === each))),
      ),
    ],
  ];
}
