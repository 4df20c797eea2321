// One list that never shows the same rows twice is asked again and again, and takes nothing from the lists behind it.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../mock/index.ts';
import { at, type Operation, withValue } from '../spec/index.ts';
import { judge } from './judge.ts';
import type { JudgeOptions } from './judge-options.ts';
import { ownContract } from './own-contract.ts';
import type { Report } from './verdict/report.ts';

const contract = ownContract();
const [moving, ...others] = contract.operations.filter(({ list }) => list.paging.style === 'cursor');
if (moving === undefined || others.length === 0) throw new Error('The contract has too few lists.');

/** Judges with a list of which every reply lacks another row. */
async function judgeRestless(
  restless: Operation,
  options: Pick<JudgeOptions, 'depth' | 'maxRequests'>,
): Promise<Report> {
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const path = restless.path.split('/').at(-1) ?? '';
  let count = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await send(input, init);
    if (!new URL(String(input)).pathname.endsWith(`/${path}`) || response.status !== 200) return response;
    const body: unknown = await response.json();
    const rows = at(body, restless.list.items);
    count += 7;
    const left = Array.isArray(rows) ? rows.filter((_, index) => index !== count % rows.length) : rows;
    return Response.json(withValue(body, restless.list.items, left));
  };
  const { credentials } = mock;
  return judge({ baseUrl: 'http://mock', contract, credentials, fetch, apis: [restless.api], ...options });
}

test('every list behind one that never stands still is asked who may call', async () => {
  const report = await judgeRestless(moving, { maxRequests: 220 });
  const asked = report.results.filter(({ check }) => check === 'authentication');
  expect(asked.filter(({ verdict }) => verdict !== 'PASS').map(({ operation }) => operation)).toEqual([]);
  expect(report.requests).toBeGreaterThan(200);
});

test('each refusal is asked for, whatever the filters and the other refusals of its list take', async () => {
  const restless = others.at(-1) ?? moving;
  const { results } = await judgeRestless(restless, { depth: 'full', maxRequests: 220 });
  const refusals = ['authentication', 'scope', 'foreign-project', 'invalid-parameters'];
  const asked = results.filter(({ check, operation }) => refusals.includes(check) && operation === restless.id);
  expect(asked.filter(({ requests }) => requests === 0).map(({ check }) => check)).toEqual([]);
  expect(asked).toHaveLength(refusals.length);
});

test('where nothing more may be sent, no further calls are tried', async () => {
  const mock = createMock();
  const { credentials, contract } = mock;
  const options = { baseUrl: 'http://mock', contract, credentials, fetch: createFetch(mock), apis: [moving.api] };
  const { results, requests } = await judge({ ...options, depth: 'full', maxRequests: 60 });
  expect(requests).toBeLessThanOrEqual(60);
  const tried = results
    .filter(({ check }) => check === 'filter-pairs')
    .map(({ message }) => Number.parseInt(message, 10));
  expect(tried.filter((pairs) => pairs > requests)).toEqual([]);
});
