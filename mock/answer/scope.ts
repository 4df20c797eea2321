// What a cursor is good for.
import type { FilterValue, Operation } from '../../spec/index.ts';

/** What a cursor is bound to: the operation, its filters and its order, in one spelling. */
export function scopeOf(operation: Operation, values: ReadonlyMap<string, readonly FilterValue[]>): string {
  const { sorting } = operation.list;
  const names = [...operation.filters.map(({ name }) => name), sorting?.orders?.name, sorting?.directions?.name];
  const given = names
    .filter((name) => name !== undefined)
    .map((name) => [name, [...new Set(values.get(name) ?? [])].map(String).sort()]);
  return JSON.stringify([operation.id, given]);
}
