import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Filter, isNegative, kindOf, passes } from './filter.ts';
import type { FilterValue } from './filter-tests.ts';
import { filter } from './sample-filter.ts';

const sameCampaign = filter({ field: 'campaignId', test: 'equals' });
const onPlatforms = filter({ field: 'platform', test: 'in' });
const since = filter({ field: 'createdAt', test: 'at-or-after' });
const healthy = filter({ field: 'tokenStatus', test: 'equals', value: 'valid', when: true });

type Case = [sentence: string, filter: Filter, row: Record<string, unknown>, values: FilterValue[], passes: boolean];

const cases: Case[] = [
  ['a parameter without a value restricts nothing', sameCampaign, { campaignId: 'c1' }, [], true],
  ['equals keeps the same value', sameCampaign, { campaignId: 'c1' }, ['c1'], true],
  ['equals drops another value', sameCampaign, { campaignId: 'c2' }, ['c1'], false],
  ['equals drops a value that only begins alike', sameCampaign, { campaignId: 'c10' }, ['c1'], false],
  ['equals looks at the case of letters', sameCampaign, { campaignId: 'C1' }, ['c1'], false],
  ['equals drops null', sameCampaign, { campaignId: null }, ['c1'], false],
  ['equals drops a row without the member', sameCampaign, {}, ['c1'], false],
  ['equals does not convert types', filter({ field: 'n', test: 'equals' }), { n: 1 }, ['1'], false],
  ['equals compares numbers', filter({ field: 'n', test: 'equals' }), { n: 1 }, [1], true],
  [
    'equals does not find what only the prototype has',
    filter({ field: 'constructor', test: 'equals' }),
    {},
    ['x'],
    false,
  ],

  ['in keeps the only value', onPlatforms, { platform: 'meta_ads' }, ['meta_ads'], true],
  ['in keeps the second of two values', onPlatforms, { platform: 'tiktok_ads' }, ['meta_ads', 'tiktok_ads'], true],
  ['in drops what is none of the values', onPlatforms, { platform: 'apple_ads' }, ['meta_ads', 'tiktok_ads'], false],
  ['in takes a value twice', onPlatforms, { platform: 'meta_ads' }, ['meta_ads', 'meta_ads'], true],
  ['in drops a row without the member', onPlatforms, {}, ['meta_ads'], false],

  ['at-or-after keeps the very instant', since, { createdAt: '2026-04-01T00:00:00Z' }, ['2026-04-01T00:00:00Z'], true],
  ['at-or-after keeps what is later', since, { createdAt: '2026-04-01T00:00:01Z' }, ['2026-04-01T00:00:00Z'], true],
  ['at-or-after drops what is earlier', since, { createdAt: '2026-03-31T23:59:59Z' }, ['2026-04-01T00:00:00Z'], false],
  [
    'the instant is the same in another zone',
    since,
    { createdAt: '2026-04-01T02:00:00+02:00' },
    ['2026-04-01T00:00:00Z'],
    true,
  ],
  [
    'a later hour of the clock can be an earlier instant',
    since,
    { createdAt: '2026-04-01T01:30:00+02:00' },
    ['2026-04-01T00:00:00Z'],
    false,
  ],
  [
    'a zone in the value counts, too',
    since,
    { createdAt: '2026-03-31T23:00:00Z' },
    ['2026-04-01T01:00:00+02:00'],
    true,
  ],
  ['a zone west of Greenwich', since, { createdAt: '2026-04-01T00:00:00Z' }, ['2026-03-31T19:00:01-05:00'], false],
  [
    'a fraction of zero changes nothing',
    since,
    { createdAt: '2026-04-01T00:00:00Z' },
    ['2026-04-01T00:00:00.000Z'],
    true,
  ],
  ['a fraction of a second is later', since, { createdAt: '2026-04-01T00:00:00.001Z' }, ['2026-04-01T00:00:00Z'], true],
  [
    'the second before a fraction is earlier',
    since,
    { createdAt: '2026-04-01T00:00:00Z' },
    ['2026-04-01T00:00:00.5Z'],
    false,
  ],
  ['microseconds count', since, { createdAt: '2026-04-01T00:00:00.123456Z' }, ['2026-04-01T00:00:00.123457Z'], false],
  [
    'equal microseconds are equal',
    since,
    { createdAt: '2026-04-01T02:00:00.123456+02:00' },
    ['2026-04-01T00:00:00.123456Z'],
    true,
  ],
  ['a date is its midnight in UTC', since, { createdAt: '2026-04-01T00:00:00Z' }, ['2026-04-01'], true],
  ['strings are not compared as text', since, { createdAt: '2026-04-01T00:00:00Z' }, ['2026-04-01T00:00:00.0Z'], true],
  ['at-or-after drops null', since, { createdAt: null }, ['2026-04-01T00:00:00Z'], false],
  ['at-or-after drops a row without the member', since, {}, ['2026-04-01T00:00:00Z'], false],
  ['at-or-after drops what is no timestamp', since, { createdAt: 'yesterday' }, ['2026-04-01T00:00:00Z'], false],
  ['nothing is at or after what is no timestamp', since, { createdAt: '2026-04-01T00:00:00Z' }, ['yesterday'], false],

  ['a fixed value is tested under its own condition', healthy, { tokenStatus: 'valid' }, [true], true],
  ['a fixed value drops the others under its condition', healthy, { tokenStatus: 'expired' }, [true], false],
  ['under another value of the parameter nothing is restricted', healthy, { tokenStatus: 'expired' }, [false], true],
  ['the value of the parameter itself is not looked for', healthy, { tokenStatus: true }, [true], false],
  ['without the parameter nothing is restricted', healthy, { tokenStatus: 'expired' }, [], true],
  [
    'a fixed value without a condition always holds',
    filter({ field: 'kind', test: 'equals', value: 'a' }),
    { kind: 'b' },
    ['anything'],
    false,
  ],
];

describe('a filter', () => {
  test.each(cases)('%s', (_sentence, meaning, row, values, expected) => {
    expect(passes(meaning, row, values)).toBe(expected);
  });
});

test('however two instants are written, at-or-after compares the instants', () => {
  const second = fc.integer({ min: Date.parse('1999-12-31') / 1000, max: Date.parse('2100-01-01') / 1000 });
  const near = fc.tuple(second, fc.integer({ min: -2, max: 2 })).map(([one, more]) => [one, one + more] as const);
  const form = fc.tuple(fc.integer({ min: -23, max: 23 }), fc.constantFrom('', '.0', '.000000'));
  const write = (at: number, [hours, fraction]: [number, string]) => {
    const local = new Date((at + hours * 3600) * 1000).toISOString().slice(0, 19);
    return `${local}${fraction}${hours === 0 ? 'Z' : `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`}`;
  };
  fc.assert(
    fc.property(fc.oneof(near, fc.tuple(second, second)), form, form, ([one, other], ofOne, ofOther) => {
      expect(passes(since, { createdAt: write(one, ofOne) }, [write(other, ofOther)])).toBe(one >= other);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test.each<[row: Record<string, unknown>, passes: boolean]>([
  [{ owner: { address: { city: 'Oslo' } } }, true],
  [{ owner: { address: { city: 'Rome' } } }, false],
  [{ owner: null }, false],
  [{ '/owner/address/city': 'Oslo' }, false],
])('a pointer leads into the row: %j', (row, expected) => {
  expect(passes(filter({ field: '/owner/address/city', test: 'equals' }), row, ['Oslo'])).toBe(expected);
});

test.each([
  ['equals', 'identity', false],
  ['not-in', 'identity', true],
  ['after', 'instant', false],
  ['contains', 'text', false],
] as const)('%s is of the kind %s, and negative: %j', (test, kind, negative) => {
  const meaning = filter({ field: 'x', test });
  expect([kindOf(meaning), isNegative(meaning)]).toEqual([kind, negative]);
});
