import { expect, test } from 'vitest';
import { tell } from './difference.ts';
import { walkOf } from './sample-walks.ts';

test.each([
  ['missing', 2, 'a is missing from the list (no filter, 2 rows a page)'],
  ['extra', 2, 'a is in this list (no filter, 2 rows a page) and not in the whole one'],
  ['twice', undefined, 'a comes twice in one walk (no filter)'],
  ['different', undefined, 'a is shown differently here (no filter) than in the whole list'],
] as const)('a row that is %s is told in a sentence', (kind, size, sentence) => {
  expect(tell({ kind, key: 'a', listed: undefined, walked: undefined }, walkOf('', { size }))).toBe(sentence);
});
