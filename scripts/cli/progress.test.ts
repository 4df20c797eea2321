// The line on a terminal: how far a run is, and how long it waits.
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

function terminal(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 60 });
  const { events, clear } = createProgress(stream as unknown as NodeJS.WriteStream);
  return { events, clear, shown: () => String(stream.read() ?? '') };
}

test('says how many requests were sent', () => {
  const { events, shown } = terminal(true);
  events.onRequest?.(12);
  expect(shown()).toBe('\r\u001b[K12 requests, reading the lists');
});

test('says how long it waits, and why', () => {
  const { events, shown } = terminal(true);
  events.onRequest?.(12);
  events.onWait?.(11_200, 'too many requests (429)');
  expect(shown()).toMatch(/12 requests, waiting 12 s: too many requests \(429\)$/);
});

test('keeps silent where there is no terminal', () => {
  const { events, clear, shown } = terminal(false);
  events.onRequest?.(12);
  clear();
  expect(shown()).toBe('');
});
