// What is broken where a call breaks the server: what says how such a call is answered.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { placeParameter } from '../../../spec/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import { hasty, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const withCursor = theFirst(contract.operations, ({ list }) => list.paging.style === 'cursor');
const numbered = theFirst(contract.operations, ({ list }) => list.paging.style !== 'cursor' && list.size !== undefined);
const place = placeParameter(withCursor.list.paging) ?? '';

/** The clauses of the findings, by subject, where what `breaks` names is answered with 500. */
async function citedWhere(operation: typeof withCursor, breaks: (reply: Response, url: URL) => boolean) {
  const mock = createMock({ contract });
  const send = createFetch(mock);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const reply = await send(input, init);
    return breaks(reply, new URL(String(input))) ? Response.json({}, { status: 500 }) : reply;
  };
  const options = { contract, credentials: mock.credentials, fetch, clock: hasty, operations: [operation.id] };
  const { results } = await judge({ baseUrl: 'http://mock', ...options });
  const findings = results.flatMap((result) => result.findings.filter(({ subject }) => subject === 'server error'));
  return [...new Set(findings.flatMap(({ clauses }) => clauses.map(({ id }) => id)))].sort();
}

test('a bad cursor that breaks the server breaks what is said of cursors', async () => {
  const clauses = withCursor.parameters.find(({ name }) => name === place)?.clauses ?? [];
  const cited = await citedWhere(withCursor, ({ status }, url) => {
    const cursor = url.searchParams.get(place);
    return status === 200 && cursor !== null && !cursor.includes('.');
  });
  const held = clauses.filter((id) => contract.register.get(id)?.holder === 'check:bad-cursor');
  expect(cited).toEqual(held);
  expect(held.length).toBeGreaterThan(0);
});

test('a caller who breaks the server in place of being refused breaks what is said of the refusal', async () => {
  const due = [numbered.refusals['no-credential'], numbered.refusals['wrong-credential']].flatMap(
    (refusal) => refusal?.clauses ?? [],
  );
  const cited = await citedWhere(numbered, ({ status }) => status === 401);
  expect(due.filter((id) => cited.includes(id))).toEqual(due);
});

test('where a refusal is no more than a should, what is said of the list stands beside it', async () => {
  const refusal = withCursor.refusals['insufficient-scope']?.clauses ?? [];
  const cited = await citedWhere(withCursor, ({ status }) => status === 403);
  expect(cited).toEqual([...refusal, ...(withCursor.reply(200)?.replyClauses ?? [])].sort());
});

test('a documented call that breaks the server breaks what is said of the list', async () => {
  const [filter] = withCursor.filters;
  const cited = await citedWhere(withCursor, (_, url) => url.searchParams.has(filter?.name ?? ''));
  expect(cited).toEqual(withCursor.reply(200)?.replyClauses);
});
