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
