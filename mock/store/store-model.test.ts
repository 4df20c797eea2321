// A store against a search through all rows of an array, in forks that must not see one another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../fixtures/index.ts';
import { memberOf, type Order, type Row } from '../../spec/index.ts';
import { type Asked, type SampleList, sampleAds, sampleGoods, searched } from './sample-lists.ts';
import { createStore, type Store } from './store.ts';

/** One view of the rows, and what it should hold. */
type View = { store: Store; rows: ReadonlyMap<string, Row> };

/** What happens to the views; `view` and `row` choose round and round. */
type Step = {
  readonly kind: 'put' | 'remove' | 'fork' | 'keep' | 'restore';
  readonly view: number;
  readonly row: number;
};

type Query = {
  readonly asked: Asked;
  readonly order: Order | undefined;
  readonly limit: number;
  readonly skip: number;
  readonly place: number;
  readonly bare: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('put', 'put', 'put', 'remove', 'remove', 'fork', 'keep', 'restore'),
  view: fc.nat(7),
  row: fc.nat(5000),
});

function queryOf({ choices, orders, operation }: SampleList): fc.Arbitrary<Query> {
  const many = (name: string) => operation.filters.find((filter) => filter.name === name)?.many === true;
  const values = Object.entries(choices).map(([name, all]) => {
    const some = fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: many(name) ? 4 : 1 });
    return fc.option(some, { nil: undefined, freq: 2 }).map((given) => (given === undefined ? [] : [[name, given]]));
  });
  return fc.record({
    asked: fc.tuple(...values).map((given) => new Map(given.flat() as [string, string[]][])),
    order: fc.constantFrom(...orders),
    limit: fc.integer({ min: 6, max: 90 }),
    skip: fc.nat(120),
    place: fc.nat(500),
    bare: fc.boolean(),
  });
}

function apply(views: View[], kept: View[], list: SampleList, { kind, view, row }: Step): void {
  const chosen = views[view % views.length];
  if (chosen === undefined) return;
  const made = list.rowOf(row);
  const key = String(memberOf(made, list.operation.list.key));
  if (kind === 'put') {
    chosen.store.put(made);
    chosen.rows = new Map(chosen.rows).set(key, made);
  } else if (kind === 'remove') {
    chosen.store.remove(key);
    chosen.rows = new Map([...chosen.rows].filter(([each]) => each !== key));
  } else if (kind === 'fork') views.push({ store: chosen.store.fork(), rows: chosen.rows });
  else if (kind === 'keep') kept.push({ store: chosen.store.fork(), rows: chosen.rows });
  else {
    const back = kept[row % Math.max(1, kept.length)];
    if (back !== undefined) views[view % views.length] = { store: back.store.fork(), rows: back.rows };
  }
}

/** Holds one view against the search: rows, order, totals, pages by position and by number, and what stands before. */
function compare(list: SampleList, { store, rows }: View, { asked, order, limit, skip, place, bare }: Query): void {
  const { filters } = list.operation;
  const given = bare ? filters.filter(({ name }) => asked.has(name)) : filters;
  const expected = searched({ ...list.operation, filters: given }, [...rows.values()], asked, order);
  const selection = { values: asked, bare, ...(order === undefined ? {} : { order }) };
  const positionOf = (row: Row) => (order === undefined ? store.positionOf(row) : store.positionOf(row, order));
  const select = (part: object) => store.select({ ...selection, limit, ...part });
  same(select({ limit: Number.POSITIVE_INFINITY }), expected);
  same(select({ skip }), expected.slice(skip, skip + limit));
  expect(store.count(asked, bare)).toBe(expected.length);

  const walked: Row[] = [];
  for (let after: Row | undefined; ; ) {
    const from = after === undefined ? {} : { after: positionOf(after) };
    const page = store.list({ ...selection, ...from, limit });
    walked.push(...page.map(({ row }) => row));
    after = page.at(-1)?.row;
    if (page.length < limit || after === undefined) break;
  }
  same(walked, expected);

  const stand = list.rows[place % list.rows.length];
  if (stand === undefined) return;
  // A position is one whether or not a row stands there.
  const { key } = list.operation.list;
  const others = expected.filter((row) => row[key] !== stand[key]);
  const all = searched({ ...list.operation, filters: [] }, [...others, stand], asked, order);
  const index = all.indexOf(stand);
  if (expected.length > others.length && !expected.includes(stand)) return;
  const position = positionOf(stand);
  same(select({ before: position }), all.slice(0, index).slice(-limit));
  same(select({ after: position }), all.slice(index + 1, index + 1 + limit));
  same(select({ after: position, skip: 3 }), all.slice(index + 4, index + 4 + limit));
}

/** The very rows, or else what differs. */
function same(actual: readonly Row[], expected: readonly Row[]): void {
  if (actual.length !== expected.length || actual.some((row, place) => row !== expected[place]))
    expect(actual).toEqual(expected);
}

describe.each([
  ['ads of the built-in contract', sampleAds()],
  ['goods with orders, bounds and exclusions', sampleGoods()],
])('%s', (_sentence, list) => {
  const { operation, rows } = list;
  const { key } = operation.list;
  const base = createStore(operation, sourceOf(rows));
  const untouched = () => new Map(rows.map((row) => [String(row[key]), row]));

  test('are given as by a search through all of them, in every fork and snapshot', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(queryOf(list), { minLength: 2, maxLength: 4 }),
        (steps, queries) => {
          const beginning: View = { store: base, rows: untouched() };
          const views: View[] = [{ store: base.fork(), rows: beginning.rows }];
          const kept: View[] = [];
          for (const each of steps) if (views.length < 6 || each.kind !== 'fork') apply(views, kept, list, each);
          for (const query of queries)
            for (const view of [beginning, ...views, ...kept.slice(0, 3)]) compare(list, view, query);
          for (const { store, rows: held } of views)
            for (const { row } of steps) {
              const name = String(list.rowOf(row)[key]);
              expect(store.get(name)).toEqual(held.get(name));
            }
        },
      ),
      { numRuns: 30, seed: 1 },
    );
  });
});
