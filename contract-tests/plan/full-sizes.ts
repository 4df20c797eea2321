// The page sizes that the full depth walks a whole list in, and how many pages of each it reads.
import type { Operation } from '../../spec/index.ts';

/** Pages that one walk may take; of the smallest size twice as many. */
const MOST_PAGES = 60;
/** Pages of a walk that would take more. */
const FEW_PAGES = 3;

/** Sizes around every bound: of the parameter, and of the list, which some fill to the last row or leave one row over. */
export function fullSizes({ list }: Operation, rows: number): { readonly size: number; readonly pages: number }[] {
  const { minimum = 1, maximum = rows, default: usual = rows } = list.size ?? {};
  const divisor = (of: number) => [7, 6, 5, 4, 3, 2].find((each) => of % each === 0) ?? rows;
  const around = [rows - 1, rows, rows + 1, Math.ceil(rows / 2), divisor(rows), divisor(rows - 1)];
  const sizes = [minimum, minimum + 1, 10, 25, 50, usual - 1, usual, usual + 1, maximum - 1, ...around];
  return [...new Set(sizes)]
    .filter((size) => size >= minimum && size <= maximum)
    .map((size) => {
      const pages = Math.max(1, Math.ceil(rows / size));
      return { size, pages: pages > (size === minimum ? 2 : 1) * MOST_PAGES ? FEW_PAGES : pages };
    });
}
