// How long a reply is waited for.
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { get } from './transport.ts';

const TIMEOUT = 200;

/** Nothing happens in this process for so many milliseconds. */
function standStill(milliseconds: number): void {
  const until = Date.now() + milliseconds;
  while (Date.now() < until);
}

/** What comes of a call that is answered when `answer` is done. */
const called = (answer: () => Promise<unknown>) =>
  get(
    'http://mock/list',
    {},
    {
      fetch: async () => {
        await answer();
        return Response.json({});
      },
      timeout: TIMEOUT,
      maxBody: 1000,
    },
  );

test('a reply that does not come in time is a timeout', async () => {
  const { problem } = await called(() => setTimeout(TIMEOUT * 4));
  expect(problem).toEqual({ kind: 'timeout', detail: `no complete reply within ${TIMEOUT} ms` });
});

test('time in which this process itself stands still is not counted', async () => {
  const { status, problem } = await called(async () => {
    await setTimeout(TIMEOUT / 4);
    standStill(TIMEOUT * 2);
    await setTimeout(TIMEOUT / 4);
  });
  expect({ status, problem }).toEqual({ status: 200, problem: undefined });
});

test('white space around the value of a header is none of it', async () => {
  // What reads replies may leave it there.
  const response = Object.assign(Response.json({}), {});
  Object.defineProperty(response, 'headers', { value: new Map([['x-request-id', '\treq_1\t ']]) });
  const { headers } = await get(
    'http://mock/list',
    {},
    { fetch: async () => response, timeout: TIMEOUT, maxBody: 1000 },
  );
  expect(headers).toEqual({ 'x-request-id': 'req_1' });
});
