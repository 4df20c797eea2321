import { expect, test } from 'vitest';
import { addFormats } from './formats.ts';
import { ajvPackage } from './load-on-demand.ts';

const { Ajv2020 } = ajvPackage();
const ajv = new Ajv2020();
addFormats(ajv);
const isCurrency = ajv.compile({ type: 'string', format: 'iso-4217' });
const isDateTime = ajv.compile({ type: 'string', format: 'date-time' });

test.each([
  '2026-01-10T08:00:00Z',
  '2026-01-10t08:00:00z',
  '2026-01-10T08:00:00.123456+05:30',
  '2026-01-10T08:00:00+0530',
  '2026-01-10T08:00:00+00',
  '2026-01-10T08:00:00,123Z',
  '2026-01-10T08:00Z',
  '20260110T080000Z',
  '20260110T0800+0530',
  '20260110T080000.123Z',
  '2016-12-31T23:59:60Z',
])('%s is a date-time', (text) => {
  expect(isDateTime(text)).toBe(true);
});

test.each([
  ['a space in place of T', '2026-01-10 08:00:00Z'],
  ['no zone', '2026-01-10T08:00:00'],
  ['a day that the calendar does not have', '2026-02-30T08:00:00Z'],
  ['an hour that no day has', '2026-01-10T25:00:00Z'],
  ['no time', '2026-01-10'],
  ['no time, and no separators', '20260110'],
  ['a day that the calendar does not have, without separators', '20260230T080000Z'],
  ['separators in the day alone', '2026-01-10T080000Z'],
  ['text behind it', '2026-01-10T08:00:00Z!'],
])('with %s it is none', (_what, text) => {
  expect(isDateTime(text)).toBe(false);
});

test.each(['EUR', 'XAU', 'CLF', 'HRK', 'LTL', 'ZWG', 'XAD'])('%s is a currency', (code) => {
  expect(isCurrency(code)).toBe(true);
});

test.each(['XYZ', 'eur', 'EURO', 'E', '', '978'])('%s is none', (code) => {
  expect(isCurrency(code)).toBe(false);
});
