// What is asked of a list: values for some of its filters.
import {
  type Filter,
  type FilterValue,
  instant,
  isNegative,
  kindOf,
  memberOf,
  type Operation,
  passes,
  type QueryPair,
  type Row,
  writeValues,
} from '../../spec/index.ts';
import { textIn } from './rows.ts';

/** One filter and the values that are sent for it. */
type Argument = { readonly filter: Filter; readonly values: readonly FilterValue[] };

/** All filters of one walk; filters that are not here are not sent. */
export type Arguments = readonly Argument[];

/** The query parameters, in order. */
export function queryOf(args: Arguments): QueryPair[] {
  return args.flatMap(({ filter, values }) => writeValues(filter.parameter, values));
}

/** What a query asks of the filters, in their order. */
export function argumentsIn({ filters }: Pick<Operation, 'filters'>, query: readonly QueryPair[]): Arguments {
  return filters
    .map((filter) => ({ filter, values: valuesIn(filter, query) }))
    .filter(({ values }) => values.length > 0);
}

/** The values of the filter in a query. */
export function valuesIn({ name, parameter }: Filter, query: readonly QueryPair[]): FilterValue[] {
  const texts = query
    .filter(([each]) => each === name)
    .flatMap(([, value]) => (parameter.separator === 'repeat' ? [value] : value.split(parameter.separator)));
  return texts.map((text) => {
    if (parameter.valueType === 'boolean') return text === 'true';
    return parameter.valueType === 'string' ? text : Number(text);
  });
}

/** The second arguments, and those of the first about other filters. */
export function within(base: Arguments, args: Arguments): Arguments {
  return [...base.filter(({ filter }) => !args.some((other) => other.filter === filter)), ...args];
}

/** `colour=red&size=7`: how messages name what was asked; `no filter` for none. */
export function describe(args: Arguments): string {
  if (args.length === 0) return 'no filter';
  return queryOf(args)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Whether all that some arguments ask is among what others ask; of ids, texts and sizes one value stands for any. */
export function isPartOf(some: Arguments, others: Arguments): boolean {
  return some.every((argument) => others.some((other) => isAmong(argument, other)));
}

/** One value is among several; several are the same several only. */
function isAmong(one: Argument, other: Argument): boolean {
  if (one.filter !== other.filter) return false;
  const isOne = one.values.length === 1;
  if (one.filter.allowed.length === 0) return isOne || other.values.length > 1;
  return isOne ? other.values.some((value) => value === one.values[0]) : describe([one]) === describe([other]);
}

/** Whether the filter's values are identifiers: any text or number, and none of the documented ones. */
export function isId(filter: Filter): boolean {
  const { allowed, when, value } = filter;
  return (
    kindOf(filter) === 'identity' &&
    !isNegative(filter) &&
    allowed.length === 0 &&
    when === undefined &&
    value === undefined
  );
}

/** Whether the row stands exactly on a bound that is asked for. */
export function standsOn(args: Arguments, row: Row): boolean {
  return args.some(({ filter, values: [bound] }) => {
    if (!isBound(filter)) return false;
    const size = memberOf(row, filter.field);
    return kindOf(filter) === 'instant' ? instant(size) === instant(bound) : size === bound;
  });
}

/** Whether the filter compares sizes: an instant, or a number. */
export function isBound(filter: Filter): boolean {
  return kindOf(filter) === 'instant' || kindOf(filter) === 'number';
}

/** Whether rows that pass can be told from their own value of one member. */
export function isPlain(filter: Filter): boolean {
  const { when, value, standsFor } = filter;
  const isItself = when === undefined && value === undefined && standsFor === undefined;
  return kindOf(filter) === 'identity' && !isNegative(filter) && isItself;
}

/** Whether the row belongs in the list that these arguments ask for. */
export function passesAll(args: Arguments, row: Row): boolean {
  return args.every(({ filter, values }) => passes(filter, row, values));
}

/**
 * Whether the row belongs in the list if ids are compared without regard to case. The documents do not say whether they are:
 * where this holds, the row may be in the answer or not. An id that rows have as it stands is not open: it is theirs.
 */
export function mayPass(args: Arguments, row: Row, isOpen: (argument: Argument) => boolean = () => true): boolean {
  return args.every((argument) => {
    const { filter, values } = argument;
    if (passes(filter, row, values)) return true;
    const own = textIn(row, filter.field).toLowerCase();
    return isId(filter) && values.some((value) => String(value).toLowerCase() === own) && isOpen(argument);
  });
}
