// The same instant in other letters: many clients write milliseconds, or the time of their zone, and whoever takes them takes
// them for the same.
import { type Filter, type FilterValue, instant, memberOf, type Row } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { inSeconds, instantsIn, isWritten } from '../filters/bound-values.ts';
import type { InputModel } from '../input-model.ts';
import { argumentsOf, type MadeCall } from './made-call.ts';

const SECONDS = /:\d\dZ$/;
const RESPELLED = /T\d\d:\d\d:\d\d(?:\.\d+Z|.*[+-]\d\d:\d\d)$/;
/** A zone east of Greenwich, as texts end, and by how many milliseconds its clocks are ahead. */
const ZONE = { ending: '+02:00', ahead: 7_200_000 } as const;
/** One west of it, whose sign is another one. */
const WEST = { ending: '-05:00', ahead: -18_000_000 } as const;
/** A zone half a day away: the same digits mean another instant, with rows in between. */
const FAR_ZONE = { ending: '+12:00', ahead: 43_200_000 } as const;

/**
 * Whether a value is an instant with a fraction of a second, or in another zone than UTC. The documents do not say that it must
 * be taken.
 */
export function isRespelled(value: FilterValue): boolean {
  return typeof value === 'string' && RESPELLED.test(value);
}

/** The instant as rows show it, in UTC and whole seconds; every other value as it is. */
export function plainInstant(value: FilterValue): FilterValue {
  return isRespelled(value) && isWritten(instant(value)) ? inSeconds(instant(value)) : value;
}

/** For each filter by instants, the instant of a row in the middle of them: in other zones, and in milliseconds. */
export function respelledAlone(filters: readonly Filter[], rows: readonly Row[]): readonly Arguments[] {
  const isAny = () => true;
  return atMiddle(filters, rows, isAny, (here) => [
    ...[ZONE, WEST].map((zone) => inZone(here, zone).replace('.000', '')),
    new Date(here).toISOString(),
  ]);
}

/**
 * Instants that differ in little: what is remembered by the day, or by the digits without their zone, is taken for another.
 * All of one day, around a row in the middle.
 */
export function sameDayAlone(filters: readonly Filter[], rows: readonly Row[]): readonly Arguments[] {
  const isClose = (time: number, before: number) => time - before <= FAR_ZONE.ahead;
  return atMiddle(filters, rows, isClose, (here) => {
    const text = inSeconds(here);
    const day = text.slice(0, 'yyyy-mm-dd'.length);
    return [`${day}T00:00:00Z`, `${day}T23:59:59Z`, text, text.replace('Z', FAR_ZONE.ending)];
  });
}

/** Values for an instant of a row that is wanted, beside the one before it, as near to the middle of all as there is one. */
function atMiddle(
  filters: readonly Filter[],
  rows: readonly Row[],
  isWanted: (time: number, before: number) => boolean,
  valuesAt: (milliseconds: number) => readonly string[],
): readonly Arguments[] {
  return filters
    .filter(({ parameter }) => parameter.format === 'date-time')
    .flatMap((filter) => {
      const times = instantsIn(filter, rows);
      const places = [...times.keys()].sort((one, other) => fromMiddle(times, one) - fromMiddle(times, other));
      const isMeant = (place: number) => isWanted(times[place] ?? 0, times[place - 1] ?? Number.NEGATIVE_INFINITY);
      const middle =
        times[places.find((place) => times[place] !== times[place - 1] && isMeant(place)) ?? places[0] ?? 0];
      if (middle === undefined) return [];
      // In another zone the instant may have a year that is not written.
      const values = valuesAt(Math.floor(middle / 1000) * 1000).filter((value) => isWritten(instant(value)));
      return values.map((value) => [{ filter, values: [value] }]);
    });
}

const fromMiddle = ({ length }: readonly number[], place: number): number => Math.abs(place - Math.floor(length / 2));

/**
 * What these calls ask, but for one of each filter by instants, which is asked for the same in milliseconds and in another
 * zone: one at the instant of a row, which shows if it is taken for another; and the one that proves the fewest others, for a
 * deployment may refuse it.
 */
export function respelledInstants(
  { filters, rows }: Pick<InputModel, 'filters' | 'rows'>,
  calls: readonly MadeCall[],
): readonly Arguments[] {
  const chosen = filters.map((filter, place) => {
    const times = new Set(rows.map((row) => instant(memberOf(row, filter.field))));
    const isAtRow = ({ choice }: MadeCall) => choice.ways[place]?.values.some((value) => times.has(instant(value)));
    const rank = (call: MadeCall) => givenIn(call) + (isAtRow(call) === true ? 0 : filters.length);
    const shown = calls.filter(
      ({ choice, proven }) => proven.includes(place) && isInSeconds(choice.ways[place]?.values),
    );
    return filter.parameter.format === 'date-time' ? shown.sort((one, other) => rank(one) - rank(other))[0] : undefined;
  });
  return calls.map((call) =>
    argumentsOf(call.choice.ways).map((argument) =>
      chosen[filters.indexOf(argument.filter)] === call
        ? { ...argument, values: argument.values.map(respell) }
        : argument,
    ),
  );
}

function isInSeconds(values: readonly FilterValue[] = []): boolean {
  return values.some((value) => SECONDS.test(String(value)));
}

function respell(value: FilterValue): FilterValue {
  const time = instant(value);
  return SECONDS.test(String(value)) && isWritten(time + ZONE.ahead) ? inZone(time) : value;
}

/** The instant as clocks of a zone show it, with milliseconds. */
function inZone(milliseconds: number, { ahead, ending }: typeof ZONE | typeof WEST = ZONE): string {
  return new Date(milliseconds + ahead).toISOString().replace('Z', ending);
}

function givenIn({ choice }: MadeCall): number {
  return choice.ways.filter((way) => way !== undefined).length;
}
