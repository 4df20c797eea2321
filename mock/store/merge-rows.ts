// Reads a page out of a table and the rows that were changed: both stand in one order, and are read as one list.
import type { Choice } from './choose-ranks.ts';
import type { Entry } from './delta.ts';
import type { ListedRow } from './listed-row.ts';
import { comparePositions, type Position } from './position.ts';
import type { Table } from './table.ts';

type Sources = Choice & {
  readonly table: Table;
  /** Ranks that are not listed. */
  readonly hidden: ReadonlySet<number>;
  /** The changed rows that pass, in order. */
  readonly changed: readonly Entry[];
  /** The rank from which on the table is read. */
  readonly from: number;
  readonly after: Position | undefined;
  readonly before: Position | undefined;
  readonly skip: number;
  readonly limit: number;
  readonly listed: (index: number) => ListedRow;
};

/** Up to `limit` rows: behind `after` and `skip` rows more, or the last ones before `before`. */
export function mergeRows(sources: Sources): readonly ListedRow[] {
  const { table, before, limit, after, hidden, holds } = sources;
  const changed = sources.changed.filter((entry) => after === undefined || isBehind(table, entry, after));
  // Where every rank that is read is listed, rows are passed over without reading them.
  const isWhole = after === undefined && changed.length === 0 && hidden.size === 0 && holds === undefined;
  const jump = isWhole ? sources.skip : 0;
  const next = reading(sources, jump);
  let skip = sources.skip - jump;
  let place = 0;
  const found: ListedRow[] = [];
  let rank = next();
  while (before !== undefined || found.length < limit) {
    const entry = changed[place];
    const position = rank < 0 || (entry ?? before) === undefined ? undefined : table.positionAt(rank);
    const isEntry = entry !== undefined && (position === undefined || isBehind(table, position, entry));
    const here = isEntry ? entry : position;
    if (!isEntry && rank < 0) break;
    if (before !== undefined && here !== undefined && !isBehind(table, before, here)) break;
    if (skip > 0) skip -= 1;
    else found.push(isEntry ? entry.listed : sources.listed(table.indexAt(rank)));
    if (isEntry) place += 1;
    else rank = next();
    // Of what stands before a position, the last rows are wanted.
    if (before !== undefined && found.length > limit) found.shift();
  }
  return found;
}

function isBehind({ order }: Table, one: Position, other: Position): boolean {
  return comparePositions(order, one, other) > 0;
}

/** Gives one rank of the table after the other that passes and is listed; -1 at the end. */
function reading({ table, read, holds, hidden, from, after }: Sources, jump: number): () => number {
  const reader = read(from);
  if (jump > 0) reader.skip(jump);
  const first = after === undefined || from >= table.size ? undefined : table.positionAt(from);
  // The row that stands at the position itself is not behind it.
  const own = after !== undefined && first !== undefined && comparePositions(table.order, first, after) === 0;
  return () => {
    for (let rank = reader.next(); rank >= 0; rank = reader.next()) {
      if (own && rank === from) continue;
      if (!hidden.has(rank) && (holds === undefined || holds(rank))) return rank;
    }
    return -1;
  };
}
