import { describe, expect, test } from 'vitest';
import { type CallersQuery, type CallersTurn, queriesForCallers } from './queries-for-callers.ts';

const queryOf = (classes: readonly string[]): CallersQuery => ({
  query: classes.map((name) => [name, '1'] as const),
  classes,
  showsRows: true,
  filters: classes.length,
});

const callerOf = (turn: number, facts: Partial<CallersTurn> = {}): CallersTurn => ({
  turn,
  needsRows: false,
  ...facts,
});

describe('the queries of a caller who must be refused', () => {
  test('go on while many classes have not met', () => {
    const wide = (from: number) =>
      queryOf(Array.from({ length: 8 }, (_, index) => `${(index * from) % 11} of ${index}`));
    const { queriesFor } = queriesForCallers([1, 2, 3, 4, 5].map(wide));
    expect(queriesFor(callerOf(0), 10).length).toBe(5);
    const { queriesFor: few } = queriesForCallers([queryOf(['a', 'b']), queryOf(['b', 'c']), queryOf(['a', 'c'])]);
    expect(few(callerOf(0), 10).length).toBe(2);
  });

  test('have every class among them', () => {
    const queries = [queryOf(['a', 'b']), queryOf(['a', 'c']), queryOf(['c', 'd']), queryOf(['b', 'd'])];
    const { queriesFor } = queriesForCallers(queries);
    for (const turn of [0, 1, 2]) {
      const names = queriesFor(callerOf(turn), 2).flatMap((query) => query.map(([name]) => name));
      expect(new Set(names)).toEqual(new Set(['a', 'b', 'c', 'd']));
    }
  });

  test('show rows and give few filters where these tell who is served', () => {
    const { queriesFor } = queriesForCallers([
      { ...queryOf(['a']), filters: 3 },
      { ...queryOf(['a']), query: [] },
      { ...queryOf(['a', 'b', 'c']), showsRows: false, filters: 8 },
    ]);
    expect(queriesFor(callerOf(0, { needsRows: true }), 1)).toEqual([[]]);
    expect(queriesFor(callerOf(0), 1)[0]?.length).toBe(3);
  });

  test('have classes without rows among them where rows are needed, and show the others nevertheless', () => {
    const { queriesFor } = queriesForCallers([
      { ...queryOf(['a', 'b', 'c']), showsRows: false, filters: 0 },
      { ...queryOf(['a']), filters: 0 },
      { ...queryOf(['b']), showsRows: false, filters: 0 },
    ]);
    expect(queriesFor(callerOf(0, { needsRows: true }), 3).map((query) => query.length)).toEqual([3, 1]);
  });

  test('have the classes without rows that are left among the last of them', () => {
    const pairs = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((one) =>
      ['x', 'y', 'z'].map((other) => queryOf([one, other])),
    );
    const plain = ['p', 'q'].map((name) => ({ ...queryOf([name]), showsRows: false }));
    const { queriesFor } = queriesForCallers([...pairs, ...plain]);
    const chosen = queriesFor(callerOf(0, { needsRows: true }), 8).map((query) => query.map(([name]) => name).join());
    expect(chosen.slice(0, 6)).not.toEqual(expect.arrayContaining(['p']));
    expect(chosen.slice(6).sort()).toEqual(['p', 'q']);
  });

  test('are others than those of the callers before, where they tell as much', () => {
    const queries = [queryOf(['a', 'b']), queryOf(['c', 'd']), queryOf(['a', 'd']), queryOf(['c', 'b'])];
    const { queriesFor } = queriesForCallers(queries);
    const [first, second] = [0, 4].map((turn) => queriesFor(callerOf(turn), 2).map((query) => query.join()));
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(4);
  });

  test('are at most as many as are asked for, and none of none', () => {
    const queries = ['a', 'b', 'c', 'd'].map((name) => queryOf([name]));
    expect(queriesForCallers(queries).queriesFor(callerOf(0), 2).length).toBe(2);
    expect(queriesForCallers([]).queriesFor(callerOf(0), 2)).toEqual([]);
  });
});
