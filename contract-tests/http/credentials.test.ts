// Keys as users give them: with a line break behind them, or broken.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';
import { createKeyring, keyFor } from './credentials.ts';

const contract = ownContract();
const mock = createMock({ contract });
const [operation] = contract.operations;
const key = operation && keyFor(operation);
if (key === undefined) throw new Error('The first list needs no key.');
const own = mock.credentials[key.api] ?? {};

function judged(value: string, fetch = createFetch(mock)) {
  const credentials = { [key?.api ?? '']: { ...own, [key?.name ?? '']: value } };
  return judge({
    baseUrl: 'http://mock',
    contract,
    credentials,
    apis: [key?.api ?? ''],
    only: ['authentication'],
    fetch,
  });
}

test.each(['\n', '\r\n', ' ', '\t'])('blanks around a key are no part of it: %j', async (blank) => {
  expect(createKeyring(contract, { [key.api]: { [key.name]: `${blank}abc${blank}` } }).valueFor(key)).toBe('abc');
  const { summary } = await judged(`${own[key.name]}${blank}`);
  expect(summary.fail).toBe(0);
});

test('nothing but blanks is no key', () => {
  expect(createKeyring(contract, { [key.api]: { [key.name]: ' \n' } }).valueFor(key)).toBeUndefined();
});

describe('a key that no header can carry', () => {
  test.each(['lp_live_SECRET\nxyz', 'lp_live_SECRET…'])(
    '%j is refused before anything is sent, and not shown',
    async (value) => {
      let sent = 0;
      const error = await judged(value, async () => {
        sent += 1;
        throw new Error('Nothing is to be sent.');
      }).catch((thrown: Error) => thrown);
      expect(error).toMatchObject({ name: 'CannotJudge', message: expect.stringContaining(`--${key.option}`) });
      expect(String(error)).not.toContain('SECRET');
      expect(sent).toBe(0);
    },
  );
});

test('a sentence in place of a report shows no secret, whatever the connection says', async () => {
  const value = `${own[key.name]}`;
  const error = await judged(value, async () => {
    throw new TypeError('fetch failed', { cause: new Error(`ENOTFOUND ${value}`) });
  }).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ name: 'CannotJudge', message: expect.stringContaining('[secret]') });
  expect(String(error)).not.toContain(value);
});
