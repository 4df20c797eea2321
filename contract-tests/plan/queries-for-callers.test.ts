import { describe, expect, test } from 'vitest';
import { type AnsweredQuery, queriesForCallers } from './queries-for-callers.ts';

const answeredOf = (classes: readonly string[]): AnsweredQuery => ({
  query: classes.map((name) => [name, '1'] as const),
  classes,
  filters: classes.length,
});

describe('the queries of a caller who must be refused', () => {
  test('have every class among them', () => {
    const answered = [answeredOf(['a', 'b']), answeredOf(['a', 'c']), answeredOf(['c', 'd']), answeredOf(['b', 'd'])];
    const { queriesFor } = queriesForCallers(answered);
    for (const caller of [0, 1, 2]) {
      const names = queriesFor(caller, 10).flatMap((query) => query.map(([name]) => name));
      expect(new Set(names)).toEqual(new Set(['a', 'b', 'c', 'd']));
    }
  });

  test('give few filters where there is a choice', () => {
    const { queriesFor } = queriesForCallers([
      { ...answeredOf(['a']), filters: 3 },
      { ...answeredOf(['a']), query: [] },
    ]);
    expect(queriesFor(0, 1)).toEqual([[]]);
  });

  test('are at most as many as are asked for, and none of none', () => {
    const answered = ['a', 'b', 'c', 'd'].map((name) => answeredOf([name]));
    expect(queriesForCallers(answered).queriesFor(0, 2).length).toBe(2);
    expect(queriesForCallers([]).queriesFor(0, 2)).toEqual([]);
  });
});
