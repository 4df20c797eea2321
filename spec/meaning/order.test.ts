import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRows, orderValues, outOfOrder, readOrder, turned } from './order.ts';
import type { Row } from './row.ts';

const newest = readOrder(['-createdAt', 'id']);

test('an order is read from members, a minus before those that descend', () => {
  expect(newest).toEqual([
    { field: 'createdAt', descending: true },
    { field: 'id', descending: false },
  ]);
});

test.each([
  [['a'], ['-a']],
  [
    ['-a', 'b'],
    ['a', 'b'],
  ],
  [
    ['a', '-b'],
    ['-a', '-b'],
  ],
  [[], []],
])('%j turned is %j', (order, other) => {
  expect(turned(readOrder(order))).toEqual(readOrder(other));
});

describe('rows compare', () => {
  test.each<[order: string[], one: Row, other: Row, sign: number]>([
    [['n'], { n: 1 }, { n: 2 }, -1],
    [['n'], { n: 10 }, { n: 9 }, 1],
    [['-n'], { n: 10 }, { n: 9 }, -1],
    [['n'], { n: 1 }, { n: 1 }, 0],
    [['n', 'm'], { n: 1, m: 2 }, { n: 1, m: 1 }, 1],
    [['n', '-m'], { n: 1, m: 2 }, { n: 1, m: 1 }, -1],
    [['t'], { t: 'a' }, { t: 'b' }, -1],
    [['t'], { t: 'B' }, { t: 'a' }, -1],
    [['t'], { t: '10' }, { t: '9' }, -1],
    [['at'], { at: '2026-04-01T02:00:00+02:00' }, { at: '2026-04-01T00:00:00Z' }, 0],
    [['at'], { at: '2026-04-01T01:30:00+02:00' }, { at: '2026-04-01T00:00:00Z' }, -1],
    [['-at'], { at: '2026-04-01T00:00:00.5Z' }, { at: '2026-04-01T00:00:00Z' }, -1],
    [['ok'], { ok: false }, { ok: true }, -1],
    [['/deep/n'], { deep: { n: 2 } }, { deep: { n: 1 } }, 1],

    // Rows without a value come last, whichever way the order goes.
    [['n'], { n: null }, { n: 1 }, 1],
    [['-n'], { n: null }, { n: 1 }, 1],
    [['n'], {}, { n: 1 }, 1],
    [['-n'], { n: 1 }, {}, -1],
    [['n'], { n: null }, {}, 0],
    [['n', 'm'], { n: null, m: 2 }, { m: 1 }, 1],
  ])('by %j: %j with %j is %d', (order, one, other, sign) => {
    expect(Math.sign(compareRows(readOrder(order), one, other))).toBe(sign);
    expect(Math.sign(compareRows(readOrder(order), other, one)) + sign).toBe(0);
  });
});

test('the values of a row are its instants in milliseconds, and null where it has none', () => {
  const row = { createdAt: '2026-04-01T00:00:00Z', id: 'T1', n: 3, ok: true };
  expect(orderValues(readOrder(['createdAt', 'id', 'n', 'ok', 'gone']), row)).toEqual([
    1_775_001_600_000,
    'T1',
    3,
    1,
    null,
  ]);
});

describe('two rows are out of order', () => {
  test.each<[order: string[], one: Row, other: Row, wrong: boolean]>([
    [['n'], { n: 1 }, { n: 2 }, false],
    [['n'], { n: 2 }, { n: 1 }, true],
    [['-n'], { n: 1 }, { n: 2 }, true],
    [['n'], { n: 1 }, { n: 1 }, false],
    [['n', 'm'], { n: 1, m: 2 }, { n: 1, m: 1 }, true],
    [['t'], { t: 'b' }, { t: 'a' }, true],
    [['-at'], { at: '2026-04-01T00:00:00Z' }, { at: '2026-04-02T00:00:00Z' }, true],
    [['at'], { at: '2026-04-01T00:00:00Z' }, { at: '2026-04-01T02:00:00+02:00' }, false],

    // Where readings differ, nobody is accused.
    [['t'], { t: 'B' }, { t: 'a' }, false],
    [['t'], { t: 'a' }, { t: 'B' }, false],
    [['t'], { t: '10' }, { t: '9' }, false],
    [['t'], { t: '9' }, { t: '10' }, false],
    [['t'], { t: 'é' }, { t: 'f' }, false],
    [['t', 'n'], { t: 'a', n: 2 }, { t: 'A', n: 1 }, false],
    [['n'], { n: null }, { n: 1 }, false],
    [['n'], { n: 1 }, { n: null }, false],
    [['n', 'm'], { m: 2 }, { m: 1 }, false],
  ])('by %j: %j before %j: %j', (order, one, other, wrong) => {
    expect(outOfOrder(readOrder(order), one, other)).toBe(wrong);
  });

  const collations: [string, (one: string, other: string) => number][] = [
    ['code units', (one, other) => (one < other ? -1 : one > other ? 1 : 0)],
    ['small letters', (one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)],
    ['language', (one, other) => one.localeCompare(other, 'en')],
    ['language and numbers', (one, other) => one.localeCompare(other, 'en', { numeric: true })],
  ];

  test.each(collations)('never, where a deployment sorts by %s', (_name, compare) => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 12 }), (texts) => {
        const sorted = texts.toSorted(compare);
        const wrong = sorted.slice(1).filter((t, index) => outOfOrder(readOrder(['t']), { t: sorted[index] }, { t }));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

test('instants are compared as such however their letters are written', () => {
  const order = readOrder(['at']);
  const [early, late] = [{ at: '2026-01-01t10:00:00z' }, { at: '2026-01-01T10:00:00.250Z' }];
  expect(Math.sign(compareRows(order, early, late))).toBe(-1);
  expect(Math.sign(compareRows(order, late, early))).toBe(1);
});

test('an instant beside a time without a zone stands in no order that is certain', () => {
  const order = readOrder(['at']);
  const [zoned, bare] = [{ at: '2026-06-06T01:30:00Z' }, { at: '2026-06-06T00:00:00.250' }];
  expect([outOfOrder(order, zoned, bare), outOfOrder(order, bare, zoned)]).toEqual([false, false]);
});
