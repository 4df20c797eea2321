// Instants, as text or as seconds.

/** ISO 8601: a date, or date, time and zone; what stands behind the milliseconds is caught. */
const TIMESTAMP = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3}(\d*))?)?(?:Z|[+-]\d\d:\d\d))?$/i;

/**
 * Milliseconds since the epoch, exact to the microsecond, of an ISO 8601 text or of a number of seconds since the epoch.
 * NaN, which no comparison accepts, for anything else.
 */
export function instant(value: unknown): number {
  if (typeof value === 'number') return value * 1000;
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  return match === null ? Number.NaN : Date.parse(match[0]) + Number(`0.${match[1] ?? ''}`);
}

/** The one form in which timestamps can be compared as they stand; reading dates is what costs in long lists. */
const WHOLE_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Negative, zero or positive as `one` is before, at or after `other`; NaN where one of them is no instant. */
export function compareInstants(one: unknown, other: unknown): number {
  if (typeof one === 'string' && typeof other === 'string' && WHOLE_SECONDS.test(one) && WHOLE_SECONDS.test(other))
    return one < other ? -1 : one > other ? 1 : 0;
  return instant(one) - instant(other);
}
