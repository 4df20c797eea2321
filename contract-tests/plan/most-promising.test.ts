import { expect, test } from 'vitest';
import { mostPromising } from './most-promising.ts';
import { createRandom } from './random.ts';

test('the same are found as if all were weighed each time, while what they are worth falls', () => {
  const random = createRandom(1);
  const worths = Array.from({ length: 60 }, () => random.below(9));
  let weighed = 0;
  const search = mostPromising(worths, 4, (_, index) => {
    weighed += 1;
    return worths[index] ?? 0;
  });
  for (let round = 0; round < 40; round += 1) {
    const sorted = [...worths.entries()].sort(([one, a], [other, b]) => b - a || one - other).slice(0, 4);
    expect(search().map(({ index, worth }) => [index, worth])).toEqual(sorted);
    for (const [index, worth] of worths.entries()) if (random.below(5) === 0) worths[index] = random.below(worth + 1);
  }
  expect(weighed).toBeLessThan(60 * 40);
});

test('of none none is found, and of few all', () => {
  expect(mostPromising([], 3, () => 1)()).toEqual([]);
  expect(mostPromising(['a', 'b'], 3, (_, index) => index)().map(({ item }) => item)).toEqual(['b', 'a']);
});
