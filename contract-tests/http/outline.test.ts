// The outline of a text is that of the value in it, in however many pieces it comes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOutline } from './outline.ts';

/** The outline of a text that comes in pieces of so many bytes. */
function outlineOf(text: string, size = 1000) {
  const outline = createOutline();
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) outline.add(bytes.subarray(start, start + size));
  return { depth: outline.depth(), ...outline.extent() };
}

/** How deep a value is, counted on the value itself. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the outline of a JSON text', () => {
  test.each([
    ['{}', 1],
    ['[[[]]]', 3],
    ['{"a":[{"b":1}]}', 3],
    ['["[[[", "\\"[[", "\\\\", []]', 2],
    ['\ufeff \n[[]]', 2],
    ['"[[["', 0],
    ['<html>[[[</html>', 0],
    ['', 0],
  ])('%s is %i deep', (text, depth) => {
    expect(outlineOf(text).depth).toBe(depth);
  });

  test('has the depth of its value, whatever it is cut into', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 1, max: 9 }), (text, size) => {
        const value: unknown = JSON.parse(text);
        expect(outlineOf(text, size)).toEqual(outlineOf(text));
        expect(outlineOf(text).depth).toBe(depthOf(value));
      }),
    );
  });

  test('weighs empty rows by what they take, not by what they are written with', () => {
    const rows = `[${'{},'.repeat(999)}{}]`;
    expect(outlineOf(rows).weight).toBeGreaterThan(20 * rows.length);
    expect(outlineOf(`["${'x'.repeat(5000)}"]`).weight).toBeLessThan(5500);
  });
});
