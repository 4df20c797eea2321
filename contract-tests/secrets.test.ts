import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../mock/index.ts';
import { judge } from './judge.ts';
import { ownContract } from './own-contract.ts';
import { reporters } from './reporters/table.ts';

const mock = createMock({ contract: ownContract() });
const { credentials } = mock;
const secrets = [
  credentials.layers?.token ?? '',
  credentials.layers?.noScopeToken ?? '',
  credentials.klayrai?.apiKey ?? '',
  credentials.klayrai?.revokedKey ?? '',
  credentials.klayrai?.noPlanKey ?? '',
];

/** A deployment that gives every credential back wherever it can: in rows, error messages, headers and member names. */
const indiscreet: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const key =
    request.headers.get('authorization')?.replace('Bearer ', '') ?? request.headers.get('x-api-key') ?? 'none';
  const forms = [
    key,
    encodeURIComponent(key),
    Buffer.from(key).toString('base64'),
    Buffer.from(`Bearer ${key}`).toString('base64'),
    Buffer.from(key).toString('hex'),
  ];
  const response = await createFetch(mock)(request);
  const body = (await response.json()) as {
    items?: Record<string, unknown>[];
    data?: Record<string, unknown>[];
    error?: unknown;
  };
  const rows = body.items ?? body.data ?? [];
  for (const row of rows) Object.assign(row, { name: 7, status: forms.join(' '), [key]: forms, objective: forms });
  if (body.error !== undefined) body.error = { message: forms, code: forms.join('-'), type: key };
  return new Response(JSON.stringify(body), {
    status: response.status,
    headers: { 'content-type': `text/plain; key=${key}`, 'x-request-id': key },
  });
};

const report = await judge({ baseUrl: 'http://mock', credentials, fetch: indiscreet });

describe('a deployment that echoes credentials', () => {
  test('fails, so that its evidence is reported', () => {
    expect(secrets.filter((secret) => secret.length < 24)).toEqual([]);
    expect(report.summary.fail).toBeGreaterThan(5);
    expect(JSON.stringify(report)).toContain('[secret]');
  });

  test.each(Object.entries(reporters))('gets none of them into the %s report', (_, reporter) => {
    const text = reporter(report).toLowerCase();
    const forms = secrets.flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
      Buffer.from(`Bearer ${secret}`).toString('base64').slice(12, 60),
      Buffer.from(secret).toString('hex'),
      // Half a secret is too much, too.
      secret.slice(-24),
    ]);
    expect(forms.filter((form) => text.includes(form.toLowerCase()))).toEqual([]);
  });
});
