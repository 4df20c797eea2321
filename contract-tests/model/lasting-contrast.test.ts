import { expect, test } from 'vitest';
import { isLastingContrast } from './lasting-contrast.ts';

const isSame = (one: unknown, other: unknown) => one === other;
const turns = (...answers: readonly unknown[]) => {
  const left = [...answers];
  return async () => left.shift();
};

test.each([
  ['both stay as they are', ['x', 'x', 'x'], ['a', 'a', 'a'], true],
  ['the odd call is answered like the usual one once', ['x', 'a', 'x'], ['a', 'a', 'a'], false],
  ['the odd call is answered in two ways', ['x', 'y', 'x'], ['a', 'a', 'a'], false],
  ['the usual call changes meanwhile', ['x', 'x', 'x'], ['a', 'a', 'b'], false],
  ['both are alike', ['a', 'a', 'a'], ['a', 'a', 'a'], false],
  ['one has no answer', ['x', 'x', undefined], ['a', 'a', 'a'], false],
])('where %s', async (_, odd, usual, expected) => {
  expect(await isLastingContrast({ odd: turns(...odd), usual: turns(...usual) }, isSame)).toBe(expected);
});

test('where the odd call may vary, only the usual one must stay as it is', async () => {
  const among = (odd: readonly string[], usual: readonly string[]) =>
    isLastingContrast({ odd: turns(...odd), usual: turns(...usual) }, isSame, true);
  expect(await among(['x', 'y', 'z'], ['a', 'a', 'a'])).toBe(true);
  expect(await among(['x', 'y', 'a'], ['a', 'a', 'a'])).toBe(false);
  expect(await among(['x', 'x', 'x'], ['a', 'b', 'a'])).toBe(false);
});

test('of two servers that take turns neither call meets one alone', async () => {
  let served = 0;
  const inTurns = async () => (served++ % 2 === 0 ? 'here' : 'there');
  expect(await isLastingContrast({ odd: inTurns, usual: inTurns }, isSame)).toBe(false);
  const met: Record<string, string[]> = { odd: [], usual: [] };
  let turn = 0;
  const noted = (who: string, answer: string) => async () => {
    met[who]?.push(turn++ % 2 === 0 ? 'here' : 'there');
    return answer;
  };
  expect(await isLastingContrast({ odd: noted('odd', 'x'), usual: noted('usual', 'a') }, isSame)).toBe(true);
  expect([new Set(met.odd).size, new Set(met.usual).size]).toEqual([2, 2]);
});
