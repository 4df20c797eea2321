import { expect, test } from 'vitest';
import type { Filter } from '../../../spec/index.ts';
import { partBeyondAscii, partOf } from './text-parts.ts';

// The test is all that is looked at.
const filterOf = (test: Filter['test']) => ({ test }) as Filter;

test.each<[test: Filter['test'], text: string, part: string | undefined]>([
  ['contains', 'Café Müller', 'fé M'],
  ['prefix', 'Café Müller', 'Café'],
  ['prefix', 'House of Müller', undefined],
  ['contains', 'plain', undefined],
  ['contains', 'ab🙂', 'b🙂'],
  ['prefix', 'abc🙂', undefined],
])('of a text that is looked for by %s, %j gives %j', (test, text, part) => {
  expect(partBeyondAscii(filterOf(test), text)).toBe(part);
});

test('no part ends in the middle of a letter', () => {
  expect(partOf(filterOf('prefix'), 'abc🙂def')).toBeUndefined();
  expect(partOf(filterOf('prefix'), 'ab🙂def')).toBe('ab🙂');
});
