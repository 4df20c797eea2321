// The OpenAPI documents as documents: clean under somebody else's linter, and with examples that keep their own schemas.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConfig, lint, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { loadContract } from './load/load-contract.ts';
import { at, escapeToken, isRecord } from './schema/pointer.ts';
import { follow } from './schema/schema-tree.ts';

const { documents } = loadContract();

const recommended = createConfig({ extends: ['recommended'] });

describe('Redocly', () => {
  test.each(documents)('has nothing to say about $name', async ({ name }) => {
    const ref = fileURLToPath(new URL(name, import.meta.url));
    const problems = await lint({ ref, config: await recommended });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test.each(documents)('has something to say about $name without operationId and security', async ({ name }) => {
    const source = readFileSync(new URL(name, import.meta.url), 'utf8');
    const poorer = source.replace(/operationId: .+/, '').replace(/security:\n.+/, '');
    const problems = await lintFromString({ source: poorer, config: await recommended });
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['operation-operationId', 'security-defined']),
    );
  });
});

describe.each(documents)('for the generators of others, $api', ({ document }) => {
  /** Every schema object and what else has a type, with its place. */
  const nodes: (readonly [place: string, node: Readonly<Record<string, unknown>>])[] = [];
  const visit = (node: unknown, place: string): void => {
    if (isRecord(node)) nodes.push([place, node]);
    if (isRecord(node) || Array.isArray(node)) {
      for (const [key, value] of Object.entries(node)) visit(value, `${place}/${escapeToken(key)}`);
    }
  };
  visit(document, '');
  const placesOf = (test: (node: Readonly<Record<string, unknown>>, place: string) => boolean) =>
    nodes.filter(([place, node]) => test(node, place)).map(([place]) => place);

  test('names no two components alike: one namespace holds the types of all of them', () => {
    const kinds = ['schemas', 'parameters', 'responses', 'headers'].map((kind) => at(document, `/components/${kind}`));
    const names = kinds.flatMap((kind) => Object.keys(isRecord(kind) ? kind : {})).map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names).not.toContain('error');
  });

  test('says const: null of a member that is always null', () => {
    expect(placesOf(({ type }, place) => type === 'null' && !/\/(oneOf|anyOf)\/\d+$/.test(place))).toEqual([]);
  });

  test('gives every number a format', () => {
    expect(placesOf(({ type, format }) => type === 'number' && format === undefined)).toEqual([]);
  });

  test('has no list of conditions', () => {
    expect(placesOf((node, place) => 'if' in node && /\/allOf\/\d+$/.test(place))).toEqual([]);
  });
});

/** The values of `example` and `examples` of a parameter, a header or a media type. */
function examplesOf(document: unknown, place: string): unknown[] {
  const node = at(document, place);
  if (!isRecord(node)) return [];
  const named = Object.keys(isRecord(node.examples) ? node.examples : {}).map((name) =>
    at(document, `${follow(document, `${place}/examples/${escapeToken(name)}`)}/value`),
  );
  return 'example' in node ? [node.example, ...named] : named;
}

describe.each(
  documents.flatMap(({ document, operations }) => operations.map((operation) => ({ ...operation, document }))),
)('the examples of $id', ({ document, pointer, reply }) => {
  const responses = `${pointer}/responses`;
  const statuses = Object.keys(at(document, responses) as object);

  test.each(statuses)('%s keep their schema, and there is one', (status) => {
    const place = follow(document, `${responses}/${status}`);
    const examples = examplesOf(document, `${place}/content/application~1json`);
    const schema = reply(status === 'default' ? 599 : Number(status));
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.map((example) => schema?.violations(example))).toEqual(examples.map(() => []));
    expect(examples.map((example) => schema?.undocumented(example))).toEqual(examples.map(() => []));
  });
});

test.each(documents)('the examples of the parameters and headers of $api keep their schemas', ({ api, document }) => {
  const ajv = new Ajv2020({ strict: false });
  formatsPlugin.default(ajv, ['date-time']);
  ajv.addSchema(document, api);
  const places: string[] = [];
  const visit = (node: unknown, pointer: string): void => {
    if (isRecord(node) && 'schema' in node && 'example' in node && !pointer.endsWith('application~1json'))
      places.push(pointer);
    if (isRecord(node) || Array.isArray(node)) {
      for (const [key, value] of Object.entries(node)) visit(value, `${pointer}/${escapeToken(key)}`);
    }
  };
  visit(document, '');

  expect(places.length).toBeGreaterThan(0);
  for (const place of places) {
    const check = ajv.getSchema(`${api}#${encodeURI(follow(document, `${place}/schema`))}`);
    expect([place, examplesOf(document, place).map((example) => check?.(example))]).toEqual([place, [true]]);
  }
});
