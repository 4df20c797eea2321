// How long is waited for a server that is away, and for how many of its calls.
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
const AWAY = [...SOON, 1000, 2000, 4000];

test.each([
  ['a gateway that finds nobody', status(502), AWAY],
  ['a server that is unavailable', status(503), AWAY],
  ['a connection that is refused', unreachable('connect ECONNREFUSED'), AWAY],
  ['a connection that is reset', unreachable('read ECONNRESET'), AWAY],
  ['a server that breaks', status(500), SOON],
  ['a connection that was idle for too long', status(408), SOON],
  ['a certificate that is none', unreachable('CERT_HAS_EXPIRED'), []],
  ['a call that is refused', status(404), []],
])('%s, where calls were answered before', (_, reply, expected) => {
  const waits = createWaits();
  waits.before(status(200), 0, undefined);
  expect(waitsOf(waits, reply)).toEqual(expected);
});

test('a server that was never there is not waited for', () => {
  expect(waitsOf(createWaits(), status(503))).toEqual(SOON);
});

test('a server that stays away is waited for once in a run', () => {
  const waits = createWaits();
  waits.before(status(200), 0, undefined);
  expect([status(502), status(502), status(502)].map((reply) => waitsOf(waits, reply))).toEqual([
    AWAY,
    [...SOON, 1000],
    SOON,
  ]);
});

test('one that says how long it is unavailable is waited for as it says, and no longer', () => {
  const waits = createWaits();
  waits.before(status(200), 0, undefined);
  expect(waitsOf(waits, status(503, { 'retry-after': '2' }))).toEqual([2000, 2000, 2000]);
});
