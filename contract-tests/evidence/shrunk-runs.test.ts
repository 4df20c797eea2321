// What is wrong with calls of many filters is told by the few filters that are to blame.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { placeParameter } from '../../spec/index.ts';
import { asking, type Change, listing, resultOf, theFirst, unchanged } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import { isId } from '../walk/filter-arguments.ts';

const contract = ownContract();
const operation = theFirst(
  contract.operations,
  ({ filters }) => filters.length > 3 && filters.some(isId) && filters.some(({ many }) => many),
);
const id = theFirst(operation.filters, isId).name;
const several = theFirst(operation.filters, ({ many, name }) => many && name !== 'platforms');
const value = String(several.allowed[1]);
const place = placeParameter(operation.list.paging) ?? '';

const judged = (check: string, change: Change) => {
  const mock = createMock({ contract });
  return resultOf(mock, { check, operation, fetch: change(createFetch(mock)) });
};

/** A value that is asked for beside other filters alone, not without them, and decides what is listed. */
async function askedBeside(): Promise<string> {
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const calls: { readonly query: URLSearchParams; readonly decides: boolean }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const reply = await send(input, init);
    const url = new URL(String(input));
    const query = new URLSearchParams(url.searchParams);
    url.searchParams.delete(several.name);
    const without = await send(url, init);
    calls.push({ query, decides: (await reply.clone().text()) !== (await without.text()) });
    return reply;
  };
  await resultOf(mock, { check: 'filter-soundness', operation, fetch });
  const others = operation.filters.filter((filter) => filter !== several);
  const isAlone = (query: URLSearchParams) => !others.some((filter) => query.has(filter.name));
  const one = calls.filter(({ query }) => query.getAll(several.name).length === 1);
  const valueIn = ({ query }: { readonly query: URLSearchParams }) => query.get(several.name) ?? '';
  const alone = one.filter(({ query }) => isAlone(query)).map(valueIn);
  const call = theFirst(one, (each) => each.decides && !isAlone(each.query) && !alone.includes(valueIn(each)));
  return valueIn(call);
}

test('a value that is wrong by itself is found by itself, though it was asked for beside other filters', async () => {
  const value = await askedBeside();
  const ignores = asking(({ searchParams }) => {
    const asked = searchParams.getAll(several.name);
    if (asked.length === 1 && asked[0] === value) searchParams.delete(several.name);
  });
  const { verdict, findings } = await judged('filter-soundness', ignores);
  expect(verdict).toBe('FAIL');
  expect(findings.map(({ subject }) => subject)).toEqual([several.name]);
  // What the answer is instead is told with it.
  expect(findings[0]?.message).toBe(
    `${several.name}=${value} lists rows that it should keep out: the answer is that of no filter`,
  );
  // Pairs of filters are not accused of what one of them does.
  expect((await judged('filter-pairs', ignores)).findings).toEqual([]);
});

test('two filters that are wrong together are found without those that stood beside them', async () => {
  const forgets = asking(({ searchParams }) => {
    if (searchParams.has(id)) searchParams.delete(several.name);
  });
  const { verdict, findings } = await judged('filter-pairs', forgets);
  expect(verdict).toBe('FAIL');
  const both = operation.filters.filter(({ name }) => name === id || name === several.name);
  expect(findings[0]?.subject).toBe(both.map(({ name }) => name).join(' and '));
  // Several values of one of them are not accused of what one value does.
  expect((await judged('filter-values', forgets)).findings).toEqual([]);
});

test('of several values the one that is wrong is found by itself, and several values are not accused', async () => {
  const loses: Change = (send) => async (input, init) => {
    const isAsked = new URL(String(input)).searchParams.getAll(several.name).includes(value);
    const losing = listing(operation, (rows) => rows.filter((row) => !isAsked || row[several.field] !== value));
    return losing(send)(input, init);
  };
  const { verdict, findings } = await judged('filter-completeness', loses);
  expect(verdict).toBe('FAIL');
  expect(findings[0]?.message).toBe(`${several.name}=${value} does not hold the rows of the whole list that pass it`);
  expect((await judged('filter-values', loses)).findings).toEqual([]);
  expect((await judged('filter-pairs', loses)).findings).toEqual([]);
});

test('a value that is never found is found by itself in a list of several replies too, whatever stood beside it', async () => {
  const long = theFirst([...contract.operations].reverse(), ({ filters }) => filters.some(({ many }) => many));
  const { name, field, allowed } = theFirst(long.filters, (each) => each.many && each.name === several.name);
  const told: unknown[] = [];
  for (const lost of allowed) {
    const loses = listing(long, (rows, url) =>
      url.searchParams.has(name) ? rows.filter((row) => row[field] !== lost) : rows,
    );
    const mock = createMock({ contract, size: { [long.list.resource]: 800 } });
    const { findings } = await resultOf(mock, {
      ...{ check: 'filter-completeness', operation: long, fetch: loses(createFetch(mock)) },
    });
    const own = `${name}=${lost} does not hold the rows of the whole list that pass it`;
    if (findings[0]?.message.startsWith(own)) told.push(lost);
  }
  // Not every value is asked for at this depth.
  expect(told.length).toBeGreaterThan(allowed.length / 2);
});

test('what is wrong on later pages alone is told of the cursor, and of no filter', async () => {
  const forgets = asking(({ searchParams }) => {
    if (searchParams.has(place)) searchParams.delete(several.name);
  });
  expect((await judged('cursor-keeps-filters', forgets)).verdict).toBe('FAIL');
  for (const check of ['filter-soundness', 'filter-values', 'filter-pairs'])
    expect((await judged(check, forgets)).findings, check).toEqual([]);
});

test('two filters that are refused together are told by themselves, whatever stood beside them', async () => {
  const refuses: Change = (send) => async (input, init) => {
    const { searchParams } = new URL(String(input));
    const isRefused = searchParams.has(id) && searchParams.getAll(several.name).includes(value);
    return isRefused ? Response.json({ error: {} }, { status: 422 }) : send(input, init);
  };
  const mock = createMock({ contract });
  const only = ['filter-pairs'];
  const fetch = refuses(createFetch(mock));
  const { findings } = await resultOf(mock, { check: 'response-shape', operation, only, fetch });
  const names = operation.filters.map(({ name }) => name).filter((name) => name === id || name === several.name);
  const ofBoth = findings.find(({ subject }) => subject === names.join(' and '));
  expect(ofBoth?.message).toContain(`${several.name}=${value}`);
  // The first call that shows it has nothing else.
  const asked = new URL(/'(http[^']+)'/.exec(ofBoth?.examples[0]?.curl[0] ?? '')?.[1] ?? '');
  expect(new Set(asked.searchParams.keys()).size).toBeLessThanOrEqual(2);
});

test('a deployment that is right is asked no more for it', async () => {
  const [right, wrong] = await Promise.all([
    judged('filter-pairs', unchanged),
    judged(
      'filter-pairs',
      asking((url) => (url.searchParams.has(id) ? url.searchParams.delete(several.name) : undefined)),
    ),
  ]);
  expect(right).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(wrong.requests).toBeGreaterThan(right.requests);
  expect(wrong.requests).toBeLessThan(right.requests + 100);
});
