// Every way to say no: status, the whole body, and the vendor's own error schema.
import { describe, expect, test } from 'vitest';
import { credentialValues } from '../fixtures/index.ts';
import { loadContract } from '../spec/index.ts';
import { createMock } from './mock.ts';
import type { MockOptions } from './options.ts';
import { createFetch } from './serve/fetch.ts';

const contract = loadContract();
const values = credentialValues(contract);
const secretOf = (api: string, name: string) => values[api]?.[name] ?? '';
const layers = {
  project: secretOf('layers', 'project'),
  foreignProject: secretOf('layers', 'foreignProject'),
  token: secretOf('layers', 'token'),
  noScopeToken: secretOf('layers', 'noScopeToken'),
};
const klayrai = {
  apiKey: secretOf('klayrai', 'apiKey'),
  revokedKey: secretOf('klayrai', 'revokedKey'),
  noPlanKey: secretOf('klayrai', 'noPlanKey'),
};
const BEARER = { authorization: `Bearer ${layers.token}` };
const API_KEY = { 'x-api-key': klayrai.apiKey };
const project = `/v1/projects/${layers.project}/ads`;
const LISTS = ['ad-accounts', 'campaigns', 'adsets', 'ads'];

type Ask = { readonly method?: string; readonly headers?: Record<string, string>; readonly options?: MockOptions };
type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

const plain = createFetch(createMock({ contract }));

async function ask(path: string, { method = 'GET', headers = {}, options }: Ask = {}): Promise<Answer> {
  const send = options === undefined ? plain : createFetch(createMock({ contract, ...options }));
  const response = await send(`http://mock${path}`, { method, headers });
  const body: unknown = await response.json();
  const operation = contract.operations.find(
    ({ api }) => api === (path.startsWith('/v1/accounts') ? 'klayrai' : 'layers'),
  );
  const schema = operation?.reply(response.status);
  expect(schema?.violations(body)).toEqual([]);
  expect(schema?.headerViolations(Object.fromEntries(response.headers))).toEqual([]);
  return { status: response.status, headers: response.headers, body };
}

/** What Layers says, with the request id that the header has, too. */
function layersSays(answer: Answer, code: string, message: string, details?: object): object {
  const requestId = answer.headers.get('x-request-id');
  return { error: { code, message, requestId, ...(details === undefined ? {} : { details }) } };
}

const MISSING_KEY = 'Missing API key. Send Authorization as Bearer followed by the key.';
const BAD_KEY = 'The API key is not valid.';

describe.each(LISTS)('Layers refuses a call for %s', (list) => {
  test.each<[string, Record<string, string>, string]>([
    ['without a key', {}, MISSING_KEY],
    ['with an empty key', { authorization: '' }, MISSING_KEY],
    ['with a scheme and no key', { authorization: 'Bearer' }, MISSING_KEY],
    ['with another scheme', { authorization: `Basic ${layers.token}` }, MISSING_KEY],
    ['with a key that has a blank in it', { authorization: `Bearer ${layers.token} more` }, MISSING_KEY],
    ['with the key in the header of the other vendor', { 'x-api-key': layers.token }, MISSING_KEY],
    ['with an unknown key', { authorization: 'Bearer lp_test_unknown' }, BAD_KEY],
    ['with a key that differs in its last letter', { authorization: `Bearer ${layers.token.slice(0, -1)}1` }, BAD_KEY],
    ...Object.entries(klayrai).map(
      ([name, key]) =>
        [`with the ${name} of the other vendor`, { authorization: `Bearer ${key}` }, BAD_KEY] as [
          string,
          Record<string, string>,
          string,
        ],
    ),
  ])('%s', async (_sentence, headers, message) => {
    const answer = await ask(`${project}/${list}`, { headers });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(layersSays(answer, 'UNAUTHENTICATED', message));
  });

  test('with a key that lacks the scope', async () => {
    const answer = await ask(`${project}/${list}`, { headers: { authorization: `Bearer ${layers.noScopeToken}` } });
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(
      layersSays(answer, 'FORBIDDEN_SCOPE', 'The API key lacks the scope ads:read.', { requiredScope: 'ads:read' }),
    );
  });

  test.each([layers.foreignProject, 'prj_00000000000000000000000000', 'constructor', '%2F', 'prj%20x'])(
    'of the project %s, which is not one of the caller, whether or not it exists',
    async (projectId) => {
      const answer = await ask(`/v1/projects/${projectId}/ads/${list}`, { headers: BEARER });
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(
        layersSays(answer, 'NOT_FOUND', 'Project not found.', { projectId: decodeURIComponent(projectId) }),
      );
    },
  );

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s', async (method) => {
    const answer = await ask(`${project}/${list}`, { method, headers: BEARER });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(answer.body).toEqual(layersSays(answer, 'METHOD_NOT_ALLOWED', 'These lists are read-only: use GET.'));
  });
});

describe('Layers looks at the faults of a call in this order:', () => {
  const unscoped = { authorization: `Bearer ${layers.noScopeToken}` };

  test.each<[string, string, Record<string, string>, number]>([
    ['the key before the project', `/v1/projects/nobody/ads/ads?limit=0`, {}, 401],
    ['the scope before the project', `/v1/projects/nobody/ads/ads?limit=0`, unscoped, 403],
    ['the project before the parameters', `/v1/projects/nobody/ads/ads?limit=0`, BEARER, 404],
    ['the parameters last', `${project}/ads?limit=0`, BEARER, 422],
  ])('%s', async (_sentence, path, headers, status) => {
    expect((await ask(path, { headers })).status).toBe(status);
  });
});

const INVALID_KEY = 'Invalid API key. Check that your API key is correct and has not been revoked.';
const REVOKED = 'This API key has been revoked. Create a new key in your dashboard settings.';
const NO_PLAN = 'API access requires the Agency plan. Upgrade at https://app.klayrai.com/settings/billing.';

describe('KlayrAI refuses a call', () => {
  test.each<[string, Ask, number, string, string]>([
    ['without a key', {}, 401, 'authentication_error', INVALID_KEY],
    ['with an empty key', { headers: { 'x-api-key': '  ' } }, 401, 'authentication_error', INVALID_KEY],
    ['with an unknown key', { headers: { 'x-api-key': 'klyr_test_x' } }, 401, 'authentication_error', INVALID_KEY],
    [
      'with its key as a bearer',
      { headers: { authorization: `Bearer ${klayrai.apiKey}` } },
      401,
      'authentication_error',
      INVALID_KEY,
    ],
    [
      'with the key of the other vendor',
      { headers: { 'x-api-key': layers.token } },
      401,
      'authentication_error',
      INVALID_KEY,
    ],
    ['with a revoked key', { headers: { 'x-api-key': klayrai.revokedKey } }, 401, 'key_revoked', REVOKED],
    [
      'of a workspace without the plan',
      { headers: { 'x-api-key': klayrai.noPlanKey } },
      403,
      'plan_insufficient',
      NO_PLAN,
    ],
    ['by POST', { method: 'POST', headers: API_KEY }, 405, 'method_not_allowed', 'These lists are read-only: use GET.'],
  ])('%s', async (_sentence, asked, status, type, message) => {
    const answer = await ask('/v1/accounts', asked);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: { type, message } });
  });
});

describe('a path that is no operation is refused', () => {
  const message = 'No such path. This mock serves the lists of its contract.';

  test.each([
    '/',
    '/v1',
    `${project}/ads/`,
    `${project}/adverts`,
    `//v1/accounts`,
    '/v2/accounts',
    '/v1/projects//ads/ads',
    '/v1/projects/a/b/ads/ads',
    '/v1/projects/%E0%A4%A/ads/ads',
    `${project}/ads/01HXGCA2B3C4D5E6F7G8H9J0K1`,
  ])('by Layers: %s', async (path) => {
    const answer = await ask(path, { headers: BEARER });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(layersSays(answer, 'NOT_FOUND', message));
  });

  test.each(['/v1/accounts/', '/v1/accounts/act_001'])('by KlayrAI: %s', async (path) => {
    const answer = await ask(path, { headers: API_KEY });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ error: { type: 'not_found', message } });
  });
});

describe('a bug of the mock is a 500 in the shape of the vendor, and says nothing of the inside', () => {
  const broken = {
    ...contract,
    documents: contract.documents.map((document) => ({
      ...document,
      operations: document.operations.map((operation) => ({ ...operation, refusals: {} })),
    })),
  };
  const message = 'The mock broke while answering. Please report it with the request.';

  test('of Layers', async () => {
    const answer = await ask(`${project}/ads`, { options: { contract: broken, onBug: () => undefined } });
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual(layersSays(answer, 'INTERNAL', message));
  });
});
