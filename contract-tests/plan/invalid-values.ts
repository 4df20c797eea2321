// Values that parameters cannot have, and the calls that try them.
import {
  type Filter,
  firstPlace,
  kindOf,
  memberOf,
  type Operation,
  type Parameter,
  placeParameter,
  type QueryPair,
  type Row,
} from '../../spec/index.ts';
import { isNumbered, sizeParameter } from '../walk/page.ts';
import { spread } from './spread.ts';

/** A value that a parameter cannot have. */
export type InvalidValue = {
  readonly name: string;
  readonly value: string;
  /** Whether the documentation leaves no doubt that the value is invalid. */
  readonly certain: boolean;
};

/**
 * Values out of every list and bound: certain where the documentation lists all that a parameter may be, and where a document
 * whose every word is a statement gives a filter a type. Sizes and places many take for others that they can have.
 */
export function invalidValues(operation: Operation, rows: readonly Row[]): InvalidValue[] {
  const { list, filters, parameters, binding } = operation;
  const invalid = (
    names: readonly (string | undefined)[],
    values: readonly string[],
    certain = false,
  ): InvalidValue[] =>
    names.flatMap((name) => {
      const filter = filters.find((each) => each.name === name);
      const isOut = (value: string) =>
        certain || (binding && filter !== undefined && rulesOut(filter.parameter, value));
      return name === undefined ? [] : values.map((value) => ({ name, value, certain: isOut(value) }));
    });
  const listed = filters.filter(
    ({ allowed, when, parameter }) => allowed.length > 0 && when === undefined && parameter.valueType !== 'boolean',
  );
  const sorts = [list.sorting?.orders?.name, list.sorting?.directions?.name].filter((name) =>
    parameters.some((each) => each.name === name && each.allowed.length > 0),
  );
  const numbers = filters.filter(
    ({ parameter, allowed }) =>
      allowed.length === 0 && parameter.valueType !== 'string' && parameter.valueType !== 'boolean',
  );
  const flags = filters.filter(({ parameter, when }) => parameter.valueType === 'boolean' || when !== undefined);
  const instants = filters.filter((filter) => kindOf(filter) === 'instant' && filter.parameter.valueType === 'string');
  const formed = filters.filter(({ allowed, parameter }) => allowed.length === 0 && parameter.pattern !== undefined);
  const place = isNumbered(operation) ? placeParameter(list.paging) : undefined;
  const nameOf = ({ name }: { readonly name: string }) => name;
  return [
    ...listed.flatMap((filter) => invalid([filter.name], [namesakeOf(filter, rows) ?? NO_SUCH], true)),
    ...invalid(sorts, [NO_SUCH], true),
    ...invalid([sizeParameter(operation)], ['99999999999999999999', 'abc', '0', '1.5', '-1']),
    ...invalid([place], ['abc', '0', '-1']),
    ...invalid(numbers.map(nameOf), ['abc']),
    ...invalid(instants.map(nameOf), ['yesterday']),
    ...invalid(flags.map(nameOf), ['maybe']),
    ...formed.flatMap(({ name, parameter }) => invalid([name], formless(parameter))),
  ];
}

/** A text that has not the form of the parameter; none where it can be anything. */
function formless({ pattern = '' }: Pick<Parameter, 'pattern'>): readonly string[] {
  const form = new RegExp(pattern, 'u');
  return [NO_SUCH, '?', 'A', '1'].filter((text) => !form.test(text)).slice(0, 1);
}

/** Whether the type or the form of a parameter rules the value out. */
function rulesOut(
  { valueType, format, pattern }: Pick<Parameter, 'valueType' | 'format' | 'pattern'>,
  value: string,
): boolean {
  if (valueType === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return true;
  if (valueType === 'boolean') return value !== 'true' && value !== 'false';
  if (valueType === 'string') return format === 'date-time' || format === 'date';
  return Number.isNaN(Number(value));
}

const NO_SUCH = 'no-such-value';

/**
 * What rows have in a member of the parameter's name, where the parameter is about another one: a deployment that takes the
 * one member for the other takes its values too.
 */
function namesakeOf({ name, field, allowed }: Filter, rows: readonly Row[]): string | undefined {
  if (name === field) return undefined;
  const known = new Set<unknown>(allowed);
  const texts = rows.map((row) => memberOf(row, name)).filter((value) => typeof value === 'string');
  return texts.filter((text) => text !== '' && !known.has(text)).sort()[0];
}

/** Invalid values beside other parameters that the full depth asks for: where there are many, some of them stand for all. */
const MOST_BESIDE = 120;

/** Values that are sent in one call, and what is asked beside them that a parameter can have. */
export type InvalidAsking = { readonly values: readonly InvalidValue[]; readonly beside: readonly QueryPair[] };

/**
 * What each call asks. Where the refusal is documented every value has a call of its own, and at the full depth one beside each
 * of the other parameters; where only a server that breaks would be wrong, the standard depth sends one of every parameter at
 * once, others for each list.
 */
export function invalidCalls(
  operation: Operation,
  rows: readonly Row[],
  depth: 'standard' | 'full',
  turn: number,
): readonly InvalidAsking[] {
  const values = invalidValues(operation, rows);
  const documented = operation.refusals['invalid-parameter']?.observed === false;
  const alone = values.map((each): InvalidAsking => ({ values: [each], beside: [] }));
  if (depth === 'full' && documented)
    return [
      ...alone,
      ...spread(
        values.flatMap((each) => besideOthers(operation, rows, each)),
        MOST_BESIDE,
      ),
    ];
  if (depth === 'full' || documented) return alone;
  const names = [...new Set(values.map(({ name }) => name))];
  const one = (name: string) => {
    const own = values.filter((each) => each.name === name);
    return own[turn % own.length];
  };
  return names.length === 0 ? [] : [{ values: names.map(one).filter((each) => each !== undefined), beside: [] }];
}

/** The value beside each other parameter: where a later page begins, how long it is, and one value of each filter. */
function besideOthers(operation: Operation, rows: readonly Row[], invalid: InvalidValue): InvalidAsking[] {
  const { list, filters } = operation;
  // The first page is what comes without a place too: one behind it is what may be answered without a look at the rest.
  const first = firstPlace(list.paging);
  const valid: readonly (readonly [name: string | undefined, value: unknown])[] = [
    [placeParameter(list.paging), first === undefined ? undefined : Number(first) + 1],
    [sizeParameter(operation), list.size?.default ?? list.size?.maximum],
    ...filters.map(
      ({ name, field, allowed }) =>
        [name, allowed[0] ?? rows.slice(0, 1).map((row) => memberOf(row, field))[0]] as const,
    ),
  ];
  return valid.flatMap(([name, value]): InvalidAsking[] =>
    name === undefined || name === invalid.name || value === undefined || value === null
      ? []
      : [{ values: [invalid], beside: [[name, String(value)]] }],
  );
}
