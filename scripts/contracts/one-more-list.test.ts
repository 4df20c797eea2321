// One more list of a known vendor is a change to its document alone: mock and judge follow, and the other lists stay as they are.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { judge } from '../../contract-tests/index.ts';
import { ownContract } from '../../contract-tests/own-contract.ts';
import { buildWorld } from '../../fixtures/index.ts';
import { createFetch, createMock } from '../../mock/index.ts';
import { readContract, readFile } from '../../spec/index.ts';
import { repository } from '../repository.ts';

const pathOf = (name: string) => fileURLToPath(new URL(`spec/${name}`, repository));
const parsed = (name: string) => parse(readFileSync(pathOf(name), 'utf8'));

const creatives = `
get:
  operationId: listCreatives
  summary: List the project's creatives
  x-list:
    resource: creative
    items: /items
    key: creativeId
    order: { by: [-createdAt, creativeId], assumed: true }
    paging: { style: cursor, cursor: cursor, limit: limit, next: /nextCursor, badCursor: first-page }
  parameters:
    - $ref: "#/components/parameters/projectId"
    - $ref: "#/components/parameters/adAccountId"
    - name: campaignId
      in: query
      schema: { $ref: "#/components/schemas/Id" }
      x-filter: { field: campaignId, test: equals }
    - $ref: "#/components/parameters/cursor"
    - $ref: "#/components/parameters/limit"
  responses:
    "200":
      description: One page of creatives.
      headers:
        X-Request-Id: { $ref: "#/components/headers/RequestId" }
        X-RateLimit-Endpoint-Class: { $ref: "#/components/headers/EndpointClass" }
      content: { application/json: { schema: { $ref: "#/components/schemas/CreativePage" } } }
    "401": { $ref: "#/components/responses/Unauthenticated" }
    "403": { $ref: "#/components/responses/ForbiddenScope" }
    "404": { $ref: "#/components/responses/NotFound" }
    "422": { $ref: "#/components/responses/Validation" }
    "429": { $ref: "#/components/responses/RateLimited" }
    default: { $ref: "#/components/responses/Other" }
  x-clause: [ADS-01]
`;

const schemas = `
CreativePage:
  type: object
  required: [items]
  properties:
    items: { type: array, items: { $ref: "#/components/schemas/Creative" } }
    nextCursor: { $ref: "#/components/schemas/NextCursor" }
Creative:
  type: object
  required: [creativeId, campaignId, adAccountId, title, createdAt]
  properties:
    creativeId: { $ref: "#/components/schemas/Id" }
    campaignId:
      allOf: [{ $ref: "#/components/schemas/Id" }]
      x-ref: { to: campaign, field: campaignId, agree: [adAccountId] }
    adAccountId: { $ref: "#/components/schemas/Id" }
    title: { type: string }
    createdAt: { $ref: "#/components/schemas/Timestamp" }
`;

/** The built-in documents, the first with one more list. */
function extended() {
  const document = parsed('layers.yaml');
  document.paths['/v1/projects/{projectId}/ads/creatives'] = parse(creatives);
  Object.assign(document.components.schemas, parse(schemas));
  const lineOf = () => undefined;
  const sources = [
    { name: 'layers.yaml', value: document, lineOf },
    { name: 'klayrai.yaml', value: parsed('klayrai.yaml'), lineOf },
  ];
  return readContract(sources, (_, name) => readFile(pathOf(name)));
}

describe('one more list', () => {
  const contract = extended();

  test('leaves the rows of all others as they were', () => {
    const before = buildWorld(ownContract()).rows;
    const { creative, ...others } = buildWorld(contract).rows;
    expect(others).toEqual(before);
    expect(creative?.length).toBeGreaterThan(50);
  });

  test('is served and judged, and nothing is found wrong', async () => {
    const mock = createMock({ contract, checkReplies: true });
    const { credentials } = mock;
    const report = await judge({ baseUrl: 'http://mock', contract, credentials, fetch: createFetch(mock) });
    const own = report.results.filter(({ operation }) => operation === 'listCreatives');
    const bad = report.results.filter(({ verdict }) => ['FAIL', 'WARN', 'ERROR'].includes(verdict));
    expect(bad.map(({ check, operation, findings }) => [check, operation, findings[0]?.message])).toEqual([]);
    expect(own.filter(({ verdict }) => verdict === 'PASS').length).toBeGreaterThan(15);
  });

  test('is found broken where one of its filters is ignored', async () => {
    const mock = createMock({ contract });
    const handle: typeof mock.handle = (call) => {
      const query = new URLSearchParams(call.query);
      if (call.path.endsWith('/creatives')) query.delete('campaignId');
      return mock.handle({ ...call, query: String(query) });
    };
    const report = await judge({
      baseUrl: 'http://mock',
      contract,
      credentials: mock.credentials,
      fetch: createFetch({ ...mock, handle }),
      operations: ['listCreatives'],
    });
    const failed = report.results.filter(({ verdict }) => verdict === 'FAIL').map(({ check }) => check);
    expect(failed).toContain('filter-soundness');
  });
});
