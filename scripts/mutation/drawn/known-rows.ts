// Which rows can be known of: a list that left a row out everywhere could not be told from one that never had it.
import { memberOf, type Row } from '../../../spec/index.ts';
import type { Handler } from '../../faults/built-in.ts';
import { callOf, plainDraft } from './draft.ts';
import { keyOf, type Scene } from './scene.ts';
import { rowsIn, walkFrom } from './walk.ts';

/** Whether any plain call shows the row: without filters, by one of its own values, or page by page; or another list names it. */
export function isKnown(scene: Scene, handler: Handler, row: Row): boolean {
  const key = keyOf(scene, row);
  const { operation } = scene;
  const own = operation.filters.flatMap(({ name, field, when }): (readonly [string, string])[] => {
    const value = memberOf(row, field);
    if (when !== undefined) return [[name, String(when)]];
    return value === undefined || value === null ? [] : [[name, String(value)]];
  });
  const { paging, size } = operation.list;
  const sizes =
    paging.limit === undefined
      ? []
      : [size?.maximum ?? 50, 10].map((each) => [paging.limit ?? '', String(each)] as const);
  const queries = [[], ...own.map((pair) => [pair]), ...sizes.map((pair) => [pair])];
  return isNamed(scene, row) || queries.some((pairs) => shows(scene, handler, pairs, key));
}

function shows(scene: Scene, handler: Handler, pairs: readonly (readonly [string, string])[], key: string): boolean {
  const draft = plainDraft(scene);
  for (const [name, value] of pairs) draft.query.append(name, value);
  const { paging, size } = scene.operation.list;
  const asked = Number(draft.query.get(paging.limit ?? '') ?? size?.default ?? 20);
  const steps = walkFrom(scene, handler, callOf(draft), paging.style === 'none' ? Number.POSITIVE_INFINITY : asked);
  return steps.some(
    ({ reply }) => reply.status === 200 && rowsIn(scene, reply).some((each) => keyOf(scene, each) === key),
  );
}

/** Whether a row of another list refers to this one. */
function isNamed({ mock, operation }: Scene, row: Row): boolean {
  return mock.contract.operations.some(({ api, list, references }) =>
    references.some(({ from, to, field }) => {
      if (api !== operation.api || (to !== operation.list.resource && to !== operation.list.name)) return false;
      const rows = mock.stores[list.name]?.select({ values: new Map(), limit: Number.POSITIVE_INFINITY }) ?? [];
      return rows.some((each) => memberOf(each, from) === memberOf(row, field));
    }),
  );
}
