// What is asked of a list: values for some of its filters.
import { type Filter, type FilterValue, passes, type Row } from '../spec/index.ts';

/** One filter and the values that are sent for it. */
type Argument = { readonly filter: Filter; readonly values: readonly FilterValue[] };

/** All filters of one walk; filters that are not here are not sent. */
export type Arguments = readonly Argument[];

/** The query parameters, in order. */
export function queryOf(args: Arguments): (readonly [string, string])[] {
  return args.flatMap(({ filter, values }) => values.map((value) => [filter.name, String(value)] as const));
}

/** `status=active&platforms=meta_ads`: how messages name what was asked; `no filter` for none. */
export function describe(args: Arguments): string {
  if (args.length === 0) return 'no filter';
  return queryOf(args)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Whether the filter's values are identifiers: any text, and none of the documented ones. */
export function isId({ allowed, test, when }: Filter): boolean {
  return allowed.length === 0 && test !== 'at-or-after' && when === undefined;
}

/** Whether the row belongs in the list that these arguments ask for. */
export function passesAll(args: Arguments, row: Row): boolean {
  return args.every(({ filter, values }) => passes(filter, row, values));
}

/** The filters that matter to the answer: dropping one would let other rows in. */
export function provenBy(args: Arguments, rows: readonly Row[]): Filter[] {
  return args.filter((argument) => letsMoreIn(argument, args, rows)).map(({ filter }) => filter);
}

function letsMoreIn(argument: Arguments[number], args: Arguments, rows: readonly Row[]): boolean {
  const others = args.filter((other) => other !== argument);
  return rows.some((row) => passesAll(others, row) && !passesAll(args, row));
}
