// What the checks of one list share: the list as it was last seen, and walks that are fetched once.
import { expect, test } from 'vitest';
import { type Operation, withValue } from '../../spec/index.ts';
import type { Client } from '../http/client.ts';
import type { Request } from '../http/exchange.ts';
import { ownContract } from '../own-contract.ts';
import { type Context, createContext } from './context.ts';

const { operations, register } = ownContract();
const operation = operations.find(({ list }) => list.paging.style === 'cursor') as Operation;

/** A context whose list has these rows at each fetch in turn; undefined where the budget is spent. */
function contextOf(...lists: readonly (string | undefined)[]): { context: Context; sent: () => number } {
  let sent = 0;
  const send = async (request: Request) => {
    const names = lists[Math.min(sent, lists.length - 1)];
    sent += 1;
    if (names === undefined) return undefined;
    const rows = names.split(' ').map((name) => ({ [operation.list.key]: name }));
    const body = withValue({}, operation.list.items, rows);
    return { request, url: '', status: 200, headers: {}, body, problem: undefined };
  };
  // A context uses no other member.
  const client = { send, sent: () => sent, left: () => 100 } as Client;
  const keyring = { valueFor: () => undefined, secrets: [] };
  const context = createContext({
    ...{ run: { changing: false }, operation, client, register, keyring, credential: 'none', tenants: {} },
    ...{ depth: 'standard', seed: 1, others: new Map() },
  });
  return { context, sent: () => sent };
}

const keysOf = ({ rows }: Awaited<ReturnType<Context['snapshot']>>) => rows.map((row) => row[operation.list.key]);

test('the list is fetched once, and anew when it is refreshed', async () => {
  const { context, sent } = contextOf('a b', 'a b c');
  expect(keysOf(await context.snapshot())).toEqual(['a', 'b']);
  expect(keysOf(await context.snapshot())).toEqual(['a', 'b']);
  expect(sent()).toBe(1);
  expect(keysOf(await context.refresh())).toEqual(['a', 'b', 'c']);
  expect(keysOf(await context.snapshot())).toEqual(['a', 'b', 'c']);
  expect(sent()).toBe(2);
});

test('a refresh that the budget cuts short takes nothing back of what was seen before', async () => {
  const { context } = contextOf('a b', undefined);
  await context.snapshot();
  expect(await context.refresh()).toMatchObject({ complete: false, rows: [] });
  const kept = await context.snapshot();
  expect(keysOf(kept)).toEqual(['a', 'b']);
  expect(kept.complete).toBe(true);
});

test('a walk is the same whenever the same is asked, and another where it is asked for anew', async () => {
  const { context, sent } = contextOf('a b', 'a');
  const first = await context.walk([], 10);
  expect(await context.walk([], 10)).toBe(first);
  expect(sent()).toBe(1);
  expect((await context.fresh([], 10)).rows).toHaveLength(1);
  expect(context.walks).toHaveLength(2);
});
