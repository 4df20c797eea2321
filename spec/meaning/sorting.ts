// Which order a call asks for (`x-sort`), and which one holds when it asks for none.
import type { FilterValue } from './filter-tests.ts';
import { type Order, turned } from './order.ts';

/** The direction that a value of a direction parameter asks for. */
type Direction = 'ascending' | 'descending';

/** The parameters that choose the order of a list. */
export type Sorting = {
  /** The parameter whose values name an order, and the order of each. */
  readonly orders?: {
    readonly name: string;
    readonly byValue: ReadonlyMap<FilterValue, Order>;
    readonly byDefault?: FilterValue;
  };
  /** The parameter that turns the order round. */
  readonly directions?: {
    readonly name: string;
    readonly byValue: ReadonlyMap<FilterValue, Direction>;
    readonly byDefault?: FilterValue;
  };
  readonly clauses: readonly string[];
};

/** The order of a list when nothing is asked for. */
export type ListOrder = {
  readonly keys: Order;
  /** Chosen for the mock because the documentation is silent: executed, never judged. */
  readonly assumed: boolean;
  readonly clauses: readonly string[];
};

/** The order that these values of the parameters ask for; undefined where the documentation does not say. */
export function orderFor(
  list: { readonly order?: ListOrder; readonly sorting?: Sorting },
  values: (parameter: string) => FilterValue | undefined,
): { readonly keys: Order; readonly assumed: boolean } | undefined {
  const { orders, directions } = list.sorting ?? {};
  const asked = orders === undefined ? undefined : (values(orders.name) ?? orders.byDefault);
  const named = asked === undefined ? undefined : orders?.byValue.get(asked);
  const keys = named ?? list.order?.keys;
  if (keys === undefined) return undefined;
  const assumed = named === undefined && list.order?.assumed === true;
  const way = directions === undefined ? undefined : (values(directions.name) ?? directions.byDefault);
  const direction = way === undefined ? undefined : directions?.byValue.get(way);
  const turn = direction !== undefined && keys[0] !== undefined && (direction === 'descending') !== keys[0].descending;
  return { keys: turn ? turned(keys) : keys, assumed };
}
