// Calls are counted by tier, key and session, in windows of the session's clock, and told or refused as documented.
import { describe, expect, test } from 'vitest';
import { at, loadContract, type Operation } from '../../spec/index.ts';
import { createMock, type Mock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';

const contract = loadContract();

function operationOf(id: string): Operation {
  const found = contract.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
}

const [ads, campaigns, accounts] = ['listAds', 'listCampaigns', 'listAccounts'].map(operationOf) as [
  Operation,
  Operation,
  Operation,
];
const begin = (rateLimit: string) =>
  createMock({ contract, scenario: 'one-page', frozen: true, rateLimit, checkReplies: true });

const ask = (mock: Mock, operation: Operation, headers: object = {}, query = '') => {
  const call = sampleCall(operation, query);
  return mock.handle({ ...call, headers: { ...call.headers, ...headers } });
};

/** How many of so many calls are allowed. */
const allowed = (mock: Mock, operation: Operation, count: number, headers: object = {}) =>
  Array.from({ length: count }, () => ask(mock, operation, headers).status).filter((status) => status === 200).length;

describe('a key may make so many calls a minute', () => {
  test.each<[tier: string, operation: Operation, calls: number]>([
    ['standard', ads, 120],
    ['pilot', ads, 1200],
    ['standard', accounts, 120],
    ['pilot', accounts, 120],
  ])('%s: %#', (tier, operation, calls) => {
    expect(allowed(begin(tier), operation, calls + 20)).toBe(calls);
  });

  test('in windows of the clock, which a session of its own has', async () => {
    const mock = begin('standard');
    expect(allowed(mock, ads, 130)).toBe(120);
    await mock.control.advance(59);
    expect(ask(mock, ads)).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } });
    await mock.control.advance(1);
    expect(allowed(mock, ads, 130)).toBe(120);
    expect(allowed(mock, ads, 130, { 'x-mock-session': 'other' })).toBe(120);
  });

  test('over all lists of a vendor, and each vendor for itself', () => {
    const mock = begin('standard');
    expect([allowed(mock, ads, 100), allowed(mock, campaigns, 100), allowed(mock, accounts, 100)]).toEqual([
      100, 20, 100,
    ]);
  });

  test('as often as it is put in force anew, and without end where it is taken away', async () => {
    const mock = begin('standard');
    expect(allowed(mock, ads, 130)).toBe(120);
    await mock.control.rateLimit('pilot');
    expect(allowed(mock, ads, 1300)).toBe(1200);
    await mock.control.rateLimit(null);
    expect(allowed(mock, ads, 1300)).toBe(1300);
    await mock.control.reset();
    expect(allowed(mock, ads, 130)).toBe(120);
  });

  test('a key by itself; those that are unknown are refused before they are counted', () => {
    const mock = createMock({ contract, scenario: 'one-page', frozen: true, rateLimit: 'standard', anyKey: true });
    expect(allowed(mock, accounts, 130)).toBe(120);
    expect(allowed(mock, accounts, 130, { 'x-api-key': 'another' })).toBe(120);
    const strict = begin('standard');
    const nobody = Array.from({ length: 130 }, () => ask(strict, accounts, { 'x-api-key': 'nobody' }).status);
    expect([new Set(nobody), allowed(strict, accounts, 130)]).toEqual([new Set([401]), 120]);
  });
});

test('KlayrAI tells how many calls are left, on kept answers as well', () => {
  const mock = begin('standard');
  const left = [1, 2, 3].map(() => at(ask(mock, accounts).body, '/meta/remaining_requests'));
  expect(left).toEqual([119, 118, 117]);
  const { body } = createMock({ contract, scenario: 'one-page' }).handle(sampleCall(accounts));
  expect(at(body, '/meta/remaining_requests')).toBeUndefined();
});

describe('one call too many', () => {
  test.each<[Operation, number, object, string | undefined]>([
    [ads, 0, { error: { code: 'RATE_LIMITED', message: 'Rate limit exceeded.' } }, '60'],
    [ads, 47.5, { error: { code: 'RATE_LIMITED' } }, '13'],
    [
      accounts,
      0,
      { error: { type: 'rate_limit_error', message: 'Rate limit exceeded. Please retry after 60 seconds.' } },
      undefined,
    ],
    [accounts, 48, { error: { message: 'Rate limit exceeded. Please retry after 12 seconds.' } }, undefined],
  ])('is refused as documented: %#', async (operation, seconds, body, wait) => {
    const mock = begin('standard');
    await mock.control.advance(seconds);
    expect(allowed(mock, operation, 120)).toBe(120);
    const refused = ask(mock, operation);
    expect(refused).toMatchObject({ status: 429, body });
    expect(refused.headers['Retry-After']).toBe(wait);
    const headers = Object.fromEntries(
      Object.entries(refused.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const reply = operation.reply(429);
    expect([
      reply?.violations(refused.body),
      reply?.headerViolations(headers),
      reply?.undocumented(refused.body),
    ]).toEqual([[], [], []]);
    expect((await mock.control.journal({ status: 429 })).exchanges).toMatchObject([
      { findings: [{ kind: 'rate-limited' }] },
    ]);
  });
});

test.each(['gold', 'constructor', ''])('there is no tier %j', (rateLimit) => {
  expect(() => createMock({ contract, rateLimit })).toThrow(
    /^There is no tier .*\. The contract has standard, pilot, partner\.$/,
  );
});
