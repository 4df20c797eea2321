// The same instant in other letters: many clients write milliseconds, or the time of their zone, and whoever takes them takes
// them for the same.
import { type Filter, type FilterValue, instant, memberOf, type Row } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import type { InputModel } from '../input-model.ts';
import { argumentsOf, type MadeCall } from './made-call.ts';

const SECONDS = /:\d\dZ$/;
const NO_MILLISECONDS = '.000Z';
/** A zone east of Greenwich, as texts end, and by how many milliseconds its clocks are ahead. */
const ZONE = { ending: '+02:00', ahead: 7_200_000 } as const;

/**
 * Whether a value is written with milliseconds that are none, or in another zone. The documents do not say that it must be
 * taken.
 */
export function isRespelled(value: FilterValue): boolean {
  return typeof value === 'string' && (value.endsWith(NO_MILLISECONDS) || value.endsWith(ZONE.ending));
}

/** For each filter by instants, the instant of a row in the middle of them: in another zone, and in milliseconds. */
export function respelledAlone(filters: readonly Filter[], rows: readonly Row[]): readonly Arguments[] {
  return filters
    .filter(({ parameter }) => parameter.format === 'date-time')
    .flatMap((filter) => {
      const times = rows.map((row) => instant(memberOf(row, filter.field))).filter((time) => !Number.isNaN(time));
      const middle = times.sort((one, other) => one - other)[Math.floor(times.length / 2)];
      if (middle === undefined) return [];
      const here = Math.floor(middle / 1000) * 1000;
      const there = inZone(here).replace('.000', '');
      return [there, new Date(here).toISOString()].map((value) => [{ filter, values: [value] }]);
    });
}

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
  return SECONDS.test(String(value)) ? inZone(instant(value)) : value;
}

/** The instant as clocks of the zone show it, with milliseconds. */
function inZone(milliseconds: number): string {
  return new Date(milliseconds + ZONE.ahead).toISOString().replace('Z', ZONE.ending);
}

function givenIn({ choice }: MadeCall): number {
  return choice.ways.filter((way) => way !== undefined).length;
}
