import { describe, expect, test } from 'vitest';
import { createRequestIds } from './request-ids.ts';

describe('ids in the form of', () => {
  test.each<[example: string, count: number, id: string]>([
    ['req_01HXZ9G7KMV2QX8Y1S5RJW3B7T', 0, 'req_01HXZ9G7KM0000000000000000'],
    ['req_01HXZ9G7KMV2QX8Y1S5RJW3B7T', 255, 'req_01HXZ9G7KM00000000000000FF'],
    ['req_abc', 10, 'req_00a'],
    ['req_abc', 0x1234, 'req_234'],
    ['a1b2-c3d4', 1, 'a1b2-0001'],
    ['12345', 17, '00017'],
    ['rq_0000', 10, 'rq_0010'],
    ['rq_00ff', 10, 'rq_000a'],
    ['ends-', 3, 'ends-3'],
  ])('%s: the id %i is %s', (example, count, id) => {
    expect(createRequestIds(example)(count)).toBe(id);
  });
});

test('are one for each count, and the same in every run', () => {
  const [one, other] = [createRequestIds('req_0000000000'), createRequestIds('req_0000000000')];
  const ids = Array.from({ length: 1000 }, (_, count) => one(count));
  expect(new Set(ids).size).toBe(1000);
  expect(ids).toEqual(ids.map((_, count) => other(count)));
});
