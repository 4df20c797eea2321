// Every operation of the control plane, over a socket: its good reply, as the document says.
import { expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { listen } from '../serve/server.ts';
import { rowLike } from '../state/sample-promises.ts';
import { controlOperations } from './document.ts';
import { judgeReplies, operationOf } from './sample-replies.ts';

const contract = loadContract();
const judge = judgeReplies();
const campaign = String(
  rowLike(createMock({ contract, scenario: 'one-page' }), 'campaign', { status: 'active' }).campaignId,
);

/** In this order: what a call does, the next one finds. */
const calls: readonly (readonly [method: string, path: string, body: unknown, status: number, reply: unknown])[] = [
  ['GET', '/health', undefined, 200, { status: 'ok', scenario: 'one-page', seed: 1, sessions: 0 }],
  ['GET', '/openapi.json', undefined, 200, { openapi: '3.1.0', info: { title: 'Control plane of the mock' } }],
  [
    'GET',
    '/credentials',
    undefined,
    200,
    { layers: { project: expect.any(String) }, klayrai: { apiKey: expect.any(String) } },
  ],
  ['PUT', '/sessions/one', undefined, 204, undefined],
  ['GET', '/sessions', undefined, 200, { sessions: ['one'] }],
  ['DELETE', '/sessions/one', undefined, 204, undefined],
  ['PUT', '/snapshots/a%20b', undefined, 204, undefined],
  ['GET', '/snapshots', undefined, 200, { snapshots: ['a b'] }],
  [
    'GET',
    '/state',
    undefined,
    200,
    { lists: [{ name: 'adAccount', rows: 3 }, { name: 'campaign', rows: 9 }, {}, {}, {}] },
  ],
  ['GET', '/state/campaign?limit=2', undefined, 200, { rows: [{}, {}] }],
  ['GET', `/state/campaigns/${campaign}`, undefined, 200, { campaignId: campaign, status: 'active' }],
  ['POST', '/state/campaign', { name: 'New' }, 201, { name: 'New', createdAt: '2026-06-15T12:00:00Z' }],
  ['PATCH', `/state/campaign/${campaign}`, { name: 'Changed' }, 200, { campaignId: campaign, name: 'Changed' }],
  ['POST', `/state/campaign/${campaign}/pause`, undefined, 200, { campaignId: campaign, status: 'paused' }],
  [
    'POST',
    `/state/campaign/${campaign}/resume`,
    { at: '2026-06-15T13:00:00Z' },
    202,
    { at: '2026-06-15T13:00:00.000Z' },
  ],
  ['GET', '/clock', undefined, 200, { now: '2026-06-15T12:00:00.000Z', frozen: true, scheduled: 1 }],
  ['POST', '/clock/advance', { seconds: 3600 }, 200, { now: '2026-06-15T13:00:00.000Z', scheduled: 0 }],
  ['PUT', '/clock', { now: '2026-06-16T00:00:00+02:00', frozen: true }, 200, { now: '2026-06-15T22:00:00.000Z' }],
  ['DELETE', `/state/campaign/${campaign}?cascade=true`, undefined, 200, { campaignId: campaign }],
  ['POST', '/snapshots/a%20b/restore', undefined, 204, undefined],
  ['GET', `/state/campaign/${campaign}`, undefined, 200, { status: 'active' }],
  ['DELETE', '/snapshots/a%20b', undefined, 204, undefined],
  ['GET', '/scenario', undefined, 200, { scenario: 'one-page', seed: 1 }],
  ['PUT', '/scenario', { scenario: 'empty', seed: 2 }, 200, { scenario: 'empty', seed: 2 }],
  ['PUT', '/rate-limit', { tier: 'pilot' }, 200, { tier: 'pilot' }],
  ['GET', '/rate-limit', undefined, 200, { tier: 'pilot' }],
  ['POST', '/faults', { name: 'latency', ms: 1, count: 2 }, 201, { active: [{ name: 'latency', ms: 1, count: 2 }] }],
  ['GET', '/faults', undefined, 200, { active: [{ name: 'latency' }], network: { latency: {} }, contract: {} }],
  ['DELETE', '/faults/latency', undefined, 204, undefined],
  ['DELETE', '/faults', undefined, 204, undefined],
  ['GET', '/journal?limit=5', undefined, 200, { exchanges: [], forgotten: 0 }],
  [
    'POST',
    '/journal/verify',
    { expectations: [{ operation: 'listAds', never: true }] },
    200,
    { ok: true, results: [{ ok: true, count: 0 }] },
  ],
  ['DELETE', '/journal', undefined, 204, undefined],
  ['POST', '/reset', undefined, 204, undefined],
];

test('every operation answers as its document says', async () => {
  const server = await listen(createMock({ contract, scenario: 'one-page', frozen: true }));
  onTestFinished(() => server.close());
  for (const [method, path, body, status, wanted] of calls) {
    const response = await fetch(`${server.url}/_mock${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const reply = { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    expect(reply, `${method} ${path}`).toMatchObject({ status, ...(wanted === undefined ? {} : { body: wanted }) });
    const id = operationOf(method, path.split('?')[0] ?? '');
    expect(judge(id, reply)).toBeUndefined();
    expect(response.headers.get('cache-control')).toBe('no-store');
    if (text !== '') expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  }
  const asked = new Set(calls.map(([method, path]) => operationOf(method, path.split('?')[0] ?? '')));
  expect(controlOperations().filter(({ id }) => !asked.has(id))).toEqual([]);
});

test.each([
  ['GET', '/nothing', undefined, 404, 'The control plane has no such path. GET /_mock/openapi.json describes it.'],
  ['PATCH', '/clock', undefined, 405, 'Use GET, PUT.'],
  ['PUT', '/clock', '{', 400, 'The body is no JSON.'],
  ['PUT', '/clock', '', 400, 'A body of JSON is needed.'],
  ['PUT', '/clock', '{"now":"x"}', 400, /^now must match format "date-time"\.$/],
  ['PUT', '/clock', '{"frozzen":true}', 400, /has no member frozzen\.$/],
  ['POST', '/clock/advance', '{}', 400, 'seconds is needed.'],
  ['GET', '/state/ad?limit=0', undefined, 400, 'limit must be >= 1.'],
  ['GET', '/state/ad?size=1', undefined, 400, 'There is no parameter size.'],
  ['GET', '/state/%zz', undefined, 400, 'list is not well-formed.'],
  [
    'POST',
    '/state/ad',
    `{"name":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    400,
    'The body is nested deeper than 100 levels.',
  ],
  ['POST', '/state/ad', `{"name":"${'x'.repeat(1_100_000)}"}`, 413, /too large/],
  ['PUT', '/rate-limit', '{"tier":"gold"}', 400, 'There is no tier gold. The contract has standard, pilot, partner.'],
  ['PUT', '/rate-limit', '{"tier":"constructor"}', 400, /^There is no tier constructor\./],
])('%s %s is refused with %#', async (method, path, body, status, message) => {
  const server = await listen(createMock({ contract, scenario: 'one-page' }));
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/_mock${path}`, { method, ...(body === undefined ? {} : { body }) });
  const reply = { status: response.status, body: (await response.json()) as { error: { message: string } } };
  expect(reply.status).toBe(status);
  if (typeof message === 'string') expect(reply.body.error.message).toBe(message);
  else expect(reply.body.error.message).toMatch(message);
  expect(judge(undefined, reply)).toBeUndefined();
});
