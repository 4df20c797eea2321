import { expect, test } from 'vitest';
import type { Walk } from '../walk/walk.ts';
import { interleaved } from './interleaved.ts';

/** Makes calls, of which capital letters have a second page, and tells what is asked and when walks end. */
async function told(calls: string, most = Number.POSITIVE_INFINITY): Promise<string> {
  const asked: string[] = [];
  let made = 0;
  await interleaved(calls, async (call, meanwhile) => {
    made += 1;
    if (made > most) return undefined;
    asked.push(call);
    const isLong = call !== call.toLowerCase();
    if (isLong && meanwhile !== undefined) await meanwhile();
    if (isLong) asked.push('.');
    // Nothing else is read of a walk.
    return { pages: [{ next: isLong ? 'a cursor' : undefined }] } as unknown as Walk;
  });
  return asked.join('');
}

test('calls of one page are made in their order', async () => {
  expect(await told('abc')).toBe('abc');
  expect(await told('')).toBe('');
});

test('between two pages of a call the next ones are made, up to one of several pages, between whose pages none is', async () => {
  expect(await told('AbCdE')).toBe('AbC..dE.');
  expect(await told('Abcdefg')).toBe('Abcde.fg');
});

test('no call is made twice, and none behind one that was not made', async () => {
  expect(await told('AbCdE', 2)).toBe('Ab.');
  expect(await told('abc', 2)).toBe('ab');
});
