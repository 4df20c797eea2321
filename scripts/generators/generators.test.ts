// Others' generators digest the documents: each one that is installed here makes clients that compile and list everything.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownContract } from '../../contract-tests/own-contract.ts';
import { createMock, listen, type MockServer } from '../../mock/index.ts';
import { heyApi } from './hey-api.ts';
import { type Deployment, expectedListing, type Listing } from './listing.ts';
import { oapiCodegen } from './oapi-codegen.ts';
import { openapiGenerator } from './openapi-generator.ts';
import { openapiPythonClient } from './openapi-python-client.ts';
import { openapiTypescript } from './openapi-typescript.ts';
import { orval } from './orval.ts';

const GENERATORS = [openapiTypescript, heyApi, orval, openapiPythonClient, oapiCodegen, openapiGenerator];

const mock = createMock({ contract: ownContract() });
let server: MockServer;
let deployment: Deployment;
let expected: Listing;

beforeAll(async () => {
  server = await listen(mock);
  const valueNamed = (api: string, name: string) => mock.credentials[api]?.[name] ?? '';
  deployment = {
    url: server.url,
    project: valueNamed('layers', 'project'),
    token: valueNamed('layers', 'token'),
    apiKey: valueNamed('klayrai', 'apiKey'),
  };
  expected = await expectedListing(deployment);
});
afterAll(() => server.close());

test('every question has an answer of several rows, and the filters drop some', () => {
  for (const [question, ids] of Object.entries(expected)) expect([question, ids.length > 1]).toEqual([question, true]);
  const sizes = Object.keys(expected).map((question) => expected[question]?.length ?? 0);
  const dropped = sizes.filter((size, index) => index % 2 === 1 && size < (sizes[index - 1] ?? 0));
  expect(dropped).toHaveLength(sizes.length / 2);
});

describe.each(GENERATORS)('$name', ({ name, isHere, install, generate, compile, list }) => {
  if (!isHere()) {
    console.info(`${name} is not here, and not tried. To have it: ${install}`);
    test.skip(`is not here; to have it: ${install}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ads-kit-generators-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('generates a client from both documents', () => generate({ folder, deployment }));
  test('makes clients that compile', () => compile({ folder, deployment }));
  test('makes clients that list everything, through pages and filters', async () => {
    expect(await list({ folder, deployment })).toEqual(expected);
  });
});
