// Mutation operators for replies: applied to every member of every documented reply, in one row, so that all rows must be looked at.
import type { Contract } from '../../spec/index.ts';
import { documentedMembers, type Member } from './documented-members.ts';
import type { Fault } from './fault.ts';
import { faultOf } from './list-fault.ts';
import { LIST_NAMES, type ListName } from './lists.ts';
import { hasMember, mutating } from './member-path.ts';

/** Turns the value of a member into a wrong one; undefined removes the member. */
type Operator = {
  readonly name: string;
  readonly summary: string;
  /** Whether the wrong value breaks what the contract says of the member. */
  readonly breaks: (member: Member) => boolean;
  readonly turn: (value: unknown, member: Member) => unknown;
};

/** Members whose value the documentation leaves free: they may only go missing. */
const FREE: readonly string[] = ['creative', 'effectiveStatus', 'sourceType'];

const isOf =
  (...types: readonly string[]) =>
  (member: Member): boolean =>
    types.some((type) => member.types.includes(type));

const OPERATORS: readonly Operator[] = [
  {
    name: 'removed',
    summary: 'is missing',
    breaks: ({ required }) => required,
    turn: () => undefined,
  },
  {
    name: 'null',
    summary: 'is null',
    breaks: ({ types }) => types.length > 0 && !types.includes('null'),
    turn: () => null,
  },
  {
    name: 'number',
    summary: 'is a number in place of a string',
    breaks: (member) => isOf('string')(member) && !isOf('number', 'integer')(member),
    turn: () => 7,
  },
  {
    name: 'string',
    summary: 'is a string',
    breaks: isOf('number', 'integer', 'boolean'),
    turn: (value) => String(value),
  },
  {
    name: 'array',
    summary: 'is an array in place of an object',
    breaks: isOf('object'),
    turn: (value) => [value],
  },
  {
    name: 'object',
    summary: 'is an object in place of an array',
    breaks: isOf('array'),
    turn: (value) => ({ ...(value as readonly unknown[]) }),
  },
  {
    name: 'emptied',
    summary: 'is an empty string',
    breaks: (member) => isOf('string')(member) && member.filled,
    turn: () => '',
  },
  {
    name: 'unheard-of',
    summary: 'has a value that is not documented',
    breaks: ({ allowed }) => allowed !== undefined,
    turn: (value) => `${String(value)}_v2`,
  },
  {
    name: 'other-constant',
    summary: 'has another value than the only documented one',
    breaks: ({ constant }) => constant !== undefined,
    turn: () => 'other',
  },
  {
    name: 'filled',
    summary: 'is not empty',
    breaks: ({ empty }) => empty,
    turn: () => ({ impressions: 1200 }),
  },
  {
    name: 'fraction',
    summary: 'has a fraction',
    breaks: (member) => isOf('integer')(member) && !isOf('number')(member),
    turn: (value) => Number(value) + 0.5,
  },
];

const fault = faultOf('shape');

/** The faults of all lists. */
export function operatorFaults(contract: Contract): readonly Fault[] {
  return LIST_NAMES.flatMap((list) => {
    const members = documentedMembers(contract, list).filter((member) => hasMember(list, member.path));
    return members.flatMap((member) => mutants(list, member));
  });
}

function mutants(list: ListName, member: Member): Fault[] {
  const isFree = FREE.includes(member.path.at(-1) ?? '');
  const label = labelOf(member.path);
  return OPERATORS.filter(({ name, breaks }) => breaks(member) && (!isFree || name === 'removed')).map(
    ({ name, summary, turn }, index) =>
      fault({
        list,
        name: `${label}-${name}`,
        clause: member.clause,
        summary: `/${member.path.join('/')} ${summary}${member.path.includes('*') ? ', in one row' : ''}`,
        wrap: mutating({
          path: member.path,
          place: index % 2 === 0 ? 'middle' : 'first',
          turn: (value) => turn(value, member),
        }),
      }),
  );
}

function labelOf(path: readonly string[]): string {
  return path.length === 0 ? 'body' : path.map((name) => (name === '*' ? 'each' : name)).join('.');
}
