// Rows that come, change and go between two pages never make another row appear twice or vanish.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, loadContract, type Operation, type Row } from '../spec/index.ts';
import { createMock, type Mock } from './mock.ts';
import { sampleCall } from './sample-call.ts';

const contract = loadContract();
const campaigns = operationOf('campaign');
const INSTANTS = [
  '2026-03-29T15:04:00Z',
  '2026-03-30T08:00:00Z',
  '2026-03-31T10:00:00Z',
  '2026-04-02T14:00:00Z',
  '2026-06-01T00:00:00Z',
];

/** What happens to the list between two pages; `row` chooses the row, round and round. */
type Change =
  | { readonly kind: 'create'; readonly id: string; readonly createdAt: string; readonly row: number }
  | { readonly kind: 'change'; readonly status: string; readonly createdAt: string | undefined; readonly row: number }
  | { readonly kind: 'delete'; readonly row: number };

const row = fc.nat(200);
const createdAt = fc.constantFrom(...INSTANTS);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), id: fc.uuid(), createdAt, row }),
  fc.record({
    kind: fc.constant('change' as const),
    status: fc.constantFrom('active', 'paused'),
    createdAt: fc.option(createdAt, { nil: undefined }),
    row,
  }),
  fc.record({ kind: fc.constant('delete' as const), row }),
);
const query = fc.constantFrom(
  '',
  'status=active',
  'platforms=meta_ads',
  'platforms=meta_ads&platforms=tiktok_ads&status=active&status=paused',
  'since=2026-03-30T08:00:00Z',
);

function operationOf(resource: string): Operation {
  const found = contract.operations.find(({ list }) => list.resource === resource);
  if (found === undefined) throw new Error(`Nothing lists ${resource}.`);
  return found;
}

function storeOf({ stores }: Mock) {
  const store = stores[campaigns.list.name];
  if (store === undefined) throw new Error('There is no store of campaigns.');
  return store;
}

/** Applies the change, and gives the key of the row that it touched. */
function apply(mock: Mock, rows: readonly Row[], change: Change): string {
  const store = storeOf(mock);
  const known = rows[change.row % rows.length] ?? {};
  const key = String(known.campaignId);
  if (change.kind === 'create') {
    store.put({ ...known, campaignId: change.id, createdAt: change.createdAt });
    return change.id;
  }
  if (change.kind === 'delete') store.remove(key);
  else
    store.put({
      ...known,
      ...store.get(key),
      status: change.status,
      ...(change.createdAt === undefined ? {} : { createdAt: change.createdAt }),
    });
  return key;
}

function pageOf(mock: Mock, query: string): { items: Row[]; next: unknown } {
  const { body } = mock.handle(sampleCall(campaigns, query));
  return { items: at(body, '/items') as Row[], next: at(body, '/nextCursor') };
}

test('a walk gives every row that nobody touched once, whatever happens between its pages', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 12 }),
      query,
      fc.integer({ min: 1, max: 20 }),
      (changes, filters, limit) => {
        const mock = createMock({ contract, scenario: 'ties', size: { campaign: 40, adset: 4, ad: 0, account: 0 } });
        const before = pageOf(mock, `limit=200&${filters}`).items;
        const all = pageOf(mock, 'limit=200').items;
        const touched = new Set<string>();
        const walked: string[] = [];
        for (let next: unknown = '', page = 0; next !== null; page += 1) {
          const got = pageOf(mock, `limit=${limit}&${filters}&cursor=${next}`);
          walked.push(...got.items.map(({ campaignId }) => String(campaignId)));
          next = got.next;
          if (page > 1000) throw new Error('The walk does not end.');
          for (const one of changes[page] ?? []) touched.add(apply(mock, all, one));
        }
        const untouched = (keys: readonly string[]) => keys.filter((key) => !touched.has(key));
        expect(untouched(walked)).toEqual(untouched(before.map(({ campaignId }) => String(campaignId))));
      },
    ),
    { numRuns: 150, seed: 1 },
  );
});

test('a cursor outlives the row that it stands at', () => {
  const mock = createMock({ contract });
  const all = pageOf(mock, 'limit=200').items;
  const { next } = pageOf(mock, 'limit=5');
  for (const { campaignId } of all.slice(0, 6)) storeOf(mock).remove(String(campaignId));
  expect(pageOf(mock, `limit=5&cursor=${next}`).items).toEqual(all.slice(6, 11));
});
