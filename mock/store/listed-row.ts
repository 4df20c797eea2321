// A row that is listed: as data, and as the JSON that a reply holds.
import type { RowSource } from '../../fixtures/index.ts';
import type { Row } from '../../spec/index.ts';
import { createKept } from './kept.ts';

export type ListedRow = { readonly row: Row; readonly json: string };

/** A row whose JSON is made when it is first sent. */
export function listedRow(row: Row): ListedRow {
  let json: string | undefined;
  return {
    row,
    get json() {
      json ??= JSON.stringify(row);
      return json;
    },
  };
}

/** Bytes of JSON that are kept of a source. */
const MOST_BYTES = 2 ** 26;

/** How many rows a list may have that are kept as data, too. */
const MOST_ROWS = 10_000;

/** The rows of a source; their JSON is kept while there is room. */
export function listRows({ size, row }: RowSource): (index: number) => ListedRow {
  if (size <= MOST_ROWS) {
    const rows: ListedRow[] = [];
    return (index) => {
      const known = rows[index] ?? listedRow(row(index));
      rows[index] = known;
      return known;
    };
  }
  const texts = createKept<number, string>(MOST_BYTES);
  return (index) => ({
    get row() {
      return row(index);
    },
    get json() {
      const known = texts.get(index);
      if (known !== undefined) return known;
      const json = JSON.stringify(row(index));
      texts.put(index, json, json.length);
      return json;
    },
  });
}
