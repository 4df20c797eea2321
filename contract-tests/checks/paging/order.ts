// Rows stand in the documented order: the one that holds without a word, and each that can be asked for.
import {
  type FilterValue,
  memberOf,
  type Operation,
  type Order,
  orderFor,
  outOfOrder,
  type QueryPair,
  type Row,
} from '../../../spec/index.ts';
import { compareWhenStable } from '../../model/stable-comparison.ts';
import { orderQueries } from '../../plan/order-queries.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { keyOf, rowMap, sameRow } from '../../walk/rows.ts';
import { sameWay, type Walk } from '../../walk/walk.ts';
import { type Check, cite, flawsAbout } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'order';
/** How often rows must be seen in the wrong order before it is believed: they may have changed in between. */
const SIGHTINGS = 2;

export const order: Check = {
  id,
  title: 'Rows stand in the documented order',
  applies: ({ list }) => list.sorting !== undefined || (list.order !== undefined && !list.order.assumed),
  ask: async (context) => {
    const snapshot = await context.snapshot();
    const flaws: Flaw[] = [];
    const gaps: string[] = [];
    for (const walk of context.walks.filter(({ more }) => hasOnlyOrder(context.operation, more))) {
      const asked = orderFor(context.operation.list, (name) => valueIn(walk.more, name));
      if (asked !== undefined && !asked.assumed) flaws.push(...(await misplaced(context, walk, asked.keys)));
    }
    const largest = context.operation.list.size?.maximum;
    for (const query of orderQueries(context.operation, context.depth)) {
      const asked = orderFor(context.operation.list, (name) => valueIn(query, name));
      if (asked === undefined || asked.assumed) continue;
      const take = () =>
        context.fresh(snapshot.base, largest, { more: query, maxPages: snapshot.walk.pages.length + 2 });
      const walk = await take();
      flaws.push(...(await misplaced(context, walk, asked.keys)), ...(await lost(context, walk, query, take)));
      if (walk.stop === 'budget') gaps.push(context.client.whyUnsent(context.operation));
      else if (!tells(asked.keys, walk.rows))
        gaps.push(`${words(query)}: needs two ${nounOf(context.operation)}s that differ in ${asked.keys[0]?.field}`);
    }
    if (snapshot.rows.length < 2) gaps.push(`needs two ${nounOf(context.operation)}s`);
    return {
      flaws,
      gaps,
      message: `${orderQueries(context.operation, context.depth).length} orders that can be asked for`,
    };
  },
};

/** Whether nothing but an order is asked for beside the filters. */
function hasOnlyOrder({ list: { sorting } }: Operation, more: readonly QueryPair[]): boolean {
  return more.every(([name]) => name === sorting?.orders?.name || name === sorting?.directions?.name);
}

/** Whether these rows can stand in a wrong order at all. */
function tells([first]: Order, rows: readonly Row[]): boolean {
  return first !== undefined && new Set(rows.map((row) => JSON.stringify(memberOf(row, first.field) ?? null))).size > 1;
}

function valueIn(query: readonly QueryPair[], name: string): FilterValue | undefined {
  return query.find(([each]) => each === name)?.[1];
}

function words(query: readonly QueryPair[]): string {
  return query.map((pair) => pair.join('=')).join('&');
}

/** Neighbours that stand in the wrong order, and do so again when the list is asked anew. */
async function misplaced(context: Context, walk: Walk, keys: Order): Promise<Flaw[]> {
  let wrong = wrongPairs(walk, keys);
  let latest = walk;
  for (let sighting = 1; sighting < SIGHTINGS && wrong.length > 0; sighting += 1) {
    latest = await context.fresh(walk.args, walk.size, sameWay(walk));
    const again = rowMap(context.operation, latest.rows);
    const still = new Set(wrongPairs(latest, keys).map(([, behind]) => keyOf(context.operation, behind)));
    wrong = wrong.filter(([, behind]) => {
      const twin = again.get(keyOf(context.operation, behind));
      return still.has(keyOf(context.operation, behind)) && twin !== undefined && sameRow(twin, behind);
    });
  }
  const query = walk.more;
  const asked = query.length === 0 ? '' : ` with ${words(query)}`;
  const by = keys.map(({ field, descending }) => `${field} ${descending ? 'descending' : 'ascending'}`).join(', then ');
  return wrong.map(([before, behind]) => ({
    subject: query.length === 0 ? 'default order' : words(query),
    clauses: cite(
      id,
      context,
      query.length === 0 ? context.operation.list.order?.clauses : context.operation.list.sorting?.clauses,
    ),
    level: 'must',
    message: `rows do not stand in the documented order${asked}`,
    where: keyOf(context.operation, behind),
    expected: `rows by ${by} (${describe(walk.args)})`,
    received: tell(keys, before, behind),
    exchanges: latest.pages.map(({ exchange }) => exchange),
  }));
}

/** What stands behind what: of rows that are alike in the first member, the one in which they differ, by its name. */
function tell(keys: Order, before: Row, behind: Row): string {
  const told = keys.map(({ field }) => ({
    field,
    texts: [behind, before].map((row) => shown(memberOf(row, field))),
  }));
  const deciding = told.find(({ texts: [one, other] }) => one !== other) ?? told[0];
  const name = deciding === told[0] ? '' : `${deciding?.field} `;
  return `${name}${deciding?.texts.join(' behind ')}`;
}

function wrongPairs({ rows }: Walk, keys: Order): (readonly [Row, Row])[] {
  return rows.flatMap((behind, index) => {
    const before = rows[index - 1];
    return before !== undefined && outOfOrder(keys, before, behind) ? [[before, behind] as const] : [];
  });
}

/** An order chooses no rows: the list holds the same ones. */
async function lost(
  context: Context,
  walk: Walk,
  query: readonly QueryPair[],
  again: () => Promise<Walk>,
): Promise<Flaw[]> {
  const snapshot = await context.snapshot();
  const exchanges = walk.pages.map(({ exchange }) => exchange);
  const clauses = cite(id, context, context.operation.list.sorting?.clauses);
  const flaw = flawsAbout(id, context, { subject: words(query), clauses, exchanges });
  if (walk.stop === 'refused') {
    const message = `the documented order ${words(query)} is not answered with a list`;
    return [flaw(message, 'status 200', `status ${exchanges.at(-1)?.status}`, { exchanges: exchanges.slice(-1) })];
  }
  if (!snapshot.complete || walk.stop !== 'end') return [];
  const { differences } = await compareWhenStable({ context, walk, belongs: () => true, again });
  const message = `the list holds other rows with ${words(query)} than without`;
  return differences.map(({ key, kind }) =>
    flaw(message, 'the same rows in another order', `the row is ${kind}`, { where: key }),
  );
}
