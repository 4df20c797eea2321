// For tests: walks of a list, by the names of the rows that they show.
import type { Operation, Row } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import type { Walk } from '../walk/walk.ts';

/** A list with cursors. */
export const operation = ownContract().operations.find(({ list }) => list.paging.style === 'cursor') as Operation;

/** A row by its key; a star is another content. */
export const rowOf = (name: string): Row => ({ [operation.list.key]: name.replace('*', ''), shown: name.length });
export const rowsOf = (names: string): Row[] => names.split(' ').filter(Boolean).map(rowOf);

const request = { operation, query: [], credential: 'none', tenants: {}, expect: 'list' } as const;
const exchange = { request, url: '', status: 200, headers: {}, body: {}, problem: undefined };

/** A walk that shows these rows, in two pages where nothing else is said. */
export function walkOf(names: string, facts: Partial<Walk> & { readonly cuts?: number } = {}): Walk {
  const { cuts = 2, ...others } = facts;
  const rows = rowsOf(names);
  const pages = Array.from({ length: cuts }, () => ({ exchange, rows: [], next: undefined, told: {} }));
  const fixed = { args: [], size: 2, start: undefined, place: undefined, more: [], at: 1 };
  return { ...fixed, pages, rows, stop: 'end', ...others };
}
