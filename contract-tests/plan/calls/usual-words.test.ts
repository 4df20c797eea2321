import { expect, test } from 'vitest';
import type { FilterValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { inUsualWords, isUnusual } from './usual-words.ts';

const [filter, other] = ownContract().operations.flatMap(({ filters }) => filters);
if (filter === undefined || other === undefined) throw new Error('The contract has too few filters.');
const probeOf = (values: readonly FilterValue[]) => ({
  kind: 'values' as const,
  args: [
    { filter, values },
    { filter: other, values: ['c'] },
  ],
});
const valuesIn = (values: readonly FilterValue[]) =>
  inUsualWords(probeOf(values)).map(({ args }) => args.map((argument) => argument.values));

test.each([
  ['a value that is sent twice', ['a', 'b', 'a'], ['a', 'b']],
  ['an instant of another zone', ['2026-04-01T02:00:00+02:00'], ['2026-04-01T00:00:00Z']],
  ['an instant in milliseconds', ['2026-04-01T00:00:00.000Z'], ['2026-04-01T00:00:00Z']],
])('%s may be refused, and is asked for otherwise', (_, values, usual) => {
  expect(isUnusual(probeOf(values).args)).toBe(true);
  expect(valuesIn(values)).toEqual([[usual, ['c']]]);
});

test('what most write as well is not asked for otherwise', () => {
  expect(isUnusual(probeOf(['a', 'b']).args)).toBe(false);
  expect(valuesIn(['a', '2026-04-01T00:00:00Z'])).toEqual([]);
});
