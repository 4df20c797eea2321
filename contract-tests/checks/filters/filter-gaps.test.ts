// What a gap about one filter leaves of the statements about the others.
import { expect, test } from 'vitest';
import type { Row } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { snapshotOf } from '../../walk/list-snapshot.ts';
import type { Walk } from '../../walk/walk.ts';
import { clausesOf } from '../check.ts';
import { theFirst } from '../sample-deployment.ts';
import { gapsOf, unprovenPairs } from './filter-gaps.ts';

const CHECK = 'filter-soundness';
const { operations, register } = ownContract();
const held = (operation: (typeof operations)[number]) => clausesOf(CHECK, operation, register);
const operation = theFirst(
  operations,
  (each) => each.filters.filter(({ clauses }) => clauses.some((id) => held(each).includes(id))).length > 1,
);
const [one, other] = operation.filters.filter(({ clauses }) => clauses.some((id) => held(operation).includes(id)));
const own = (filter: typeof one) => filter?.clauses.filter((id) => held(operation).includes(id)) ?? [];

function gapsWith(rows: readonly Row[], unanswered: readonly string[] = []) {
  const walk: Walk = {
    args: [],
    size: 1,
    start: undefined,
    place: undefined,
    more: [],
    at: 0,
    pages: [],
    rows,
    stop: 'end',
  };
  const snapshot = snapshotOf(operation, [], walk);
  const gap = { filters: one === undefined ? [] : [one], text: 'needs more' };
  return gapsOf(CHECK, { operation, register, snapshot }, [gap], unanswered);
}

const ROWS = [{ [operation.list.key]: 'a' }];

test('a gap about one filter leaves what was seen of the others', () => {
  const { gaps, exercised = [] } = gapsWith(ROWS);
  expect(gaps).toEqual(['needs more']);
  expect(own(other).length).toBeGreaterThan(0);
  expect(exercised).toEqual(expect.arrayContaining(own(other)));
  expect(exercised.filter((id) => own(one).includes(id))).toEqual([]);
});

test('where calls were not answered, or rows do not show what identifies them, nothing was seen', () => {
  expect(gapsWith(ROWS, ['no answer']).exercised).toBeUndefined();
  expect(gapsWith([{}]).exercised).toBeUndefined();
});

test('two filters need rows where none could show that both decide, and more requests where some could', () => {
  const list = theFirst(operations, ({ filters }) => filters.some(isId) && filters.some(({ many }) => many));
  const [id, listed] = [
    theFirst(list.filters, isId),
    theFirst(list.filters, ({ many, name }) => many && name !== 'platforms'),
  ];
  const [a, b] = listed.allowed;
  const row = (key: string, of: unknown) => ({ [id.field]: key, [listed.field]: of });
  const whyOf = (rows: readonly Row[]) =>
    unprovenPairs(list, [], rows).find(({ text }) => text.startsWith(`${id.name} with ${listed.name}: `))?.text;
  expect(whyOf([row('x', a), row('x', b), row('y', a)])).toMatch(/not asked for .* raise --max-requests$/);
  expect(whyOf([row('x', a), row('y', b)])).toMatch(/need .* that pass one of them and not the other$/);
});
