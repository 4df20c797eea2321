import { expect, test } from 'vitest';
import type { Operation } from '../../spec/index.ts';
import type { Exchange, Shown } from '../http/exchange.ts';
import { ownContract } from '../own-contract.ts';
import { inputCoverage } from './input-coverage.ts';
import { inputModel } from './input-model.ts';

const operation = ownContract().operations.find(({ list }) => list.resource === 'adAccount') as Operation;
const model = inputModel(operation.filters, []);
const own = operation.security.alternatives[0]?.scheme.credentials.valid;
const exchangeOf = (query: readonly (readonly [string, string])[], credential: Shown = own ?? 'none'): Exchange => ({
  request: { operation, query, credential, tenants: {}, expect: 'list' },
  url: '',
  status: 200,
  headers: {},
  body: {},
  problem: undefined,
});

test('what was never asked is left out, what was asked is covered', () => {
  expect(inputCoverage(operation, model, [])).toMatchObject({ singles: 0, pairs: 0, triples: 0 });
  const bare = inputCoverage(operation, model, [exchangeOf([])]);
  expect(bare.singles).toBeGreaterThan(0);
  expect(bare.leftOut).toContain('healthy: true');
  const asked: (readonly [string, string])[] = [
    ['healthy', 'true'],
    ['platforms', 'meta_ads'],
  ];
  const more = inputCoverage(operation, model, [exchangeOf([]), exchangeOf(asked)]);
  expect(more.leftOut).not.toContain('healthy: true');
  expect(more.pairs).toBeGreaterThan(bare.pairs);
  expect(more.triples).toBeGreaterThan(bare.triples);
});

test('what only a caller asked who is refused is left out, and the caller is covered', () => {
  const query = [['healthy', 'true']] as const;
  const refused = inputCoverage(operation, model, [exchangeOf(query, 'none')]);
  expect(refused.leftOut).toContain('healthy: true');
  expect(refused.leftOut).not.toContain('caller: none');
  const both = inputCoverage(operation, model, [exchangeOf(query, 'none'), exchangeOf(query)]);
  expect(both.leftOut).not.toContain('healthy: true');
  expect(both.pairs).toBeGreaterThan(2 * refused.pairs);
});
