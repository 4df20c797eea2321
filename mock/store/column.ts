// One member of all rows, as numbers: rows that are alike in it have the same.

/** Numbers that take as many bytes as the largest needs. */
export type Codes = Uint8Array | Uint16Array | Int32Array;

export type Column = {
  readonly field: string;
  /** How many different values there are. */
  readonly distinct: number;
  /** The number of a value; undefined for one that no row has. */
  readonly codeOf: (value: unknown) => number | undefined;
  /** The number of each row's value, by rank. */
  readonly codes: Codes;
};

/** A column that is being read, row by row. */
export type ColumnReader = {
  readonly add: (index: number, value: unknown) => void;
  /** The column, its rows in the order of `ranked`: the index of each rank, or undefined where rank and index are one. */
  readonly column: (ranked: Int32Array | undefined) => Column;
};

/** Reads the column of a member. */
export function readColumn(field: string, size: number): ColumnReader {
  const codeByValue = new Map<unknown, number>();
  const byIndex = new Int32Array(size);
  return {
    add: (index, value) => {
      const known = codeByValue.get(value);
      const code = known ?? codeByValue.size;
      if (known === undefined) codeByValue.set(value, code);
      byIndex[index] = code;
    },
    column: (ranked) => {
      const distinct = codeByValue.size;
      const codes = codesFor(distinct, size);
      for (let rank = 0; rank < size; rank += 1) codes[rank] = byIndex[ranked?.[rank] ?? rank] ?? 0;
      return { field, distinct, codeOf: (value) => codeByValue.get(value), codes };
    },
  };
}

/** A list of numbers below `distinct`. */
export function codesFor(distinct: number, size: number): Codes {
  if (distinct <= 2 ** 8) return new Uint8Array(size);
  return distinct <= 2 ** 16 ? new Uint16Array(size) : new Int32Array(size);
}
