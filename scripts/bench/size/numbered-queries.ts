// Queries of a list in numbered pages: the first page, one in the middle, the last; of all rows and of those that a filter keeps.
import { at } from '../../../spec/index.ts';
import type { MeasuredQuery } from './queries.ts';
import type { World } from './world.ts';

const LIMIT = 10;

export function numberedQueries({ operation, read }: World): readonly MeasuredQuery[] {
  const { paging } = operation.list;
  if (paging.style !== 'page' || paging.tells.total === undefined)
    throw new Error(`${operation.id} has no numbered pages that tell how many there are.`);
  const { page, limit, first, tells } = paging;
  const filters = operation.parameters.filter(({ name }) => operation.filters.some((filter) => filter.name === name));
  const totalOf = (query: string) => Number(at(read(query), tells.total ?? ''));
  const kept = filters.flatMap(({ name, allowed }) => allowed.map((value) => `${name}=${value}`));
  const all = ['', ...kept].map((query) => ({ query, total: totalOf(query) })).filter(({ total }) => total > LIMIT);
  return all.flatMap(({ query, total }) => {
    const pages = Math.floor(total / LIMIT);
    const places = { 'first page': 0, 'page in the middle': Math.floor(pages / 2), 'last full page': pages - 1 };
    return Object.entries(places).map(([place, nth]) => ({
      name: [place, query].filter((text) => text !== '').join(', '),
      kind: 'page' as const,
      limit: LIMIT,
      queries: [`${query}&${limit}=${LIMIT}&${page}=${first + nth}`],
    }));
  });
}
