import { describe, expect, test } from 'vitest';
import { sizeClasses } from './size-classes.ts';

const bounds = { minimum: 1, maximum: 200, default: 100 };

describe('the classes of page sizes', () => {
  test('are the bounds and what stands beside them, whatever the rows', () => {
    const sizes = sizeClasses(bounds, 0);
    expect(sizes).toContainEqual(['not given', undefined]);
    expect(sizes).toContainEqual(['smallest, and enough', 1]);
    expect(sizeClasses(bounds, 2)).toContainEqual(['smallest', 1]);
    expect(sizes).toContainEqual(['beside the smallest', 2]);
    expect(sizes).toContainEqual(['beside the largest', 199]);
    expect(sizes).toContainEqual(['largest', 200]);
  });

  test.each([
    ['leaves a full last page', 12, [6, 2]],
    ['leaves one row for the last page', 13, [12, 2]],
    ['exactly all', 12, [12]],
    ['all but one', 12, [11]],
    ['one more than all', 12, [13]],
  ])('%s of %i rows: %j', (name, rows, expected) => {
    expect(sizeClasses(bounds, rows).flatMap(([each, size]) => (each === name ? [size] : []))).toEqual(expected);
  });

  test('stay within the bounds', () => {
    for (const rows of [0, 1, 2, 3, 150, 200, 201, 500])
      for (const [, size] of sizeClasses(bounds, rows)) {
        expect(size ?? 1).toBeGreaterThanOrEqual(1);
        expect(size ?? 1).toBeLessThanOrEqual(200);
      }
  });

  test('have a largest one where the documentation has none', () => {
    expect(sizeClasses({ minimum: 1, default: 20 }, 50)).toContainEqual(['largest', 50]);
  });
});
