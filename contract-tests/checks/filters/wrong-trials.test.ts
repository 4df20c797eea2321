// Which of several wrong answers say what is to blame.
import { expect, test } from 'vitest';
import type { FilterValue } from '../../../spec/index.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { theFirst } from '../sample-deployment.ts';
import { combinationsIn, unexplained } from './wrong-trials.ts';

const { filters } = theFirst(ownContract().operations, (each) => each.filters.filter(isId).length > 1);
const [one, other] = filters.filter(isId);
const listed = theFirst(filters, ({ allowed }) => allowed.length > 1);
if (one === undefined || other === undefined) throw new Error('The list has no two filters by ids.');

/** A run with these values; all that is looked at. */
const runOf = (values: readonly (readonly [typeof one, FilterValue])[], isWrong: boolean) =>
  ({
    probe: { kind: 'pair', args: values.map(([filter, value]) => ({ filter, values: [value] })) },
    unsound: isWrong ? [{}] : [],
    comparison: undefined,
  }) as unknown as ProbeRun;

const [first, second] = listed.allowed as [FilterValue, FilterValue];
const cause = runOf(
  [
    [one, 'a'],
    [listed, first],
  ],
  true,
);

test.each([
  [
    'the same filters beside another',
    runOf(
      [
        [one, 'a'],
        [other, 'b'],
        [listed, first],
      ],
      true,
    ),
    false,
  ],
  [
    'an id in place of another',
    runOf(
      [
        [one, 'c'],
        [other, 'b'],
        [listed, first],
      ],
      true,
    ),
    false,
  ],
  [
    'another documented value',
    runOf(
      [
        [one, 'a'],
        [other, 'b'],
        [listed, second],
      ],
      true,
    ),
    true,
  ],
  [
    'other filters',
    runOf(
      [
        [one, 'a'],
        [other, 'b'],
      ],
      true,
    ),
    true,
  ],
  [
    'a right answer',
    runOf(
      [
        [one, 'a'],
        [other, 'b'],
        [listed, first],
      ],
      false,
    ),
    true,
  ],
])('beside a wrong answer to two filters, %s', (_, run, isLeft) => {
  // Of the fewest filters first.
  const left = unexplained([run, cause]);
  expect(left.includes(run)).toBe(isLeft);
  expect(left).toContain(cause);
  expect(left.map(({ probe }) => probe.args.length)).toEqual(left.map(({ probe }) => probe.args.length).sort());
});

test.each([
  [
    'other values of the same filters, beside another',
    [
      [one, 'c'],
      [other, 'b'],
      [listed, second],
    ],
    true,
  ],
  [
    'one of the filters beside another',
    [
      [one, 'c'],
      [other, 'b'],
    ],
    false,
  ],
] as const)('two filters that are wrong together are the cause of a wrong answer to %s', (_, values, isCause) => {
  const isOfCombination = combinationsIn([cause]);
  expect(isOfCombination(runOf(values, true))).toBe(isCause);
});

test('two filters that are right together are the cause of nothing, nor are several values', () => {
  const right = runOf(
    [
      [one, 'a'],
      [listed, first],
    ],
    false,
  );
  const several = { ...cause, probe: { ...cause.probe, args: [{ filter: listed, values: [first, second] }] } };
  const asked = runOf(
    [
      [one, 'c'],
      [listed, second],
    ],
    true,
  );
  expect(combinationsIn([right, several])(asked)).toBe(false);
});
