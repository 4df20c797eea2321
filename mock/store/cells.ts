// Rows that are alike in every member of few values: however many of these members are asked for, a list is the union of
// such cells, and what contradicts itself is none.
import { type Codes, type Column, codesFor } from './column.ts';

/** One combination of values, and the ranks of its rows. */
type Cell = { readonly codes: readonly number[]; readonly ranks: Int32Array };

export type Cells = {
  /** The members, in the order of `codes`. */
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  /** The cell of each row, by rank. */
  readonly cellOf: Codes;
};

/** The most cells: a page is read from as many lists at once. */
const MOST = 64;

/** Makes cells of as many columns as keep them few: those of the fewest values. */
export function makeCells(columns: readonly Column[], size: number): Cells {
  let cells: readonly (readonly number[])[] = [[]];
  let cellOf: Codes = new Uint8Array(size);
  const taken: Column[] = [];
  for (const column of [...columns].sort((one, other) => one.distinct - other.distinct)) {
    const finer: Divided | undefined = column.distinct > MOST ? undefined : refine(cells, cellOf, column);
    if (finer === undefined) break;
    ({ cells, cellOf } = finer);
    taken.push(column);
  }
  const sizes = new Int32Array(cells.length);
  for (const cell of cellOf) sizes[cell] = (sizes[cell] ?? 0) + 1;
  const ranks = Array.from(sizes, (count) => new Int32Array(count));
  const filled = new Int32Array(cells.length);
  for (const [rank, cell] of cellOf.entries()) {
    const at = filled[cell] ?? 0;
    const list = ranks[cell];
    if (list !== undefined) list[at] = rank;
    filled[cell] = at + 1;
  }
  const none = new Int32Array(0);
  return { columns: taken, cells: cells.map((codes, cell) => ({ codes, ranks: ranks[cell] ?? none })), cellOf };
}

/** What tells cells apart, and the cell of each row. */
type Divided = { readonly cells: readonly (readonly number[])[]; readonly cellOf: Codes };

/** The cells, told apart by one column more; undefined where they become too many. */
function refine(cells: Divided['cells'], cellOf: Codes, { distinct, codes }: Column): Divided | undefined {
  const finer = new Map<number, number>();
  const found: number[][] = [];
  const cellOfRow = codesFor(MOST, cellOf.length);
  for (const [rank, cell] of cellOf.entries()) {
    const code = codes[rank] ?? 0;
    const pair = cell * distinct + code;
    let known = finer.get(pair);
    if (known === undefined) {
      if (found.length === MOST) return undefined;
      known = found.length;
      finer.set(pair, known);
      found.push([...(cells[cell] ?? []), code]);
    }
    cellOfRow[rank] = known;
  }
  return { cells: found, cellOf: cellOfRow };
}
