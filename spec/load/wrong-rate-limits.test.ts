import { describe, expect, test } from 'vitest';
import { ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const cases: readonly WrongCase[] = [
  [
    'calls left that no list tells',
    [['/x-rate-limit', { tiers: { free: 60 }, remaining: '/left' }]],
    '/x-rate-limit/remaining',
    'has no member at /left',
  ],
  [
    'a tier without a number',
    [['/x-rate-limit', { tiers: { free: 'many' } }]],
    '/x-rate-limit/tiers/free',
    'must be integer',
  ],
  [
    'a limit that no response answers',
    [
      ['/x-rate-limit', { tiers: { free: 60 } }],
      [`${ORDERS}/responses/429`, undefined],
    ],
    '/x-rate-limit',
    'has no response for it',
  ],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
