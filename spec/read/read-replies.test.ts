import { describe, expect, test } from 'vitest';
import { loadContract } from '../load/load-contract.ts';
import { changed, ORDERS, readValue, sampleDocument } from '../load/sample-document.ts';

const { operations } = loadContract();

const OF_LAYERS = {
  'no-credential': '401 UNAUTHENTICATED',
  'wrong-credential': '401 UNAUTHENTICATED',
  'insufficient-scope': '403 FORBIDDEN_SCOPE',
  'unknown-tenant': '404 NOT_FOUND',
  'foreign-tenant': '404 NOT_FOUND',
  'invalid-parameter': '422 VALIDATION',
  'rate-limited': '429 RATE_LIMITED',
};

describe('the refusals of', () => {
  test.each([
    ...operations.filter(({ api }) => api === 'layers').map(({ id }) => [id, OF_LAYERS] as const),
    [
      'listAccounts',
      {
        'no-credential': '401 authentication_error',
        'wrong-credential': '401 authentication_error',
        'revoked-credential': '401 key_revoked',
        'insufficient-plan': '403 plan_insufficient',
        'invalid-parameter': '400 invalid_request',
        'rate-limited': '429 rate_limit_error',
        'internal-error': '500 api_error',
      },
    ] as const,
  ])('%s have the documented statuses and codes', (id, refusals) => {
    const read = Object.entries(operations.find((operation) => operation.id === id)?.refusals ?? {}).map(
      ([name, { status: answered, code }]) => [name, `${answered} ${code}`],
    );
    expect(Object.fromEntries(read)).toEqual(refusals);
  });
});

test('a response with an error schema of its own is answered with the least body of that schema', () => {
  const schema = {
    type: 'object',
    required: ['code', 'message', 'errors'],
    properties: { code: { type: 'string' }, message: { type: 'string' }, errors: { type: 'array' } },
  };
  const [document] = readValue(
    changed(sampleDocument(), [`${ORDERS}/responses/404/content/application~1json/schema`, schema]),
  ).documents;
  const refusals = document?.operations[0]?.refusals;
  expect(refusals?.['unknown-tenant']?.least).toEqual({ code: '-', message: '-', errors: [] });
  expect(refusals?.['rate-limited']?.least).toEqual({ code: '-', message: '-' });
});

test.each([
  ['where it usually stands in that one', { detail: { type: 'string' } }, '/detail'],
  ['nowhere, where that one leaves no choice', { error: { const: 'no_scope' } }, null],
])('a message stands in a response with an error schema of its own %s', (_, properties, place) => {
  const schema = { type: 'object', properties };
  const [document] = readValue(
    changed(
      sampleDocument(),
      ['/x-error', undefined],
      [`${ORDERS}/responses/404/content/application~1json/schema`, schema],
    ),
  ).documents;
  const refusals = document?.operations[0]?.refusals;
  expect(refusals?.['unknown-tenant']?.messageAt).toBe(place);
  expect(refusals?.['rate-limited']?.messageAt).toBe('/message');
});

test('where errors have a code alone, no message is put in its place', () => {
  const schema = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
  const [document] = readValue(
    changed(
      sampleDocument(),
      ['/x-error', { code: '/error' }],
      ['/components/schemas/Problem', schema],
      ['/x-undocumented', undefined],
      [`${ORDERS}/responses/429/x-retry-after`, undefined],
    ),
  ).documents;
  const refusal = document?.operations[0]?.refusals['unknown-tenant'];
  const { code, message = '', messageAt, least } = refusal ?? {};
  expect(document?.error.body({ code, message, messageAt, requestId: 'req_1' }, least)).toEqual({ error: 'not_found' });
});

test('a message that its response fixes is left as it is', () => {
  const properties = { code: { type: 'string' }, message: { const: 'not_found' } };
  const schema = { type: 'object', required: ['code', 'message'], properties };
  const [document] = readValue(
    changed(sampleDocument(), [`${ORDERS}/responses/404/content/application~1json/schema`, schema]),
  ).documents;
  expect(document?.operations[0]?.refusals['unknown-tenant']?.messageAt).toBeNull();
});

describe('without a register', () => {
  const [orders] = readValue(sampleDocument()).operations;
  const exercised = (status: number, body: unknown) => [...(orders?.reply(status)?.exercised(body) ?? [])].length;

  test.each([
    ['a list without rows puts nothing to the test', 200, { data: [] }, 0],
    ['a list with a row puts its reply to the test', 200, { data: [{}] }, 1],
    ['a refusal puts its reply to the test', 404, {}, 1],
  ])('%s', (_, status, body, count) => {
    expect(exercised(status, body)).toBe(count);
  });

  test('what no call can bring about is not waited for', () => {
    const { register } = readValue(sampleDocument());
    const unobservable = [...register.values()].filter(({ holder }) => holder === 'unobservable');
    expect(unobservable.map(({ statement }) => statement)).toContain(
      'A reply with the status 429 has the documented body.',
    );
    expect(unobservable.map(({ statement }) => statement)).not.toContain(
      'A reply with the status 404 has the documented body.',
    );
  });
});
