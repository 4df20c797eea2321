// Instants, as text or as seconds.

/** The one form in which timestamps can be compared as they stand; reading dates is what costs in long lists. */
const WHOLE_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** ISO 8601, extended format: a date, or date, time and zone; the zone as hours, or hours and minutes with a colon or without. */
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?:(:\d\d)(?:[.,](\d+))?)?(?:Z|([+-]\d\d)(?::?(\d\d))?))?$/i;

/** The basic format of ISO 8601, which has no separators. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)([.,]\d+)?)?(Z|[+-]\d\d(?:\d\d)?)$/i;

/** A timestamp of the basic format in the extended one; every other text as it is. */
export function extended(text: string): string {
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = BASIC.exec(text) ?? [];
  return zone === undefined ? text : `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`;
}

/**
 * Milliseconds since the epoch, exact to the microsecond, of an ISO 8601 text or of a number of seconds since the epoch.
 * NaN, which no comparison accepts, for anything else.
 */
export function instant(value: unknown): number {
  if (typeof value === 'number') return value * 1000;
  if (typeof value !== 'string') return Number.NaN;
  if (WHOLE_SECONDS.test(value)) return Date.parse(value);
  const match = TIMESTAMP.exec(extended(value));
  if (match === null) return Number.NaN;
  const [, day, time = '00:00', seconds = ':00', fraction = '', hours, minutes = '00'] = match;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return Date.parse(`${day}T${time}${seconds}${zone}`) + Number(`0.${fraction}`) * 1000;
}

/** Whether a text is a day of the calendar, such as `2026-04-01`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Negative, zero or positive as `one` is before, at or after `other`; NaN where one of them is no instant. */
export function compareInstants(one: unknown, other: unknown): number {
  if (typeof one === 'string' && typeof other === 'string' && WHOLE_SECONDS.test(one) && WHOLE_SECONDS.test(other))
    return one < other ? -1 : one > other ? 1 : 0;
  return instant(one) - instant(other);
}
