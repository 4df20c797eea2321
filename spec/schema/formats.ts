// The string formats that the contract uses.
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { extended, instant, isDay } from '../meaning/instant.ts';
import { cached } from './cached.ts';
import { formatsPackage } from './load-on-demand.ts';

/** Codes that came into ISO 4217 after the oldest Node that this runs on, or that Node leaves out. */
const NEW_CURRENCIES = ['XAD', 'XCG', 'ZWG', 'SLE', 'VED'];

/** The formats of JSON Schema and OpenAPI that are checked as their specifications say. */
const STANDARD = [
  ...(['date', 'time', 'duration', 'uri', 'uri-reference', 'email', 'hostname', 'ipv4', 'ipv6'] as const),
  ...(['uuid', 'json-pointer', 'regex', 'byte', 'int32', 'int64', 'float', 'double'] as const),
];

/** Teaches an ajv the standard formats, and `iana-timezone` and `iso-4217` as this Node knows them. */
export function addFormats(ajv: Ajv2020): void {
  formatsPackage().default(ajv, STANDARD);
  ajv.addFormat('date-time', isDateTime);
  // Asking for a time zone is slow, and the same few come again and again.
  const zones = new Map<string, boolean>();
  ajv.addFormat('iana-timezone', (name: string) => cached(zones, name, () => isTimeZone(name)));
  // Of names, unlike of supported values, Node has those of currencies that are no more, of metals and of funds too.
  const currencies = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
  ajv.addFormat(
    'iso-4217',
    (code: string) => /^[A-Z]{3}$/.test(code) && (NEW_CURRENCIES.includes(code) || currencies.of(code) !== undefined),
  );
}

/**
 * A day and a time of it with its zone, as ISO 8601 writes them: RFC 3339, the zone as hours alone or without a colon too, a
 * comma before the fraction, and a time without seconds. With the T that both ask for, and no space.
 */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

function isDateTime(value: string): boolean {
  const text = extended(value);
  const [, day] = DATE_TIME.exec(text) ?? [];
  // A leap second is the only one that no clock of the machine knows.
  return day !== undefined && isDay(day) && !Number.isNaN(instant(text.replace(':59:60', ':59:59')));
}

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
