// The classes of page sizes: at and beside the documented bounds, and around what the rows that are asked for fill.
import type { ListMeaning } from '../../spec/index.ts';

type Bounds = NonNullable<ListMeaning['size']>;

/** Every class of sizes that so many rows can be asked for with; one size may be in several. */
export function sizeClasses(
  { minimum, maximum, default: usual }: Bounds,
  rows: number,
): (readonly [name: string, size: number | undefined])[] {
  const most = maximum ?? Math.max(rows, minimum, usual);
  const upTo = Array.from({ length: Math.max(0, Math.min(rows, most) - 2) }, (_, index) => index + 2);
  const [full, one] = [0, 1].map((rest) => upTo.filter((size) => size < rows && rows % size === rest));
  const between = [Math.ceil(rows / 3), Math.ceil(rows / 2), Math.ceil(most / 2)].find(
    (size) => ![...(full ?? []), ...(one ?? []), rows - 1, rows, rows + 1].includes(size),
  );
  const sizes: (readonly [string, number | undefined])[] = [
    ['not given', undefined],
    [rows > minimum ? 'smallest' : 'smallest, and enough', minimum],
    ['beside the smallest', minimum + 1],
    ...(maximum === undefined ? [] : ([['beside the largest', maximum - 1]] as const)),
    ['largest', most],
    ...([full?.at(-1), full?.[0]] as const).map((size) => ['leaves a full last page', size] as const),
    ...([one?.at(-1), one?.[0]] as const).map((size) => ['leaves one row for the last page', size] as const),
    ['exactly all', rows],
    ['all but one', rows - 1],
    ['one more than all', rows + 1],
    ['between', between],
  ];
  return [...new Map(sizes.map((each) => [each.join(), each])).values()].filter(
    ([name, size]) => name === 'not given' || (size !== undefined && size >= minimum && size <= most),
  );
}
