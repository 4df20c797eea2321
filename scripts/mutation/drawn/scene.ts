// What a fault is drawn for: one operation of the contract, and the clean rows of one world.
import type { Mock } from '../../../mock/index.ts';
import { type Filter, type FilterValue, memberOf, passes, type Row, readValues } from '../../../spec/index.ts';

export type Scene = {
  readonly mock: Pick<Mock, 'stores' | 'contract'>;
  readonly operation: Mock['contract']['operations'][number];
  /** All rows of the list, in the mock's order. */
  readonly rows: readonly Row[];
};

/** The scene of an operation, by its id. */
export function sceneOf(mock: Scene['mock'], id: string): Scene {
  const operation = mock.contract.operations.find((each) => each.id === id);
  const store = operation === undefined ? undefined : mock.stores[operation.list.name];
  if (operation === undefined || store === undefined) throw new Error(`There is no operation ${id}.`);
  return { mock, operation, rows: store.select({ values: new Map(), limit: Number.POSITIVE_INFINITY }) };
}

/** The values of a filter in a query, typed. */
export function valuesOf({ operation }: Scene, query: URLSearchParams, { name }: Filter): readonly FilterValue[] {
  const parameter = operation.parameters.find((each) => each.name === name);
  if (parameter === undefined) return [];
  const { valueType } = parameter;
  return readValues(parameter, query.getAll(name)).map((text) => {
    if (valueType === 'boolean') return text === 'true';
    return valueType === 'string' ? text : Number(text);
  });
}

/** The rows that pass the filters of a query, those that are named aside. */
export function keptBy(scene: Scene, query: URLSearchParams, ...aside: readonly string[]): readonly Row[] {
  const given = scene.operation.filters
    .filter(({ name }) => !aside.includes(name))
    .map((filter) => ({ filter, values: valuesOf(scene, query, filter) }));
  return scene.rows.filter((row) => given.every(({ filter, values }) => passes(filter, row, values)));
}

/** What identifies a row. */
export function keyOf({ operation }: Scene, row: Row): string {
  return String(memberOf(row, operation.list.key));
}

/** How many rows have each value of a member, for the values that are texts. */
export function countsOf({ rows }: Scene, field: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = memberOf(row, field);
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
