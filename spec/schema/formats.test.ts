import { expect, test } from 'vitest';
import { addFormats } from './formats.ts';
import { ajvPackage } from './load-on-demand.ts';

const { Ajv2020 } = ajvPackage();
const ajv = new Ajv2020();
addFormats(ajv);
const isDateTime = ajv.compile({ type: 'string', format: 'date-time' });

test.each([
  '2026-01-10T08:00:00Z',
  '2026-01-10t08:00:00z',
  '2026-01-10T08:00:00.123456+05:30',
  '2026-01-10T08:00:00+0530',
  '2026-01-10T08:00:00+00',
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
  ['text behind it', '2026-01-10T08:00:00Z!'],
])('with %s it is none', (_what, text) => {
  expect(isDateTime(text)).toBe(false);
});
