// The faults that a mock takes on by name: each answers otherwise, and the judge finds those that it is proven by.
import { describe, expect, test } from 'vitest';
import { judge } from '../../contract-tests/index.ts';
import { createMock, type Mock } from '../../mock/index.ts';
import { loadContract } from '../../spec/index.ts';
import { contractFaults } from './contract-faults.ts';
import { derivedFaults } from './derived-faults.ts';

const contract = loadContract();
const library = contractFaults(contract);
const names = Object.keys(derivedFaults(contract));

async function failing(mock: Mock, operation: string): Promise<string[]> {
  const { credentials, fetch: send } = mock;
  const report = await judge({ baseUrl: 'http://mock', contract, credentials, fetch: send, rate: 0 });
  return report.results
    .filter((each) => each.verdict === 'FAIL' && each.operation === operation)
    .map(({ check }) => check);
}

test('the library has the faults that follow from the contract, and those that the judge is proven by', () => {
  expect(names.length).toBeGreaterThan(35);
  expect(Object.keys(library).length).toBeGreaterThan(1000);
});

describe('the judge finds', () => {
  test.each([
    ['ignores-status-campaign', 'listCampaigns'],
    ['loses-the-last-row-ad', 'listAds'],
    ['repeats-a-row-adset', 'listAdsets'],
    ['forgets-the-key-adAccount', 'listAdAccounts'],
    ['never-ends-account', 'listAccounts'],
    ['ignores-size-campaign', 'listCampaigns'],
  ])('%s', async (name, operation) => {
    const mock = createMock({ contract, contractFaults: library, faults: [name] });
    expect(await failing(mock, operation)).not.toEqual([]);
  });
});

test('a fault that was taken away leaves nothing behind', async () => {
  const mock = createMock({ contract, contractFaults: async () => library });
  await mock.control.addFault({ name: 'ignores-status-campaign' });
  expect(await failing(mock, 'listCampaigns')).not.toEqual([]);
  await mock.control.clearFaults();
  expect(await failing(mock, 'listCampaigns')).toEqual([]);
});
