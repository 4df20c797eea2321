// Deployments that serve whoever calls, or refuse in a way of their own.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { at, isRecord, memberOf } from '../../../spec/index.ts';
import type { JudgeOptions } from '../../judge-options.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ refusals }) => refusals['insufficient-scope'] !== undefined);

function judged(change: Change, options: Partial<JudgeOptions> = {}, list = operation) {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'authentication', operation: list, fetch: change(createFetch(mock)), ...options });
}

/** Calls that should be refused for their key are answered in another way. */
const refusing =
  (answer: (reply: Response, again: () => Promise<Response>) => Promise<Response>): Change =>
  (send) => {
    let good: RequestInit | undefined;
    return async (input, init) => {
      good ??= init;
      const reply = await send(input, init);
      return reply.status === 401 ? answer(reply, () => send(input, good)) : reply;
    };
  };

test('a deployment that refuses a call without a key, and near misses of the key, is right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^without a credential, with a key that is /);
  expect(result.exercised).toEqual(
    expect.arrayContaining([...(operation.refusals['no-credential']?.clauses ?? ['none'])]),
  );
});

test('a deployment that serves everybody is found, without a key and with a wrong one', async () => {
  const result = await judged(refusing((_, again) => again()));
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.map(({ subject }) => subject)).toEqual(['no-credential', 'wrong-credential']);
  const [none, wrong] = result.findings;
  expect(none).toMatchObject({ level: 'must', message: 'a call without a credential is served' });
  expect(none?.examples[0]?.expected).toBe('status 401 with code UNAUTHENTICATED');
  expect(none?.examples[0]?.received).toMatch(/^status 200 with [1-9]\d* rows$/);
  expect(none?.examples[0]?.curl[0]).toMatch(/^curl 'http:\/\/mock\/\S+'$/);
  // What says how such a call is answered is broken, too.
  const due = operation.refusals['no-credential']?.clauses ?? [];
  const judgedOnes = due.filter((id) => contract.register.get(id)?.level !== 'open');
  expect(judgedOnes).not.toEqual([]);
  expect(none?.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(judgedOnes));
  expect(wrong?.message).toMatch(/^a call with a key that is .* is served$/);
  expect(wrong?.examples[0]?.curl[0]).toMatch(/Bearer \$\{ADS_KIT_TOKEN%\?\?\}/);
  expect(strayClauses(result)).toEqual([]);
});

test('a refusal with another code is a warning, and shows all the same that a key is asked for', async () => {
  const body = { error: { code: 'NO_SUCH_CODE', message: 'No.', requestId: 'req_1' } };
  const result = await judged(refusing(async (reply) => Response.json(body, { status: 401, headers: reply.headers })));
  expect(result.findings.map(({ message }) => message)[0]).toBe(
    'a call without a credential is refused with another code',
  );
  const own = result.clauses.filter((id) => operation.security.clauses.includes(id));
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(result.exercised)).toEqual(new Set(own));
  const other = await judged(refusing(async () => Response.json(body, { status: 418 })));
  expect(other.exercised).toEqual([]);
});

test('a refusal that shows the rows all the same is a breach', async () => {
  const shows = refusing(async (_, again) => Response.json(await (await again()).json(), { status: 401 }));
  const result = await judged(shows);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings[0]?.message).toBe('a call without a credential is refused, and shows rows');
  expect(result.findings[0]?.examples[0]).toMatchObject({ expected: 'no row' });
  expect(strayClauses(result)).toEqual([]);
});

test.each([
  ['status', { status: 403 }, {}, 'status 403'],
  ['code', { status: 401 }, { code: 'WHO_ARE_YOU' }, 'code "WHO_ARE_YOU"'],
])('a refusal with another %s than the vendor documents elsewhere is a warning', async (what, init, more, received) => {
  const other = refusing(async (reply) => {
    const { error } = (await reply.json()) as { readonly error: object };
    return Response.json({ error: { ...error, ...more } }, init);
  });
  const result = await judged(other);
  expect(result.verdict).toBe('WARN');
  expect(result.findings[0]).toMatchObject({
    level: 'should',
    message: `a call without a credential is refused with another ${what}`,
    examples: [{ received }],
  });
  expect(strayClauses(result)).toEqual([]);
});

test('without a good key nothing can be compared', async () => {
  const { credentials } = createMock({ contract });
  const { layers: _, ...others } = credentials;
  const result = await judged(unchanged, { credentials: others, apis: ['layers', 'klayrai'] });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
  expect(result.reason).toBe('Give --credentials FILE, or set ADS_KIT_TOKEN and ADS_KIT_PROJECT.');
});

test('where a call without a key is served too, a key that is not looked for is no wrong one', async () => {
  const { security } = operation;
  const open = { ...operation, security: { ...security, optional: true } };
  const isShown = (headers: Headers) => /^bearer /i.test(headers.get('authorization') ?? '');
  const mock = createMock({ contract });
  const send = createFetch(mock);
  let good: RequestInit | undefined;
  const fetch: typeof globalThis.fetch = (input, init) => {
    good ??= init;
    return send(input, isShown(new Headers(init?.headers)) ? init : good);
  };
  const operations = contract.operations.map((each) => (each === operation ? open : each));
  const result = await resultOf(
    { contract: { ...contract, operations }, credentials: mock.credentials },
    { check: 'authentication', operation: open, fetch, depth: 'full' },
  );
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toContain('with a key that is invented');
  expect(result.message).not.toMatch(/without a credential|another scheme|another header|the query/);
});

test.each([
  ['as a parameter that is not documented is right', 422, 'PASS'],
  ['as a wrong key, with another code, is found', 401, 'WARN'],
])('a key in the query that is refused %s', async (_, status, verdict) => {
  const inQuery: Change = (send) => async (input, init) =>
    new URL(String(input)).searchParams.has('access_token')
      ? Response.json({ error: { code: 'ODD', message: 'No.', requestId: 'r' } }, { status })
      : send(input, init);
  const result = await judged(inQuery, { depth: 'full', maxRequests: 200 });
  expect(result.verdict).toBe(verdict);
  expect(result.message).toContain('with a key that is in the query');
});

describe('an identifier that is refused before the key', () => {
  const named = theFirst(contract.operations, ({ filters }) => filters.some(isId));
  const { name, field } = theFirst(named.filters, isId);

  /** Refuses calls that name ids, those of rows that it has shown among them or not. */
  const refusing =
    (isAnyRefused: boolean): Change =>
    (send) => {
      const shown = new Set<unknown>();
      return async (input, init) => {
        const ids = new URL(String(input)).searchParams.getAll(name);
        if (ids.some((id) => isAnyRefused || !shown.has(id)))
          return Response.json({ error: { code: 'ODD', message: 'No.', requestId: 'r' } }, { status: 422 });
        const reply = await send(input, init);
        const body: unknown = await reply.clone().json();
        const rows = at(body, named.list.items);
        if (Array.isArray(rows)) for (const row of rows.filter(isRecord)) shown.add(memberOf(row, field));
        return reply;
      };
    };

  test('is right where nothing has it', async () => {
    expect(await judged(refusing(false), { depth: 'full' }, named)).toMatchObject({ verdict: 'PASS', findings: [] });
  });

  test('is found where rows have it', async () => {
    const { findings } = await judged(refusing(true), { depth: 'full' }, named);
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/is refused with another status$/),
    );
  });
});
