import { describe, expect, test } from 'vitest';
import { loadContract } from '../load/load-contract.ts';

const { operations } = loadContract();

describe('members that the contract does not name', () => {
  test.each([
    ['listAds', 200, { items: [] }, []],
    ['listAds', 200, { items: [{ adId: 'a', name: 'n' }], nextCursor: null }, []],
    ['listAds', 200, { items: [], total: 5 }, ['/total']],
    ['listAds', 200, { items: [{ spend: 1 }, { spend: 2 }, { clicks: 3 }] }, ['/items/*/spend', '/items/*/clicks']],
    ['listAds', 200, { items: [{ 'a/b~c': 1 }] }, ['/items/*/a~1b~0c']],
    ['listAds', 200, { items: [{ creative: { url: 'x' }, metricsSnapshot7d: { spend: 1 } }] }, []],
    [
      'listCampaigns',
      200,
      { items: [{ dailyBudget: { amount: 1, currency: 'USD', cents: 100 } }] },
      ['/items/*/dailyBudget/cents'],
    ],
    [
      'listAdsets',
      200,
      { items: [{ targetingSummary: { age: { min: 1, mean: 2 } } }] },
      ['/items/*/targetingSummary/age/mean'],
    ],
    ['listAdAccounts', 200, { items: [{ constructor: 1 }] }, ['/items/*/constructor']],
    ['listAds', 404, { error: { code: 'X', details: { anything: 1 }, hint: 'h' } }, ['/error/hint']],
    [
      'listAccounts',
      200,
      { data: [{ owner: 'me' }], pagination: { pages: 3 }, meta: { remaining_requests: 1 } },
      ['/data/*/owner', '/pagination/pages'],
    ],
    ['listAds', 200, 'no object', []],
    ['listAds', 200, { items: ['no row', null, [1]] }, []],
  ])('of %s, status %i, in %j are %j', (id, status, body, undocumented) => {
    const operation = operations.find((candidate) => candidate.id === id);
    expect(operation?.reply(status)?.undocumented(body)).toEqual(undocumented);
  });
});

describe('a body without what the contract does not name', () => {
  const documented = (id: string, body: unknown) =>
    operations
      .find((candidate) => candidate.id === id)
      ?.reply(200)
      ?.documented(body);

  test('has its other members, and those of parts and rows', () => {
    const named = { items: [{ campaignId: 'a', dailyBudget: { amount: 1 } }, { campaignId: 'b' }], nextCursor: null };
    const [first, second] = named.items;
    const more = {
      items: [
        { ...first, dailyBudget: { amount: 1, cents: 2 } },
        { ...second, spend: [1] },
      ],
      total: 5,
    };
    expect(documented('listCampaigns', { ...named, ...more })).toEqual(named);
    expect(more.items[1]).toHaveProperty('spend');
  });

  test.each([
    ['nothing is taken out', { items: [{ adId: 'a' }], nextCursor: null }],
    ['it is free-form', { items: [{ metricsSnapshot7d: { spend: 1 } }] }],
    ['it is none of the kind', 'no object'],
  ])('is itself where %s', (_, body) => {
    expect(documented('listAds', body)).toBe(body);
  });
});
