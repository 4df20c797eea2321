// What data a filter check would need to say more: the difference between green and untried.
import {
  type Filter,
  type FilterValue,
  isNegative,
  kindOf,
  type Operation,
  passes,
  type Row,
} from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-runs.ts';

/** What a row of the list is called: `ad account`. */
export function nounOf({ list }: Operation): string {
  return list.resource.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Filters that no answered probe could prove, with what would prove them. */
export function unprovenFilters(operation: Operation, trials: readonly ProbeRun[]): string[] {
  const proven = new Set(trials.filter(({ walk }) => walk.stop === 'end').flatMap(({ proves }) => proves));
  return operation.filters
    .filter((filter) => !proven.has(filter))
    .map((filter) => `${filter.name}: needs one ${nounOf(operation)} that it keeps out, and one that it lets through`);
}

/** Documented values that no row has, although a row may have them. */
export function unusedValues(operation: Operation, rows: readonly Row[]): string[] {
  return operation.filters.flatMap((filter) =>
    documentedValues(operation, filter)
      .filter((value) => !rows.some((row) => passes(filter, row, [value])))
      .map(
        (value) =>
          `${filter.name}=${value}: needs one ${nounOf(operation)} with ${filter.field} ${filter.value ?? value}`,
      ),
  );
}

/** The documented values that some row may pass, of a filter that looks for a value. */
function documentedValues({ fieldValues }: Operation, filter: Filter): readonly FilterValue[] {
  const { allowed, when, value, unrestricted, field } = filter;
  if (isNegative(filter) || !['identity', 'elements'].includes(kindOf(filter))) return [];
  const possible = fieldValues.get(field);
  const values = when === undefined ? allowed.filter((each) => each !== unrestricted) : [when];
  return values.filter((each) => possible === undefined || possible.includes(value ?? each));
}

/** Pairs of filters of which no answered probe could prove both. */
export function unprovenPairs(operation: Operation, trials: readonly ProbeRun[]): string[] {
  const { filters } = operation;
  const answered = trials.filter(({ walk, probe }) => walk.stop === 'end' && probe.args.length > 1);
  return filters.flatMap((one, index) =>
    filters.slice(index + 1).flatMap((other) => {
      const together = answered.filter(({ probe }) =>
        [one, other].every((filter) => probe.args.some((argument) => argument.filter === filter)),
      );
      const proven = new Set(together.flatMap(({ proves }) => proves));
      if (proven.has(one) && proven.has(other)) return [];
      return [`${one.name} with ${other.name}: needs ${nounOf(operation)}s that pass one of them and not the other`];
    }),
  );
}

/** Why some trials say nothing. */
export function unansweredTrials(trials: readonly ProbeRun[]): string[] {
  const reasons = trials.flatMap(({ walk, comparison }) => {
    const isOpen = walk.pages[0]?.exchange.request.expect !== 'list';
    if (walk.stop === 'refused') return isOpen ? [] : ['a documented value was not answered with a list'];
    if (walk.stop === 'budget') return ['the budget of requests was spent, or the server stopped answering'];
    if (comparison?.moving === true) return ['the data never stood still (moving)'];
    return comparison === undefined ? ['the whole list could not be walked to its end'] : [];
  });
  return [...new Set(reasons)];
}
