import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from './sort-by-key.ts';

test('keys ascend by code unit, whatever letters they have', () => {
  const letters = fc.constantFrom('a', 'b', 'Z', '0', '~', '\u007f', 'é', '\u{1f600}', '\ud800', ' ');
  const keys = fc.uniqueArray(fc.string({ unit: letters, maxLength: 6 }), { maxLength: 120 });
  fc.assert(
    fc.property(keys, fc.string({ unit: letters, maxLength: 3 }), (tails, head) => {
      const all = tails.map((tail) => head + tail);
      const indexes = Int32Array.from(all.keys());
      sortByKey(indexes, (index) => all[index] ?? '');
      const expected = [...all].sort((one, other) => (one < other ? -1 : 1));
      expect(Array.from(indexes, (index) => all[index])).toEqual(expected);
    }),
    { numRuns: 500, seed: 1 },
  );
});
