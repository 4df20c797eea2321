import { describe, expect, test } from 'vitest';
import { didYouMean, nearestName } from './nearest-name.ts';

const known = ['status', 'platform', 'createdAt', 'id'];

describe('the name that was probably meant by', () => {
  test.each([
    ['status', 'status'],
    ['statsu', 'status'],
    ['Status', 'status'],
    ['STATUS', 'status'],
    ['platfrom', 'platform'],
    ['platforms', 'platform'],
    ['created_at', 'createdAt'],
    ['ids', 'id'],
    ['colour', undefined],
    ['wallet', undefined],
    ['an entirely other name', undefined],
  ])('%s is %s', (name, meant) => {
    expect(nearestName(name, known)).toBe(meant);
  });

  test('anything is none where nothing is known', () => {
    expect(nearestName('status', [])).toBeUndefined();
  });
});

test.each([
  ['statsu', ' Did you mean status?'],
  ['colour', ''],
])('%s is answered with %j', (name, sentence) => {
  expect(didYouMean(name, new Set(known))).toBe(sentence);
});
