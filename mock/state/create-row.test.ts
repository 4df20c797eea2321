import { expect, test } from 'vitest';
import { loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';

const mock = createMock({ contract: loadContract(), scenario: 'one-page' });

test('rows can be made all day, each with a key of its own, and a snapshot knows how many there were', async () => {
  const { control } = mock.session('all-day');
  const made = new Set<unknown>();
  for (let count = 0; count < 700; count += 1) made.add((await control.create('ad')).adId);
  expect(made.size).toBe(700);
  await control.snapshot('evening');
  const next = await control.create('ad');
  await control.restore('evening');
  expect(await control.create('ad')).toEqual({ ...next, createdAt: expect.any(String) });
});

test('the row of a key that was given is made in its place, and the next one does not meet it', async () => {
  const { control } = mock.session('given');
  const [first] = [await control.create('campaign', { campaignId: 'mine' })];
  expect([first?.campaignId, (await control.create('campaign')).campaignId]).not.toContain(undefined);
  await expect(control.create('campaign', { campaignId: 'mine' })).rejects.toThrow('campaignId must be new');
});

test('what is made between two seconds is not dated before it was made', async () => {
  const { control } = mock.session('fraction');
  await control.setClock({ now: '2026-06-15T12:00:00.533Z', frozen: true });
  expect((await control.create('campaign')).createdAt).toBe('2026-06-15T12:00:01Z');
});

test('the times of a new row move with it, and those that are given stay', async () => {
  const { control } = mock.session('times');
  await control.setClock({ now: '2026-09-01T12:00:00Z', frozen: true });
  const times: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const { createdAt, startTime, endTime } = await control.create('campaign');
    expect(createdAt).toBe('2026-09-01T12:00:00Z');
    times.push(...[startTime, endTime].filter((time) => typeof time === 'string'));
  }
  expect(times.length).toBeGreaterThan(20);
  expect(times.filter((time) => time < '2026-09-01T12:00:00Z')).toEqual([]);
  const endTime = '2027-09-02T00:00:00Z';
  expect(await control.create('campaign', { endTime })).toMatchObject({ endTime });
});

test('whoever looks for a row that has left is told how it comes back', async () => {
  const { control } = mock.session('left');
  const [{ adAccountId } = { adAccountId: '' }] = mock.stores.adAccount?.select({ values: new Map(), limit: 1 }) ?? [];
  await control.act('adAccount', String(adAccountId), 'disconnect');
  await expect(control.act('adAccount', String(adAccountId), 'reconnect')).rejects.toThrow(
    'One that has left comes back when a row is created with its platform.',
  );
});
