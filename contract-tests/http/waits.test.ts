// How long is waited before a call is made again.
import { expect, test } from 'vitest';
import { createWaits } from './waits.ts';

const status = (code: number, headers: Readonly<Record<string, string>> = {}) => ({
  ...{ status: code, headers, body: {}, problem: undefined },
});
const unreachable = (detail: string) => ({
  ...{ status: 0, headers: {}, body: undefined, problem: { kind: 'unreachable', detail } as const },
});

type Reply = Parameters<ReturnType<typeof createWaits>['before']>[0];

/** All waits of a request that is always answered so. */
function waitsOf(waits: ReturnType<typeof createWaits>, reply: Reply): number[] {
  const all: number[] = [];
  for (;;) {
    const wait = waits.before(reply, all.length, undefined);
    if (wait === undefined) return all;
    all.push(wait);
  }
}

const SOON = [100, 200, 400];

test.each([
  ['a gateway that finds nobody', status(502), SOON],
  ['a server that is unavailable', status(503), SOON],
  ['a connection that is refused', unreachable('connect ECONNREFUSED'), SOON],
  ['a connection that is reset', unreachable('read ECONNRESET'), SOON],
  ['a server that breaks', status(500), SOON],
  ['a connection that was idle for too long', status(408), SOON],
  ['a certificate that is none', unreachable('CERT_HAS_EXPIRED'), []],
  ['a call that is refused', status(404), []],
])('%s', (_, reply, expected) => {
  expect(waitsOf(createWaits(), reply)).toEqual(expected);
});

test('one that says how long it is unavailable is waited for as it says, and no longer', () => {
  expect(waitsOf(createWaits(), status(503, { 'retry-after': '2' }))).toEqual([2000, 2000, 2000]);
});
