// What was asked and answered: kept within bounds, with what the contract says against it, and held against expectations.
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';
import { listen } from '../serve/server.ts';
import { createJournal, type JournalEntry } from './journal.ts';
import { verifyCalls } from './verify-calls.ts';

const contract = loadContract();
const [, campaigns, , ads, accounts] = contract.operations;
if (campaigns === undefined || ads === undefined || accounts === undefined) throw new Error('A list is missing.');

const exchange = (more: Partial<JournalEntry> = {}): Omit<JournalEntry, 'id'> => ({
  at: 0,
  method: 'GET',
  path: '/v1/accounts',
  query: '',
  operation: 'listAccounts',
  status: 200,
  requestId: 'req_1',
  findings: [],
  faults: [],
  ...more,
});

describe('a journal', () => {
  test('keeps the latest thousand, and says how many it forgot', () => {
    const journal = createJournal();
    for (let count = 0; count < 1005; count += 1) journal.record(exchange());
    const ids = journal.entries().map(({ id }) => id);
    expect([ids.length, ids[0], ids.at(-1), journal.forgotten()]).toEqual([1000, 6, 1005, 5]);
    journal.clear();
    journal.record(exchange());
    expect([journal.entries().map(({ id }) => id), journal.forgotten()]).toEqual([[1006], 0]);
  });

  test('keeps no more text than there is room for, and cuts what is long', () => {
    const journal = createJournal();
    for (let count = 0; count < 400; count += 1) journal.record(exchange({ query: 'x'.repeat(9000) }));
    const [first] = journal.entries();
    expect([first?.query.length, journal.entries().length, journal.forgotten()]).toEqual([4003, 237, 163]);
  });

  test('tells listeners what comes, until they go', () => {
    const journal = createJournal();
    const heard: number[] = [];
    const stop = journal.listen(({ id }) => heard.push(id));
    for (let count = 0; count < 3; count += 1) {
      if (count === 2) stop();
      journal.record(exchange());
    }
    expect(heard).toEqual([1, 2]);
  });

  test.each<[object, number[]]>([
    [{}, [1, 2, 3]],
    [{ status: 404 }, [2]],
    [{ findings: true }, [3]],
    [{ findings: false, after: 1 }, [2]],
    [{ operation: 'listAccounts' }, [1, 3]],
    [{ method: 'POST' }, []],
    [{ path: '/nowhere' }, [2]],
  ])('filters by %j', (filter, ids) => {
    const journal = createJournal();
    journal.record(exchange());
    journal.record(exchange({ status: 404, path: '/nowhere', operation: undefined }));
    journal.record(exchange({ findings: [{ kind: 'unknown-parameter', message: 'x' }] }));
    expect(journal.entries(filter).map(({ id }) => id)).toEqual(ids);
  });
});

test.each<[query: string, headers: object, status: number, findings: object[]]>([
  ['', {}, 200, []],
  ['statuss=active', {}, 200, [{ kind: 'unknown-parameter', parameter: 'statuss' }]],
  ['since=2026-04-01', {}, 200, [{ kind: 'loose-timestamp', parameter: 'since' }]],
  ['limit=0', {}, 422, [{ kind: 'invalid-parameter', parameter: 'limit' }]],
  ['', { authorization: 'Bearer nobody' }, 401, [{ kind: 'refused-caller' }]],
])('what the contract says against %j with %j is noted', async (query, headers, status, findings) => {
  const mock = createMock({ contract, scenario: 'one-page' });
  const call = sampleCall(campaigns, query);
  // The second answer may be a kept one.
  for (let time = 0; time < 2; time += 1) mock.handle({ ...call, headers: { ...call.headers, ...headers } });
  const { exchanges } = await mock.control.journal();
  expect(exchanges).toMatchObject([1, 2].map((id) => ({ id, status, operation: 'listCampaigns', findings })));
});

describe('calls are held against expectations', () => {
  const entries = ['status=active&limit=2', 'status=paused&status=active', 'cursor=abc', ''].map((query, place) => ({
    ...exchange({ query, operation: place === 3 ? undefined : 'listCampaigns', status: place === 3 ? 404 : 200 }),
    id: place + 1,
  }));

  test.each<[expectation: object, ok: boolean, matches: number[], message: string]>([
    [{ operation: 'listCampaigns' }, true, [1, 2, 3], 'Expected at least once, counted 3.'],
    [{ operation: 'listCampaigns', times: 3 }, true, [1, 2, 3], 'Expected 3 times, counted 3.'],
    [{ operation: 'listCampaigns', times: 1 }, false, [1, 2, 3], 'Expected once, counted 3 among 4 calls.'],
    [{ operation: 'listAds', never: true }, true, [], 'Expected 0 times, counted 0.'],
    [{ status: 404, never: true }, false, [4], 'Expected 0 times, counted 1 among 4 calls.'],
    [{ query: { status: ['active', 'paused'] } }, true, [2], 'Expected at least once, counted 1.'],
    [{ query: { status: 'active', cursor: null } }, true, [1], 'Expected at least once, counted 1.'],
    [{ without: ['status', 'cursor'] }, true, [4], 'Expected at least once, counted 1.'],
    [{ atLeast: 2, atMost: 3 }, false, [1, 2, 3, 4], 'Expected 2 to 3 times, counted 4 among 4 calls.'],
    [{ atMost: 1, status: 404 }, true, [4], 'Expected 0 to once, counted 1.'],
  ])('%j', (expectation, ok, matches, message) => {
    expect(verifyCalls(entries, expectation)).toMatchObject({ ok, matches, count: matches.length, message });
  });

  test('and those that came nearest are told, with what they lack', () => {
    const { ok, nearMisses } = verifyCalls(entries, {
      operation: 'listCampaigns',
      query: { status: 'active' },
      without: ['limit'],
    });
    expect(ok).toBe(false);
    expect(nearMisses.map(({ entry, differences }) => [entry.id, differences])).toEqual([
      [3, ['status is not given, not active']],
      [2, ['status is active and paused, not active']],
      [1, ['limit is given: 2']],
    ]);
  });
});

test('exchanges are sent as they happen', async () => {
  const server = await listen(createMock({ contract, scenario: 'one-page', frozen: true }));
  onTestFinished(() => server.close());
  const call = async (session: string, { path, headers }: ReturnType<typeof sampleCall>) =>
    (
      await fetch(server.url + path, { headers: { ...(headers as Record<string, string>), 'X-Mock-Session': session } })
    ).text();
  const stream = await fetch(`${server.url}/_mock/journal?session=one&operation=listAds`, {
    headers: { Accept: 'text/event-stream' },
  });
  expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  await call('two', sampleCall(ads));
  await call('one', sampleCall(accounts));
  await call('one', sampleCall(ads));
  let text = '';
  for await (const piece of stream.body ?? []) {
    text += Buffer.from(piece).toString();
    if (text.endsWith('}\n\n')) break;
  }
  const [, id, data = ''] = /event: exchange\nid: (\d+)\ndata: (.*)\n\n$/.exec(text) ?? [];
  expect([text.match(/event:/g)?.length, id, at(JSON.parse(data), '/operation'), at(JSON.parse(data), '/at')]).toEqual([
    1,
    '2',
    'listAds',
    '2026-06-15T12:00:00.000Z',
  ]);
});

test('the stream of what is no session is refused', async () => {
  const server = await listen(createMock({ contract, scenario: 'one-page' }));
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/_mock/journal?session=%20`, { headers: { Accept: 'text/event-stream' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
});
