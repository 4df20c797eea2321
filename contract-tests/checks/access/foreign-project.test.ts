// Deployments that show the rows of one tenant to another.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { at, isRecord, withValue } from '../../../spec/index.ts';
import type { JudgeOptions } from '../../judge-options.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { type Change, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ tenants }) => tenants.some(({ foreign }) => foreign !== undefined));
const { foreign, own } = theFirst(operation.tenants, (each) => each.foreign !== undefined);

function judged(change: Change, options: Partial<JudgeOptions> = {}) {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'foreign-project', operation, fetch: change(createFetch(mock)), ...options });
}

/** Calls for another tenant are answered in another way. */
const elsewhere =
  (answer: (again: () => Promise<Response>) => Promise<Response>): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    if (reply.status !== 404) return reply;
    const url = new URL(String(input));
    url.pathname = url.pathname.replace(/projects\/[^/]+/, `projects/${own.examples[0]}`);
    return answer(() => send(url, init));
  };

test('a deployment that refuses a foreign tenant, and one that nobody has, is right', async () => {
  expect(await judged(unchanged)).toMatchObject({
    verdict: 'PASS',
    findings: [],
    message: `a foreign or unknown ${own.label}`,
  });
});

test('a deployment that shows rows of whichever tenant is asked for is found', async () => {
  const result = await judged(elsewhere((again) => again()));
  expect(result.verdict).toBe('FAIL');
  expect(result.findings.map(({ subject, message }) => [subject, message])).toEqual([
    ['foreign-tenant', `a call for a ${own.label} of somebody else is served`],
    ['unknown-tenant', `a call for a ${own.label} that does not exist is served`],
  ]);
  const [example] = result.findings[0]?.examples ?? [];
  expect(example?.received).toMatch(/^status 200 with [1-9]\d* rows$/);
  expect(example?.curl[0]).toContain(`/projects/${foreign?.examples[0]}/`);
  expect(strayClauses(result)).toEqual([]);
});

test('a deployment that lists the rows of another tenant is found, whatever filters hide of them', async () => {
  const named = theFirst(contract.operations, ({ tenants, filters }) => tenants.length > 0 && filters.some(isId));
  const mock = createMock({ contract });
  const leak = elsewhere(async (again) => {
    const reply = await again();
    const body: unknown = await reply.json();
    const rows = at(body, named.list.items);
    const others = Array.isArray(rows)
      ? rows.filter(isRecord).map((row) => ({ ...row, name: 'of somebody else' }))
      : [];
    return Response.json(withValue(body, named.list.items, others), reply);
  });
  // Nobody else's rows have the ids of the caller's.
  const careful: Change = (send) => {
    const leaking = leak(send);
    return async (input, init) => {
      const url = new URL(String(input));
      const reply = await leaking(input, init);
      const isNarrow = [...url.searchParams].length > 0 && !url.pathname.includes(`/${own.examples[0]}/`);
      if (!isNarrow || reply.status !== 200) return reply;
      return Response.json(withValue(await reply.json(), named.list.items, []), reply);
    };
  };
  // The calls of this list to the other tenant name ids.
  const asked = { check: 'foreign-project', operation: named, only: ['filter-soundness'] };
  const result = await resultOf(mock, { ...asked, fetch: careful(createFetch(mock)) });
  const found = theFirst(result.findings, ({ subject }) => subject === 'foreign-tenant');
  expect(found).toMatchObject({ level: 'must' });
  expect(found.examples.some(({ received }) => /^status 200 with [1-9]\d* rows$/.test(received))).toBe(true);
  expect(strayClauses(result)).toEqual([]);
});

test('a deployment that looks rows up by their identifiers, whoever they belong to, is found', async () => {
  const [first, ...lists] = contract.operations.filter(({ tenants }) => tenants.length > 0);
  expect(first).toBe(operation);
  const judgedIn = (each: typeof operation, change: Change) => {
    const mock = createMock({ contract });
    const filters = each.filters.filter(isId).map(({ name }) => name);
    const careless = change((input, init) => createFetch(mock)(input, init));
    const fetch: typeof globalThis.fetch = (input, init) =>
      filters.some((name) => new URL(String(input)).searchParams.has(name))
        ? careless(input, init)
        : createFetch(mock)(input, init);
    return resultOf(mock, { check: 'foreign-project', operation: each, fetch, only: ['filter-pairs'] });
  };
  for (const list of lists) {
    const result = await judgedIn(
      list,
      elsewhere((again) => again()),
    );
    expect([list.id, result.verdict, result.findings.length]).toEqual([list.id, 'FAIL', 1]);
    expect(result.findings[0]?.message).toMatch(/is served$/);
  }
});

test.each([
  ['an empty list', 200, 'status 200 with 0 rows'],
  ['another status', 403, 'status 403'],
])(
  'a deployment that answers with %s shows nothing, and is found as binding as the refusal is',
  async (_, status, received) => {
    const result = await judged(elsewhere(async () => Response.json({ items: [] }, { status })));
    expect(result.verdict).toBe('WARN');
    expect(result.findings.map(({ level }) => level)).toEqual(['should', 'should']);
    expect(result.findings[0]?.examples[0]).toMatchObject({ expected: 'status 404 with code NOT_FOUND', received });
    expect(strayClauses(result)).toEqual([]);
  },
);

test('without a tenant of somebody else only one that nobody has is tried', async () => {
  const { credentials } = createMock({ contract });
  const { [foreign?.name ?? '']: _, ...others } = credentials[operation.api] ?? {};
  const result = await judged(unchanged, { credentials: { [operation.api]: others } });
  expect(result).toMatchObject({
    verdict: 'NOT_EXERCISED',
    reason: `needs a ${own.label} of somebody else (--${foreign?.option}); only one that nobody has was tried`,
  });
});
