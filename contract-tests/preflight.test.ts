// Deployments that answer nothing useful end a run soon, with a sentence that says what to do.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../mock/index.ts';
import { hasty } from './checks/sample-deployment.ts';
import { judge } from './judge.ts';
import type { JudgeOptions } from './judge-options.ts';
import { ownContract } from './own-contract.ts';

const mock = createMock({ contract: ownContract() });
const send = createFetch(mock);

type Answer = (path: string, signal: AbortSignal | null | undefined) => Promise<Response> | Response | undefined;

/** Judges the mock where `answer` has nothing else to say; returns what went wrong, how long it took, and what was asked. */
async function judged(answer: Answer, options: Partial<JudgeOptions> = {}) {
  const started = performance.now();
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    asked.push(pathname);
    return (await answer(pathname, init?.signal)) ?? send(input, init);
  };
  const { credentials } = mock;
  const error = await judge({ baseUrl: 'http://mock', credentials, fetch, timeout: 300, ...options }).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  return { error, seconds: (performance.now() - started) / 1000, asked };
}

const silence: Answer = (_, signal) =>
  new Promise((__, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
const elsewhere: Answer = () => new Response(null, { status: 302, headers: { location: 'http://elsewhere.test/' } });
const broken: Answer = () => new Response('oops', { status: 502 });
const isOf =
  (vendor: RegExp, answer: Answer): Answer =>
  (path, signal) =>
    vendor.test(path) ? answer(path, signal) : undefined;
const ANY_PROJECT = /\/projects\//;
const NO_PROJECT = /^(?!.*\/projects\/)/;

describe('a deployment of which every list', () => {
  test.each([
    ['keeps silent', silence, /answers no list: no complete reply within 300 ms\. .*--timeout/, 3],
    ['is redirected', elsewhere, /redirects to http:\/\/elsewhere\.test, which is not followed\. Give the URL/, 3],
    ['breaks the server', broken, /answers no list: status 502\. Check that it is up/, 10],
    [
      'keeps silent for one vendor and breaks for the other',
      (path, signal) => (ANY_PROJECT.test(path) ? silence : broken)(path, signal),
      /answers no list: .*300 ms; status 502/,
      10,
    ],
    ['is refused', () => Response.json({}, { status: 403 }), /refuses the credentials with 403/, 3],
    [
      'is refused for the second vendor',
      isOf(NO_PROJECT, () => Response.json({}, { status: 401 })),
      /refuses the credentials with 401/,
      5,
    ],
  ] satisfies (readonly [string, Answer, RegExp, number])[])(
    '%s cannot be judged',
    async (_, answer, sentence, longest) => {
      const { error, seconds } = await judged(answer);
      expect(error?.name).toBe('CannotJudge');
      expect(error?.message).toMatch(sentence);
      expect(error?.message.split('\n')).toHaveLength(1);
      expect(seconds).toBeLessThan(longest);
    },
  );
});

test('silence costs one timeout for each vendor, for its lists are asked together', async () => {
  const { seconds, asked } = await judged(silence, { timeout: 1500 });
  expect(new Set(asked).size).toBe(5);
  expect(asked).toHaveLength(5);
  // A head start of a second for the first list, and the timeout of the others.
  expect(seconds).toBeLessThan(2 * (1 + 1.5) + 1);
});

test.each([
  ['one vendor', isOf(ANY_PROJECT, broken)],
  ['the first list', isOf(/accounts$/, broken)],
])('a deployment that is broken for %s only is judged', async (_, answer) => {
  expect((await judged(answer, { only: ['response-shape'], clock: hasty })).error).toBeUndefined();
});

test.each<[what: string, isBroken: (query: URLSearchParams) => boolean]>([
  ['only the largest page breaks', (query) => query.get('page_size') === '100'],
  ['breaks where no filter is given', (query) => !query.has('status')],
])('a list that %s is judged', async (_, isBroken) => {
  const fetch: typeof globalThis.fetch = async (input, init) =>
    isBroken(new URL(String(input)).searchParams) ? new Response('oops', { status: 500 }) : send(input, init);
  const options = {
    baseUrl: 'http://mock',
    credentials: mock.credentials,
    apis: ['klayrai'],
    only: ['response-shape'],
  };
  expect((await judge({ ...options, fetch })).summary).toMatchObject({ fail: 1 });
});

test.each([401, 403, 404])('a list that answers %s unless a filter is given is judged', async (status) => {
  const fetch: typeof globalThis.fetch = async (input, init) =>
    new URL(String(input)).searchParams.has('status') ? send(input, init) : Response.json({}, { status });
  const { credentials } = mock;
  const options = { baseUrl: 'http://mock', credentials, fetch, apis: ['klayrai'], only: ['response-shape'] };
  expect((await judge(options)).summary).toMatchObject({ fail: 1 });
});
