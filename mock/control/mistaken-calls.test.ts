// What a test author gets wrong about the mock itself is told, and not taken for success.
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';

const contract = loadContract();

describe('an expectation is refused', () => {
  const { control } = createMock({ contract });
  test.each([
    [{ operation: 'listCampaign', never: true }, 'Did you mean listCampaigns?'],
    [{ times: 2, atLeast: 5 }, 'they exclude each other'],
    [{ never: true, times: 1 }, 'they exclude each other'],
    [{ atLeast: 3, atMost: 1 }, 'no number is both'],
  ])('%j', async (expectation, message) => {
    await expect(control.verify(expectation)).rejects.toThrow(message);
  });
});

describe('a change for later is refused at once', () => {
  const { control } = createMock({ contract, frozen: true });
  test.each([
    ['rebudget', { at: '2026-06-15T13:00:00Z', dailyBudget: 5 }, 'dailyBudget must be'],
    ['pause', { at: '2027-02-30T18:00:00Z' }, 'at must be a timestamp'],
  ])('%s with %j', async (action, given, message) => {
    const { campaignId } = await control.create('campaign', { status: 'active' });
    await expect(control.act('campaign', String(campaignId), action, given)).rejects.toThrow(message);
    expect((await control.clock()).scheduled).toBe(0);
  });
});

test.each([
  ['no-such-campaign', 'pause', 'There is no row of campaign'],
  [undefined, 'puase', 'Did you mean pause?'],
])('a change for later of the row %s by %s is not found at once', async (key, action, message) => {
  const { control } = createMock({ contract, frozen: true });
  const { campaignId } = await control.create('campaign', { status: 'active' });
  const asked = control.act('campaign', key ?? String(campaignId), action, { at: '2026-06-15T13:00:00Z' });
  await expect(asked).rejects.toMatchObject({ status: 404, message: expect.stringContaining(message) });
  expect((await control.clock()).scheduled).toBe(0);
});

test.each([
  [{ scenario: 'defualt' }, 'Did you mean default?'],
  [{ size: { ads: 1 } }, 'There is no list ads.'],
  [{ size: { ad: -1 } }, 'The size of ad must be a whole number from 0, not -1.'],
])('a mock of %j is refused', (options, message) => {
  expect(() => createMock({ contract, ...(options as object) })).toThrow(message);
});

test('a fault that is used up is not shown as in force', async () => {
  const { control, fetch: send } = createMock({ contract, faults: ['status;code=503;count=1'] });
  const [first, second] = [await send('http://mock/v1/accounts'), await send('http://mock/v1/accounts')];
  expect([first.status, second.status, second.headers.get('x-mock-faults')]).toEqual([503, 401, null]);
  expect((await control.faults()).active).toEqual([]);
});

test('a body that the app has read already is understood', async () => {
  const app = express().use(express.json(), createMock({ contract }).express());
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/_mock/clock`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ frozen: true }),
  });
  expect(await response.json()).toMatchObject({ frozen: true });
});
