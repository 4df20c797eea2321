// Several values of one filter, read wrongly.
import { turning } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import type { ListName } from '../lists.ts';

const fault = faultOf('filters');

/** The filters that take several values, with the clause that says so. */
const MANY: readonly (readonly [ListName, string, string])[] = [
  ['adAccounts', 'platforms', 'ACC-14'],
  ...(['campaigns', 'adsets', 'ads'] as const).flatMap(
    (list) =>
      [
        [list, 'platforms', CLAUSES[list]['several platforms']],
        [list, 'status', CLAUSES[list]['several statuses']],
      ] as const,
  ),
];

const severally = (turn: (values: readonly string[]) => readonly string[]) => (values: readonly string[]) =>
  values.length < 2 ? values : turn(values);

/** What becomes of two values or more. */
const READINGS: readonly (readonly [string, string, (filter: string) => Wrap])[] = [
  ['first-value-only', 'only the first of several values counts', one((values) => values.slice(0, 1))],
  ['last-value-only', 'only the last of several values counts', one((values) => values.slice(-1))],
  ['several-ignored', 'several values restrict nothing', one(() => [])],
  ['two-values-only', 'of three values or more only two count', one((values) => values.slice(0, 2))],
];

function one(turn: (values: readonly string[]) => readonly string[]): (filter: string) => Wrap {
  return (filter) => turning(filter, severally(turn));
}

const readWrongly = MANY.flatMap(([list, filter, clause]) =>
  READINGS
    // Two of three platforms can be told from three of three only where three hold rows.
    .filter(([name]) => name !== 'two-values-only' || filter === 'status' || list !== 'ads')
    .map(([name, summary, wrap]) =>
      fault({
        list,
        name: `${filter}-${name}`,
        clause,
        summary: `${filter}: ${summary}`,
        wrap: wrap(filter),
      }),
    ),
);

const refused = MANY.map(([list, filter, clause]) =>
  fault({
    list,
    name: `${filter}-several-refused`,
    clause,
    summary: `several values of ${filter} are refused`,
    wrap: turning(
      filter,
      severally(() => ['no such value']),
    ),
  }),
);

export const filterSeveral: readonly Fault[] = [...readWrongly, ...refused];
