// Notes a filter that does not fit the member that it looks at: its kind, and the type of its values.

import type { OperationSource } from '../load/document-source.ts';
import { type Filter, restricting } from '../meaning/filter.ts';
import { type FilterValue, filterTests, type TestKind } from '../meaning/filter-tests.ts';
import { instant } from '../meaning/instant.ts';
import type { Operation } from '../meaning/operation.ts';
import { lacks, typesOf, unlike } from '../read/member-types.ts';
import type { ReadParameter } from '../read/read-parameters.ts';
import { didYouMean, nearestName } from '../words/nearest-name.ts';

type Stated = Pick<ReadParameter, 'parameter' | 'node' | 'place'>;

export function checkFilter(
  { document, mistakes }: OperationSource,
  operation: Operation,
  filter: Filter,
  stated: Stated,
): void {
  const { name, field, test } = filter;
  const word = `${stated.place}/x-filter`;
  const missing = lacks(document, operation, field);
  if (missing !== undefined) {
    mistakes.add(`${word}/field`, `${name} looks at ${field}. ${missing}`);
    return;
  }
  const member = typesOf(document, operation.rowSchema, field);
  const problem = PROBLEMS[filterTests[test].kind]({
    filter,
    stated,
    member,
    values: operation.fieldValues.get(field),
  });
  if (problem !== undefined) mistakes.add(word, `${name} tests ${field} with ${test}, but ${problem}.`);
  for (const sentence of misuses(filter, stated)) mistakes.add(word, sentence);
  if (filter.many && !['in', 'not-in', 'contains', 'prefix', 'any-of', 'all-of'].includes(test))
    mistakes.add(
      word,
      `${name} takes several values, and the test ${test} looks at one. Use in, not-in, any-of or all-of.`,
    );
}

/** What a filter says that has no effect, in words. */
function misuses(
  { name, test, value, when, standsFor, allowed }: Filter,
  { parameter, node }: Stated,
): readonly string[] {
  const { kind } = filterTests[test];
  const several = [...(standsFor?.values() ?? [])].some((meant) => meant.length > 1);
  const { case: letters } = node['x-filter'] as { readonly case?: string };
  return [
    ...(parameter.in === 'query' ? [] : [`${name} stands in the ${parameter.in}. A filter is a query parameter.`]),
    ...(letters === 'insensitive' && kind !== 'text'
      ? [`${name} says case: insensitive, which has a meaning for contains and prefix alone; not for ${test}.`]
      : []),
    ...(standsFor !== undefined && value !== undefined ? [`${name} has value and values. Keep one of them.`] : []),
    ...(standsFor !== undefined && kind !== 'identity' && kind !== 'elements'
      ? [`${name} has values, which have a meaning for whole values alone; not for ${test}.`]
      : []),
    ...[...(standsFor?.keys() ?? [])]
      .filter((each) => !allowed.includes(each))
      .map((each) => `${name} can never be ${String(each)}.${didYouMean(String(each), allowed.map(String))}`),
    ...(several && (test === 'equals' || test === 'not-equals')
      ? [`A value of ${name} stands for several, and the test ${test} looks at one. Use in or not-in.`]
      : []),
    ...(parameter.valueType === 'boolean' && value !== undefined && when === undefined
      ? [
          `${name} tests against a value of its own, so true and false ask for the same. Say in when which of them does.`,
        ]
      : []),
  ];
}

type Case = {
  readonly filter: Filter;
  readonly stated: Stated;
  readonly member: ReturnType<typeof typesOf>;
  readonly values: readonly unknown[] | undefined;
};

/** What is wrong with a filter of each kind, in words; undefined where nothing is. */
const PROBLEMS: Readonly<Record<TestKind, (case_: Case) => string | undefined>> = {
  identity: (stated) => typeProblem(stated) ?? defaultProblem(stated) ?? valueProblem(stated),
  instant: ({ filter, stated: { parameter }, member }) => {
    const problem = unlike('instant', member.types, member.formats);
    if (problem !== undefined) return `${filter.field} ${problem}`;
    if (filter.value === undefined && parameter.valueType === 'string' && !isInstant(new Set([parameter.format ?? ''])))
      return `${filter.name} is no instant: its schema needs the format date-time or date`;
    if (filter.value !== undefined && Number.isNaN(instant(filter.value)))
      return `${JSON.stringify(filter.value)} is no instant, as 2026-01-31T00:00:00Z is`;
    return undefined;
  },
  number: ({ filter, stated: { parameter }, member }) => {
    const problem = unlike('number', member.types, member.formats);
    if (problem !== undefined) return `${filter.field} ${problem}`;
    const type = filter.value === undefined ? parameter.valueType : typeOf(filter.value);
    const subject = filter.value === undefined ? filter.name : JSON.stringify(filter.value);
    return comparable(type, new Set(['number'])) ? undefined : `${subject} is no number`;
  },
  text: ({ filter, stated: { node }, member }) => {
    if (!member.types.has('string')) return `${filter.field} is no text`;
    const { case: letters } = node['x-filter'] as { readonly case?: string };
    return letters === undefined
      ? 'it does not say whether case counts: add case: sensitive or insensitive'
      : undefined;
  },
  presence: ({ filter, stated: { parameter } }) =>
    parameter.valueType === 'boolean' || filter.when !== undefined ? undefined : `${filter.name} is no boolean`,
  elements: ({ filter, member }) => (member.types.has('array') ? undefined : `${filter.field} is no list`),
};

/** What the parameter can ask for never has the type of the member. */
function typeProblem({ filter, stated: { parameter }, member }: Case): string | undefined {
  const isAsked = filter.value === undefined && filter.standsFor === undefined;
  const types = isAsked ? [parameter.valueType] : testedBy(filter).map(typeOf);
  const type = types.find((each) => !comparable(each, member.types));
  if (type !== undefined)
    return `a value of the type ${type} never equals one of the type ${[...member.types].join(' or ')}`;
  return parameter.format === 'date' && member.formats.size === 1 && member.formats.has('date-time')
    ? 'a date never equals a date-time: use at-or-after and before'
    : undefined;
}

/** Without the parameter no row would be left. */
function defaultProblem({ filter, values }: Case): string | undefined {
  const tested = restricting(filter, []);
  return tested.length > 0 && values !== undefined && !tested.some((each) => values.includes(each))
    ? `no row has its default ${JSON.stringify(filter.byDefault[0])}`
    : undefined;
}

/** None of the listed values is one that the member can have, or one is a slip of the pen, or stands for none. */
function valueProblem({ filter, stated: { parameter }, values }: Case): string | undefined {
  const isListed = filter.value !== undefined || filter.standsFor !== undefined || parameter.allowed.length > 0;
  const tested = isListed ? testedBy(filter) : [];
  if (values === undefined || tested.length === 0) return undefined;
  const missed = tested.filter((value) => !values.includes(value) && value !== filter.unrestricted);
  const isSlip = missed.some((value) => nearestName(String(value), spare(values, tested)) !== undefined);
  const isWrong = missed.length === tested.length || isSlip || (filter.standsFor !== undefined && missed.length > 0);
  return isWrong ? `${filter.field} can only be ${values.map((value) => JSON.stringify(value)).join(', ')}` : undefined;
}

/** All that the member is tested against, for one value or another of the parameter. */
function testedBy(filter: Filter): readonly FilterValue[] {
  if (filter.value !== undefined) return [filter.value];
  return filter.allowed.flatMap((value) => (value === filter.unrestricted ? [value] : restricting(filter, [value])));
}

/** The values of a member that a parameter does not ask for: one of them may have been meant. */
function spare(values: readonly unknown[], given: readonly unknown[]): readonly string[] {
  return values.filter((value) => value !== null && !given.includes(value)).map(String);
}

function isInstant(formats: ReadonlySet<string>): boolean {
  return formats.has('date-time') || formats.has('date');
}

/** The type of a value as schemas name it. */
function typeOf(value: FilterValue): string {
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function comparable(type: string, types: ReadonlySet<string>): boolean {
  if (types.size === 0) return true;
  return types.has(type) || (type === 'integer' && types.has('number')) || (type === 'number' && types.has('integer'));
}
