// The same instant in other letters: many clients write milliseconds, and whoever takes them takes them for the same.
import type { Filter, FilterValue } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { argumentsOf, type MadeCall } from './made-call.ts';

const SECONDS = /:\d\dZ$/;
const NO_MILLISECONDS = '.000Z';

/** Whether a value is written with milliseconds that are none. The documents do not say that it must be taken. */
export function isRespelled(value: FilterValue): boolean {
  return typeof value === 'string' && value.endsWith(NO_MILLISECONDS);
}

/**
 * What these calls ask, but for one of each filter by instants, which is asked for the same in milliseconds: the one that
 * proves the fewest others, for a deployment may refuse it.
 */
export function respelledInstants(filters: readonly Filter[], calls: readonly MadeCall[]): readonly Arguments[] {
  const chosen = filters.map((filter, place) => {
    const shown = calls.filter(
      ({ choice, proven }) => proven.includes(place) && isInSeconds(choice.ways[place]?.values),
    );
    return filter.parameter.format === 'date-time'
      ? shown.sort((one, other) => givenIn(one) - givenIn(other))[0]
      : undefined;
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
  return SECONDS.test(String(value)) ? String(value).replace('Z', NO_MILLISECONDS) : value;
}

function givenIn({ choice }: MadeCall): number {
  return choice.ways.filter((way) => way !== undefined).length;
}
