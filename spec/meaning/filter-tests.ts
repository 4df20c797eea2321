// The tests that a filter can put a row's member to: each one's kind and meaning, in one table.
import { isRecord } from '../schema/pointer.ts';
import { compareInstants } from './instant.ts';

/** A value of a filter parameter, read as its schema says. */
export type FilterValue = string | number | boolean;

/** What the tests of one kind have in common: what they compare, and what can go wrong with them. */
export type TestKind = 'identity' | 'instant' | 'number' | 'text' | 'presence' | 'elements';

/** Details of a test that its name does not say. */
export type TestDetails = {
  /** Whether upper and lower case count as different letters. */
  readonly caseSensitive: boolean;
  /** The member of each element that is compared, where the row's member is a list of objects. */
  readonly element?: string;
};

type Test = {
  readonly kind: TestKind;
  /** Whether it keeps the rows that do not have the value. */
  readonly negative?: true;
  readonly holds: (actual: unknown, wanted: readonly FilterValue[], details: TestDetails) => boolean;
};

/** How a row's field is held against the values of the parameter. */
export type FilterTest =
  | 'equals'
  | 'in'
  | 'not-equals'
  | 'not-in'
  | 'before'
  | 'at-or-before'
  | 'after'
  | 'at-or-after'
  | 'less-than'
  | 'at-most'
  | 'greater-than'
  | 'at-least'
  | 'contains'
  | 'prefix'
  | 'present'
  | 'absent'
  | 'any-of'
  | 'all-of';

const isAny = (actual: unknown, wanted: readonly FilterValue[]) => wanted.some((value) => value === actual);

const compared = (holds: (difference: number) => boolean): Test => ({
  kind: 'instant',
  holds: (actual, wanted) => holds(compareInstants(actual, wanted[0])),
});

const measured = (holds: (difference: number) => boolean): Test => ({
  kind: 'number',
  holds: (actual, wanted) => typeof actual === 'number' && holds(actual - Number(wanted[0])),
});

const searched = (holds: (text: string, part: string) => boolean): Test => ({
  kind: 'text',
  holds: (actual, wanted, { caseSensitive }) => {
    if (typeof actual !== 'string') return false;
    const fold = (text: string) => (caseSensitive ? text : text.toLowerCase());
    return wanted.some((part) => holds(fold(actual), fold(String(part))));
  },
});

/** Whether the member has a value, or has none: asked for with `true`, and the other way round with `false`. */
const held = (present: boolean): Test => ({
  kind: 'presence',
  holds: (actual, wanted) => (actual !== undefined && actual !== null) === (wanted[0] === present),
});

const among = (holds: (elements: readonly unknown[], wanted: readonly FilterValue[]) => boolean): Test => ({
  kind: 'elements',
  holds: (actual, wanted, { element }) => holds(elementsOf(actual, element), wanted),
});

export const filterTests: Readonly<Record<FilterTest, Test>> = {
  equals: { kind: 'identity', holds: (actual, wanted) => actual === wanted[0] },
  in: { kind: 'identity', holds: isAny },
  'not-equals': { kind: 'identity', negative: true, holds: (actual, wanted) => actual !== wanted[0] },
  'not-in': { kind: 'identity', negative: true, holds: (actual, wanted) => !isAny(actual, wanted) },
  before: compared((difference) => difference < 0),
  'at-or-before': compared((difference) => difference <= 0),
  after: compared((difference) => difference > 0),
  'at-or-after': compared((difference) => difference >= 0),
  'less-than': measured((difference) => difference < 0),
  'at-most': measured((difference) => difference <= 0),
  'greater-than': measured((difference) => difference > 0),
  'at-least': measured((difference) => difference >= 0),
  contains: searched((text, part) => text.includes(part)),
  prefix: searched((text, part) => text.startsWith(part)),
  present: held(true),
  absent: held(false),
  'any-of': among((elements, wanted) => wanted.some((value) => elements.includes(value))),
  'all-of': among((elements, wanted) => wanted.every((value) => elements.includes(value))),
};

/** The elements of a list; of objects the compared member. What is no list has none. */
export function elementsOf(actual: unknown, element?: string): readonly unknown[] {
  if (!Array.isArray(actual)) return [];
  return element === undefined ? actual : actual.map((each) => (isRecord(each) ? each[element] : undefined));
}
