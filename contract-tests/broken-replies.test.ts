// A run ends with a verdict, however broken the replies are; and an answer that breaks is no proof of anything.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createMock } from '../mock/index.ts';
import { judge } from './judge.ts';
import type { JudgeOptions } from './judge-options.ts';
import { ownContract } from './own-contract.ts';
import type { Report } from './verdict/report.ts';

type Reply = { readonly status: number; readonly body: unknown };

/** Judges a server that sends the mock's replies in its own way. */
async function judged(
  send: (response: ServerResponse, reply: Reply) => void,
  options: Partial<JudgeOptions>,
): Promise<Report> {
  const mock = createMock({ contract: ownContract() });
  const server = createServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    send(response, mock.handle({ method: 'GET', path, query, headers }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await judge({ baseUrl, credentials: mock.credentials, apis: ['klayrai'], timeout: 400, ...options });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const verdictOf = (report: Report, check: string) => report.results.find((result) => result.check === check)?.verdict;

describe.each(['standard', 'full'] as const)('at %s depth', (depth) => {
  test.each(['gzip', 'deflate', 'br'])('a body that claims to be %s and is not is found', async (coding) => {
    const report = await judged(
      (response, { status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': coding });
        response.end(JSON.stringify(body));
      },
      { depth },
    );
    expect(verdictOf(report, 'response-shape')).toBe('FAIL');
  });

  test('members that no text can be made of break nothing of the judge', async () => {
    const unspeakable = (body: unknown): string =>
      JSON.stringify(body, (_, value) => (typeof value === 'string' ? { toString: null, valueOf: null } : value));
    const [operation] = ownContract().operations.filter(({ list }) => list.paging.style === 'cursor');
    const report = await judged(
      (response, { status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(unspeakable(body));
      },
      { depth, apis: [operation?.api ?? ''], operations: [operation?.id ?? ''], maxRequests: 60 },
    );
    expect(report.summary.error).toBe(0);
    expect(verdictOf(report, 'response-shape')).toBe('FAIL');
  });

  test('half a surrogate pair in a cursor breaks nothing of the judge', async () => {
    const report = await judged(
      (response, { status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body).replaceAll('"nextCursor":"', '"nextCursor":"\\ud800'));
      },
      { depth, apis: ['layers'], operations: ['listCampaigns'] },
    );
    expect(report.summary).toMatchObject({ error: 0 });
    expect(report.summary.fail).toBeGreaterThan(0);
  });
});

// What is answered with 503 is asked again after a while: these runs wait side by side.
test.concurrent.each(['authentication', 'revoked-key', 'plan'])(
  'the check %s says nothing of a server that answers 503 to all but the good key',
  async (check) => {
    const report = await judged(
      (response, { status, body }) => {
        response.writeHead(status === 200 ? 200 : 503, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      },
      { only: [check] },
    );
    expect(verdictOf(report, check)).toBe('NOT_EXERCISED');
  },
);

test.concurrent('a server that answers 503 to everything cannot be judged', async () => {
  const run = judged((response) => response.writeHead(503).end(), {});
  await expect(run).rejects.toThrow(/answers no list: status 503/);
});
