// A row that is listed: as data, and as the bytes that a reply holds.
import type { RowSource } from '../../fixtures/index.ts';
import type { Row } from '../../spec/index.ts';
import { createKept } from './kept.ts';

export type ListedRow = { readonly row: Row; readonly bytes: Buffer };

/** A row whose bytes are made when it is first sent. */
export function listedRow(row: Row): ListedRow {
  let bytes: Buffer | undefined;
  return {
    row,
    get bytes() {
      bytes ??= Buffer.from(JSON.stringify(row));
      return bytes;
    },
  };
}

/** How many bytes are kept of a source. */
const MOST_BYTES = 2 ** 26;

/** How many rows a list may have that are kept as data, too. */
const MOST_ROWS = 10_000;

/** The rows of a source; their bytes are kept while there is room. */
export function listRows({ size, row }: RowSource): (index: number) => ListedRow {
  if (size <= MOST_ROWS) {
    const rows: ListedRow[] = [];
    return (index) => {
      const known = rows[index] ?? listedRow(row(index));
      rows[index] = known;
      return known;
    };
  }
  const kept = createKept<number, Buffer>(MOST_BYTES);
  return (index) => ({
    get row() {
      return row(index);
    },
    get bytes() {
      const known = kept.get(index);
      if (known !== undefined) return known;
      const bytes = Buffer.from(JSON.stringify(row(index)));
      kept.put(index, bytes, bytes.length);
      return bytes;
    },
  });
}
