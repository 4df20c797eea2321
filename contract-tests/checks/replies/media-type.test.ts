// Replies under the media types that a document names.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { readTexts, TEXT } from '../../../spec/load/sample-document.ts';
import { type Change, resultOf, theFirst, unchanged } from '../sample-deployment.ts';

const LIST = 'application/vnd.shop.v2+json';
const PROBLEM = 'application/problem+json';
const contract = readTexts({
  'shop.yaml': TEXT.replaceAll(
    'application/json: { schema: { $ref: "#/components/schemas/OrderPage" } }',
    `${LIST}: { schema: { $ref: "#/components/schemas/OrderPage" } }`,
  ).replaceAll(
    'application/json: { schema: { $ref: "#/components/schemas/Problem" } }',
    `${PROBLEM}: { schema: { $ref: "#/components/schemas/Problem" } }`,
  ),
});
const operation = theFirst(contract.operations, ({ id }) => id === 'listOrders');
const mock = createMock({ contract });

const judged = (check: string, change: Change) =>
  resultOf(mock, { check, operation, only: ['authentication'], fetch: change(createFetch(mock)) });

/** Replies of one status come under another type. */
const typed =
  (isOf: (status: number) => boolean, type: string): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    return isOf(reply.status)
      ? new Response(await reply.text(), { status: reply.status, headers: { 'content-type': type } })
      : reply;
  };

test('the mock answers under the types that its document names', async () => {
  const send = createFetch(mock);
  const { token: own, shopId } = mock.credentials.shop ?? {};
  const types = [own, undefined].map(async (token) => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const reply = await send(`http://mock/api/shops/${shopId}/orders`, { headers });
    return [reply.status, reply.headers.get('content-type')];
  });
  expect(await Promise.all(types)).toEqual([
    [200, LIST],
    [401, PROBLEM],
  ]);
});

test('replies under their types are right, with parameters too', async () => {
  for (const check of ['response-shape', 'error-body']) {
    expect(await judged(check, unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
    expect(
      (
        await judged(
          check,
          typed((status) => status === 200, `${LIST}; charset=utf-8`),
        )
      ).findings,
    ).toEqual([]);
  }
});

test.each([
  ['response-shape', (status: number) => status === 200, LIST],
  ['error-body', (status: number) => status >= 400, PROBLEM],
])('%s tells another type than the documented one', async (check, isOf, expected) => {
  const { verdict, findings } = await judged(check, typed(isOf, 'application/json'));
  expect(verdict).toBe('FAIL');
  expect(findings).toMatchObject([
    { subject: 'media type', level: 'must', examples: [{ expected, received: 'application/json' }, {}, {}] },
  ]);
});

test('a documented refusal that cannot be read breaks what is said of its body', async () => {
  const asPage: Change = (send) => async (input, init) => {
    const reply = await send(input, init);
    return reply.status < 400
      ? reply
      : new Response('<p>No.</p>', { status: reply.status, headers: { 'content-type': 'text/html' } });
  };
  const { verdict, findings } = await judged('error-body', asPage);
  expect([verdict, findings[0]?.subject, findings[0]?.level]).toEqual(['FAIL', 'error body', 'must']);
});
