// The rows of each value of a member of many values: short lists by rank, and long ones divided by cell.
import type { Cells } from './cells.ts';
import type { Column } from './column.ts';

/** The rows of one value, in one cell where the list is long. */
type Part = { readonly cell: number | undefined; readonly ranks: Int32Array };

/** The rows of one value. */
export type Group = {
  readonly size: number;
  readonly parts: readonly Part[];
  /** The number that all these rows have in another column; undefined where they differ, or nobody looked. */
  readonly common: (column: Column) => number | undefined;
};

export type Groups = { readonly column: Column; readonly of: (code: number) => Group };

/** A list that is not longer is read to its end sooner than it is divided. */
const SHORT = 64;

/** Groups the rows by one column; `others` are the columns whose values a long group may have in common. */
export function makeGroups(column: Column, { cellOf }: Cells, others: readonly Column[]): Groups {
  const { codes, distinct } = column;
  const starts = new Int32Array(distinct + 1);
  for (const code of codes) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 0; code < distinct; code += 1) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const filled = starts.slice();
  const ranks = new Int32Array(codes.length);
  for (const [rank, code] of codes.entries()) {
    const at = filled[code] ?? 0;
    ranks[at] = rank;
    filled[code] = at + 1;
  }
  const long = new Map<number, Group>();
  for (let code = 0; code < distinct; code += 1) {
    const own = ranks.subarray(starts[code], starts[code + 1]);
    if (own.length <= SHORT) continue;
    const common = new Map(others.flatMap((other) => commonCode(other, own)));
    long.set(code, { size: own.length, parts: divide(own, cellOf), common: (other) => common.get(other) });
  }
  return {
    column,
    of: (code) => {
      const own = ranks.subarray(starts[code], starts[code + 1]);
      return long.get(code) ?? { size: own.length, parts: [{ cell: undefined, ranks: own }], common: () => undefined };
    },
  };
}

function divide(ranks: Int32Array, cellOf: Cells['cellOf']): Part[] {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(cellOf[rank] ?? 0, (sizes.get(cellOf[rank] ?? 0) ?? 0) + 1);
  const parts = new Map([...sizes].map(([cell, size]) => [cell, { ranks: new Int32Array(size), filled: 0 }]));
  for (const rank of ranks) {
    const part = parts.get(cellOf[rank] ?? 0);
    if (part !== undefined) part.ranks[part.filled++] = rank;
  }
  return [...parts].map(([cell, part]) => ({ cell, ranks: part.ranks }));
}

function commonCode(column: Column, ranks: Int32Array): [Column, number][] {
  const code = column.codes[ranks[0] ?? 0];
  return code !== undefined && ranks.every((rank) => column.codes[rank] === code) ? [[column, code]] : [];
}
