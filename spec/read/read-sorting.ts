// Reads which orders a list can be asked for.
import type { OperationSource } from '../load/document-source.ts';
import { readOrder } from '../meaning/order.ts';
import type { Sorting } from '../meaning/sorting.ts';
import { isRecord } from '../schema/pointer.ts';
import type { ReadParameter } from './read-parameters.ts';
import { listHolders } from './statements.ts';

type StatedSort = {
  readonly orders?: Record<string, readonly string[]>;
  readonly directions?: Record<string, 'ascending' | 'descending'>;
};

/** The orders that `x-sort` gives; undefined where no parameter has it. */
export function readSorting(
  { cite, mistakes, pointer }: OperationSource,
  parameters: readonly ReadParameter[],
): Sorting | undefined {
  let sorting: Sorting | undefined;
  for (const { parameter, node, place } of parameters) {
    if (!isRecord(node['x-sort'])) continue;
    const stated = node['x-sort'] as StatedSort;
    const kind = stated.orders === undefined ? 'directions' : 'orders';
    if (sorting?.[kind] !== undefined)
      mistakes.add(place, `Another parameter of ${pointer} already has x-sort with ${kind}.`);
    const { name, allowed } = parameter;
    if (parameter.type === 'array' || parameter.in !== 'query')
      mistakes.add(
        `${place}/x-sort`,
        `${name} must be a query parameter of one value: an order by several is one value.`,
      );
    for (const value of Object.keys(stated[kind] ?? {}))
      if (allowed.length > 0 && !allowed.map(String).includes(value))
        mistakes.add(
          `${place}/x-sort`,
          `${name} can never be ${value}. It may be ${allowed.map((each) => JSON.stringify(each)).join(', ')}.`,
        );
    for (const value of allowed)
      if (!Object.hasOwn(stated[kind] ?? {}, String(value)))
        mistakes.add(`${place}/x-sort`, `x-sort does not say what ${name}=${value} does.`);
    const byDefault = parameter.default === undefined ? {} : { byDefault: parameter.default };
    const clauses = [
      ...(sorting?.clauses ?? []),
      ...cite.of(node, {
        place: `${place}/x-sort`,
        holder: listHolders.order,
        statement: `${name} chooses the order of the rows.`,
      }),
    ];
    sorting =
      kind === 'orders'
        ? {
            ...sorting,
            clauses,
            orders: {
              name,
              byValue: new Map(Object.entries(stated.orders ?? {}).map(([value, by]) => [value, readOrder(by)])),
              ...byDefault,
            },
          }
        : {
            ...sorting,
            clauses,
            directions: { name, byValue: new Map(Object.entries(stated.directions ?? {})), ...byDefault },
          };
  }
  return sorting;
}
