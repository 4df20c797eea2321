// The cursors that a deployment has issued, so that a genuine one is told from every other.
import type { Reply } from '../../../mock/index.ts';
import { at, isRecord } from '../../../spec/index.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import type { Scene } from './scene.ts';

/** What a cursor is to the list that it is shown to. */
export type CursorKind =
  | 'genuine'
  | 'empty'
  | Likeness
  | 'of another list'
  | 'of another query'
  | 'too long'
  | 'invented';

/** A cursor in a call; of a genuine one, how many rows stand before the page that it leads to. */
export type Cursor = { readonly kind: CursorKind; readonly offset?: number };

type Issue = { readonly list: string; readonly filters: string; readonly offset: number };

export type Ledger = {
  readonly read: (scene: Scene, query: URLSearchParams, cursor: string) => Cursor;
  /** Notes the cursor that a reply leads on with. */
  readonly note: (scene: Scene, query: URLSearchParams, reply: Reply, offset: number) => void;
};

/** More letters than any cursor of a sensible deployment has. */
const TOO_LONG = 1000;

export function createLedger(): Ledger {
  const issued = new Map<string, Issue>();
  return {
    read: (scene, query, cursor) => {
      const issue = issued.get(cursor);
      if (issue !== undefined) {
        if (issue.list !== scene.operation.id) return { kind: 'of another list' };
        if (issue.filters !== filtersIn(scene, query)) return { kind: 'of another query' };
        return { kind: 'genuine', offset: issue.offset };
      }
      if (cursor === '') return { kind: 'empty' };
      if (cursor.length > TOO_LONG) return { kind: 'too long' };
      for (const genuine of issued.keys()) {
        const likeness = likenessOf(cursor, genuine);
        if (likeness !== undefined) return { kind: likeness };
      }
      return { kind: 'invented' };
    },
    note: (scene, query, reply, offset) => {
      const cursor = nextOf(scene, reply);
      const rows = at(reply.body, scene.operation.list.items);
      if (cursor === undefined || !Array.isArray(rows)) return;
      issued.set(cursor, {
        list: scene.operation.id,
        filters: filtersIn(scene, query),
        offset: offset + rows.length,
      });
    },
  };
}

/** The cursor that a reply leads on with, where it stands in the body. */
export function nextOf({ operation }: Scene, { body }: Reply): string | undefined {
  const { paging } = operation.list;
  if (paging.style !== 'cursor' || !('value' in paging.next) || !isRecord(body)) return undefined;
  const next = at(body, paging.next.value);
  return next === undefined || next === null ? undefined : String(next);
}

/** The filters of a query in one spelling. */
function filtersIn({ operation }: Scene, query: URLSearchParams): string {
  return JSON.stringify(operation.filters.map(({ name }) => [...new Set(query.getAll(name))].sort()));
}
