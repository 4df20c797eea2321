import { describe, expect, test } from 'vitest';
import { compareInstants, instant } from './instant.ts';

describe('an instant', () => {
  test.each([
    ['UTC', '2026-04-01T00:00:00Z', 1_775_001_600_000],
    ['a zone', '2026-04-01T05:30:00+05:30', 1_775_001_600_000],
    ['a zone without a colon', '2026-04-01T05:30:00+0530', 1_775_001_600_000],
    ['a zone of hours alone', '2026-04-01T02:00:00.000001+02', 1_775_001_600_000.001],
    ['nanoseconds, which are too small to count', '2026-04-01T00:00:00.000000009Z', 1_775_001_600_000],
    ['milliseconds', '2026-04-01T00:00:00.250Z', 1_775_001_600_250],
    ['microseconds', '2026-04-01T00:00:00.2505Z', 1_775_001_600_250.5],
    ['no seconds', '2026-04-01T00:00Z', 1_775_001_600_000],
    ['the basic format', '20260401T000000Z', 1_775_001_600_000],
    ['the basic format with a fraction and a zone', '20260401T053000,25+0530', 1_775_001_600_250],
    ['small letters', '2026-04-01t00:00:00z', 1_775_001_600_000],
    ['a date', '2026-04-01', 1_775_001_600_000],
    ['a number of seconds', 1_775_001_600, 1_775_001_600_000],
    ['a number of seconds with a fraction', 1_775_001_600.5, 1_775_001_600_500],
  ])('is read from %s', (_form, value, milliseconds) => {
    expect(instant(value)).toBe(milliseconds);
  });

  test.each([
    ['a time without a zone, which every machine would read differently', '2026-04-01T00:00:00'],
    ['a date and a time with a space between them', '2026-04-01 00:00:00Z'],
    ['a bare number', '5'],
    ['a day without separators', '20260401'],
    ['a date in words', '1 April 2026'],
    ['a date with text behind it', '2026-04-01T00:00:00Z or so'],
    ['a month that does not exist', '2026-13-01T00:00:00Z'],
    ['an empty string', ''],
    ['a truth', true],
    ['null', null],
    ['nothing', undefined],
  ])('is not read from %s', (_what, value) => {
    expect(instant(value)).toBeNaN();
  });
});

describe('two instants compare', () => {
  test.each<[one: unknown, other: unknown, sign: number]>([
    ['2026-04-01T00:00:00Z', '2026-04-01T00:00:00Z', 0],
    ['2026-04-01T00:00:00Z', '2026-04-01T00:00:01Z', -1],
    ['2026-04-01T00:00:01Z', '2026-04-01T00:00:00Z', 1],
    ['2026-04-01T02:00:00+02:00', '2026-04-01T00:00:00Z', 0],
    [1_775_001_600, '2026-04-01T00:00:00Z', 0],
    ['2026-04-01', 1_775_001_601, -1],
    [1_775_001_601, 1_775_001_600, 1],
    ['2026-04-01T00:00:00.0001Z', '2026-04-01T00:00:00Z', 1],
    [null, '2026-04-01T00:00:00Z', Number.NaN],
    ['2026-04-01T00:00:00Z', 'yesterday', Number.NaN],
    ['2026-04-01T00:00:00Z', undefined, Number.NaN],
  ])('%j with %j: %d', (one, other, sign) => {
    expect(Math.sign(compareInstants(one, other))).toBe(sign);
  });
});
