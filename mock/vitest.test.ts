import { describe, expect } from 'vitest';
import { loadContract } from '../spec/index.ts';
import { createMock } from './mock.ts';
import { mockTest } from './vitest.ts';

const mock = createMock({ contract: loadContract() });
const test = mockTest(mock);
const names = new Set<string>();

describe.each([1, 2, 3])('in run %i, a test', () => {
  test('changes rows that no other test sees', async ({ session }) => {
    expect(names.has(session.name)).toBe(false);
    names.add(session.name);
    const before = await session.control.rows('ad', 1000);
    await session.control.create('ad', { name: 'Mine' });
    const after = await session.control.rows('ad', 1000);
    expect([before.length, after.length]).toEqual([450, 451]);
  });
});

test('a session is forgotten when its test has ended', () => {
  expect(mock.sessions.names().filter((name) => names.has(name))).toEqual([]);
  expect(names.size).toBe(3);
});
