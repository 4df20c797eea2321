import { expect, test } from 'vitest';
import type { Row } from '../../spec/index.ts';
import { theFirst } from '../checks/sample-deployment.ts';
import { ownContract } from '../own-contract.ts';
import type { Arguments } from '../walk/filter-arguments.ts';
import type { Walk } from '../walk/walk.ts';
import { earlierAnswer } from './earlier-answer.ts';

const operation = theFirst(ownContract().operations, ({ filters }) => filters.filter(({ many }) => many).length > 1);
const [one, other] = operation.filters.filter(({ many }) => many);
if (one === undefined || other === undefined) throw new Error('There are not two filters of several values.');
const [first = '', second = ''] = one.allowed;
const [value = ''] = other.allowed;

const rowOf = (key: string, own: unknown): Row => ({
  [operation.list.key]: key,
  [one.field]: own,
  [other.field]: value,
});
const ROWS = [rowOf('a', first), rowOf('b', second)];

/** A walk of one page; only what is looked at matters here. */
const walkOf = (args: Arguments, rows: readonly Row[]): Walk => ({ args, rows, pages: [{ rows }] }) as unknown as Walk;
const wrong = walkOf([{ filter: one, values: [first] }], ROWS);
const bare = walkOf([], ROWS);

test('an answer that the call without the filter had before is told, the latest of them', () => {
  const again = walkOf([], ROWS);
  expect(earlierAnswer(operation, [bare, again, wrong], wrong)).toBe(again);
});

test('what came later, has other rows, or differs in more than one filter is not', () => {
  expect(earlierAnswer(operation, [wrong, bare], wrong)).toBeUndefined();
  expect(earlierAnswer(operation, [walkOf([], ROWS.slice(1)), wrong], wrong)).toBeUndefined();
  const apart = walkOf([{ filter: other, values: [value] }], ROWS);
  expect(earlierAnswer(operation, [apart, wrong], wrong)).toBeUndefined();
});

test('nor one that was wrong itself, and an empty answer is like any other', () => {
  const asWrong = walkOf([{ filter: one, values: [second] }], ROWS);
  expect(earlierAnswer(operation, [asWrong, wrong], wrong)).toBeUndefined();
  const empty = walkOf([{ filter: one, values: [first] }], []);
  expect(earlierAnswer(operation, [walkOf([], []), empty], empty)).toBeUndefined();
});

test('nor one that is the same on its first page alone', () => {
  const longer = { ...bare, rows: [...ROWS, rowOf('c', second)] };
  const asLong = { ...wrong, rows: [...ROWS, rowOf('d', second)] };
  expect(earlierAnswer(operation, [longer, asLong], asLong)).toBeUndefined();
  const ended = { ...wrong, stop: 'end' as const };
  expect(earlierAnswer(operation, [{ ...longer, stop: 'end' }, ended], ended)).toBeUndefined();
  // Where one of them was left off, nothing is known of what would have come.
  expect(earlierAnswer(operation, [longer, ended], ended)).toBe(longer);
});
