import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { ownContract } from '../../own-contract.ts';
import { madeQueries } from './made-queries.ts';
import { sampleSpace } from './sample-space.ts';

const { operation, space } = sampleSpace(buildWorld(ownContract()).rows);
const later = ['place', 'later'] as const;
const queries = madeQueries(operation, space.model, [later]);

test('made queries have every class of every filter among them, and the same ones in every run', () => {
  const met = new Set(queries.flatMap(({ classes }) => classes));
  const alone = space.model.filters.flatMap((filter) => {
    const { classOf, representatives } = space.model.classes(filter);
    return representatives().map((value) => `${filter.name} ${classOf([value])}`);
  });
  expect(alone.length).toBeGreaterThan(20);
  expect(alone.filter((name) => !met.has(name))).toEqual([]);
  expect(madeQueries(operation, space.model, [later])).toEqual(queries);
});

test('half of them ask for a later page, where there is one', () => {
  const behind = queries.filter(({ query }) => query.includes(later));
  expect(behind.length * 2).toBe(queries.length);
  expect(behind.every(({ classes }) => classes.includes('place second'))).toBe(true);
  expect(madeQueries(operation, space.model, []).some(({ classes }) => classes.includes('place second'))).toBe(false);
});
