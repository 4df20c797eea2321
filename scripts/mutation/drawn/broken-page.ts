// What may be wrong with the pages of a list that is served, wherever the documents leave no choice.
import type { Reply } from '../../../mock/index.ts';
import { at, memberOf, passes, type Row } from '../../../spec/index.ts';
import type { Asked } from './asked.ts';
import { keyOf, valuesOf } from './scene.ts';
import { rowsIn } from './walk.ts';

/** What is broken, and how binding the statement is. */
export type Breach = { readonly level: 'must' | 'should'; readonly clause: string; readonly says: string };

/** What is wrong with one page of a walk. */
export function brokenPage(asked: Asked, query: URLSearchParams, reply: Reply, index: number): Breach | undefined {
  const { scene, kept, size } = asked;
  const { operation } = scene;
  const must = (says: string): Breach => ({ level: 'must', clause: operation.list.clauses[0] ?? '', says });
  if (reply.status !== 200) return must(`the status is ${reply.status} in place of 200`);
  const [violation] = operation.reply(200)?.violations(reply.body) ?? [];
  if (violation !== undefined && violation.level !== 'open') {
    const { level, pointer, expected, clauses } = violation;
    return { level, clause: clauses[0] ?? '', says: `${pointer} is not ${expected}` };
  }
  const rows = rowsIn(scene, reply);
  if (rows.length > size) return must(`a page of ${size} has ${rows.length} rows`);
  // Later pages behind a cursor may be cut short: only how many they hold at most is plain. What is short on the last
  // page is a row that is lost.
  const isCounted = index === 0 || operation.list.paging.style !== 'cursor';
  if (isCounted && rows.length < size && (index + 1) * size < kept.length)
    return must(`a page of ${size} has ${rows.length} rows, and more follow`);
  const wrong = rows.map((row) => brokenRow(asked, row)).find((each) => each !== undefined);
  return wrong === undefined ? brokenFacts(asked, query, reply, index) : must(wrong);
}

/** What is wrong with a row, beside its form. */
function brokenRow({ scene, query }: Asked, row: Row): string | undefined {
  const { operation, mock } = scene;
  const key = keyOf(scene, row);
  const out = operation.filters.find((filter) => !passes(filter, row, valuesOf(scene, query, filter)));
  if (out !== undefined) return `row ${key} does not pass ${out.name}`;
  for (const { from, to, field, agree } of operation.references) {
    const target = mock.contract.operations.find(
      ({ api, list }) => api === operation.api && [list.resource, list.name].includes(to),
    );
    const store = target === undefined ? undefined : mock.stores[target.list.name];
    const value = memberOf(row, from);
    if (target?.list.key !== field || store === undefined || typeof value !== 'string') continue;
    const other = store.get(value);
    if (other === undefined) return `${from} of row ${key} leads nowhere`;
    const apart = agree.find((name) => memberOf(row, name) !== memberOf(other, name));
    if (apart !== undefined) return `row ${key} and the ${to} that it names differ in ${apart}`;
  }
  return undefined;
}

/** What the reply says of its page. */
function brokenFacts(asked: Asked, query: URLSearchParams, reply: Reply, index: number): Breach | undefined {
  const { scene, kept, size } = asked;
  const { paging, clauses } = scene.operation.list;
  const first = paging.style === 'page' ? paging.first : 1;
  const truth: Readonly<Record<string, unknown>> = {
    total: kept.length,
    more: (index + 1) * size < kept.length,
    page: first + index,
    pages: Math.ceil(kept.length / size),
    offset: index * size,
    limit: size,
  };
  for (const [fact, pointer] of Object.entries(paging.tells)) {
    const told = at(reply.body, pointer);
    if (told !== truth[fact])
      return {
        level: 'must',
        clause: clauses[0] ?? '',
        says: `${pointer} is ${told} in place of ${truth[fact]} (?${query})`,
      };
  }
  return undefined;
}

/** What is wrong with all pages of a walk together: they must part the list, in whatever order. */
export function brokenWalk(
  { scene, kept }: Asked,
  pages: readonly (readonly Row[])[],
  isKnown: (row: Row) => boolean,
): Breach | undefined {
  const found = pages.flat().map((row) => keyOf(scene, row));
  const distinct = new Set(found);
  const lost = kept.filter((row) => !distinct.has(keyOf(scene, row)));
  const [clause = ''] = scene.operation.list.clauses;
  // A row that is shown nowhere cannot be missed, unless the reply counts it.
  const isCounted = scene.operation.list.paging.tells.total !== undefined;
  if (lost.length > 0 && (isCounted || lost.some(isKnown)))
    return { level: 'must', clause, says: `${lost.length} of ${kept.length} rows are on no page` };
  if (distinct.size < found.length)
    return { level: 'must', clause, says: `${found.length - distinct.size} rows are given more than once` };
  return undefined;
}
