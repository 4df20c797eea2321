// What a user tells the mock at its start, beside the world: faults, tiers, who may drive it.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run, startMock } from './run-command.ts';

type Started = {
  readonly url: string;
  readonly controlToken?: string;
  readonly klayrai: { readonly apiKey: string };
};

/** Starts a mock on a free port, ended with the test. */
async function start(...words: readonly string[]): Promise<Started & { readonly printed: string }> {
  const { child, printed } = await startMock('--port', '0', '--json', ...words);
  onTestFinished(() => void child.kill());
  return { ...(JSON.parse(printed) as Started), printed };
}

const accounts = ({ url, klayrai }: Started, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/v1/accounts?page_size=1`, { headers: { 'x-api-key': klayrai.apiKey, ...headers } });

describe('ads-kit mock', () => {
  test('puts faults in force, with parameters, and shows them on every reply', async () => {
    const mock = await start('--fault', 'status:code=503,count=1', '--fault', 'latency:ms=1');
    const [first, second] = [await accounts(mock), await accounts(mock)];
    expect([first.status, second.status]).toEqual([503, 200]);
    expect(first.headers.get('x-mock-faults')).toBe('status;code=503;count=1, latency;ms=1');
  });

  test('counts calls by a tier, and refuses one too many as documented', async () => {
    const mock = await start('--rate-limit', 'standard', '--frozen');
    const replies = await Promise.all(Array.from({ length: 121 }, () => accounts(mock)));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(await refused[0]?.json()).toEqual({
      error: { type: 'rate_limit_error', message: expect.stringMatching(/retry after \d+ seconds/) },
    });
  });

  test.each([
    [['--fault', 'stauts'], 'Did you mean status?'],
    [['--fault', 'status:code=200'], 'code must be a number from 400 to 599'],
    [['--fault', 'latency:speed=1'], 'latency has no parameter speed'],
    [['--rate-limit', 'gold'], 'The contract has standard, pilot, partner.'],
    [['--size', 'ads=x'], '--size takes whole numbers up to'],
    [['--size', 'ads'], '--size takes whole numbers up to'],
  ])('refuses %j and says what there is', async (words, said) => {
    const { status, err } = await run(['mock', '--port', '0', ...words]);
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
  });

  test('that others can reach is driven with its token alone', async () => {
    const mock = await start('--host', '0.0.0.0');
    const url = mock.url.replace('0.0.0.0', '127.0.0.1');
    const [without, withToken] = await Promise.all([
      fetch(`${url}/_mock/health`),
      fetch(`${url}/_mock/health`, { headers: { 'X-Mock-Token': mock.controlToken ?? '' } }),
    ]);
    expect([without.status, withToken.status, mock.controlToken?.length]).toEqual([401, 200, 32]);
  });

  test('does not answer pages of other origins with --no-cors', async () => {
    const [open, closed] = await Promise.all([start(), start('--no-cors')]);
    const origin = { Origin: 'http://shop.example' };
    const allowed = async (mock: Started) => (await accounts(mock, origin)).headers.get('access-control-allow-origin');
    expect([await allowed(open), await allowed(closed)]).toEqual(['*', null]);
  });
});

test('a gate is proven: the judge exits 1 against a mock with a fault of the contract', async () => {
  const mock = await start('--fault', 'loses-the-last-row-account');
  const file = join(tmpdir(), `ads-kit-gate-${process.pid}.json`);
  writeFileSync(file, mock.printed);
  const { status, out } = await run(['verify', mock.url, '--api', 'klayrai', '--credentials', file]);
  expect([status, out]).toEqual([1, expect.stringContaining('listAccounts')]);
});
