import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRecord } from '../../spec/index.ts';
import { plainDocument } from './plain-document.ts';

const COMMAND = fileURLToPath(new URL('../../dist/scripts/cli/ads-kit.js', import.meta.url));
const names = ['layers', 'klayrai'];

type Outcome = { readonly status: number; readonly out: string; readonly err: string };

function run(...words: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, 'spec', ...words], (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

function sourceOf(name: string): string {
  return readFileSync(new URL(`../../spec/${name}.yaml`, import.meta.url), 'utf8');
}

/** Every member of a parsed document that `keep` accepts by its name, in order, as a path of names. */
function members(node: unknown, keep: (name: string) => boolean, above = ''): readonly string[] {
  if (!isRecord(node) && !Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const here = `${above}/${name}`;
    return [...(keep(name) ? [here] : []), ...members(value, keep, here)];
  });
}

const isExtra = (name: string) => name.startsWith('x-') || ['if', 'then', 'else'].includes(name);

describe('ads-kit spec', () => {
  test.each(names)('prints %s as it stands', async (name) => {
    expect(await run(name)).toEqual({ status: 0, out: sourceOf(name), err: '' });
  });

  test.each(['meta', 'clauses', '../layers'])('exits 2 for %s and says which documents there are', async (name) => {
    const err = `ads-kit: There is no document named ${name}. The documents are klayrai, layers.\n`;
    expect(await run(name)).toEqual({ status: 2, out: '', err });
  });

  test('names the documents in its help', async () => {
    expect((await run('--help')).out).toContain('Documents: klayrai, layers');
  });
});

describe.each(names)('ads-kit spec %s --plain', (name) => {
  test('has no x- word and no conditional, though the source has some', async () => {
    expect(members(parse(sourceOf(name)), isExtra).length).toBeGreaterThan(20);
    expect(members(parse((await run(name, '--plain')).out), isExtra)).toEqual([]);
  });

  test('keeps every other member, in its order', async () => {
    // What an allOf holds counts as held by the schema around it: there an entry alone takes its place.
    const placesOf = (text: string) => [
      ...new Set(members(parse(text), () => true).map((place) => place.replaceAll(/\/allOf(\/\d+)?(?=\/|$)/g, ''))),
    ];
    const places = placesOf(sourceOf(name)).filter((place) => !place.split('/').some(isExtra));
    expect(places.length).toBeGreaterThan(300);
    expect(placesOf((await run(name, '--plain')).out)).toEqual(places);
  });

  test('says nothing that Redocly would mend', async () => {
    const { out } = await run(name, '--plain');
    const config = await createConfig({
      extends: ['recommended'],
      rules: { 'no-invalid-media-type-examples': { severity: 'warn', allowAdditionalProperties: true } },
    });
    const problems = await lintFromString({ source: out, absoluteRef: `${name}.yaml`, config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});

describe('a plain document', () => {
  test.each([
    ['an x- word', 'x-list: 1\ntype: object\n', 'type: object\n'],
    ['a conditional', 'type: object\nif: {}\nthen: {}\nelse: {}\n', 'type: object\n'],
    ['allOf of conditionals', 'type: object\nallOf:\n  - if: {}\n    then: {}\n', 'type: object\n'],
    [
      'the conditional entries of an allOf',
      'allOf:\n  - $ref: "#/a"\n  - if: {}\ntitle: t\n',
      'allOf:\n  - $ref: "#/a"\ntitle: t\n',
    ],
    [
      'an x- word of the default response',
      'responses:\n  default:\n    x-when: 1\n    description: d\n',
      'responses:\n  default:\n    description: d\n',
    ],
    [
      'an x- word beside responses',
      'responses:\n  x-a: 1\n  "200": { description: d }\n',
      'responses:\n  "200": { description: d }\n',
    ],
    [
      'an x- word inside a list of parameters',
      'parameters:\n  - name: a\n    x-filter: 1\n',
      'parameters:\n  - name: a\n',
    ],
  ])('loses %s', (_, source, plain) => {
    expect(plainDocument(source)).toBe(plain);
  });

  test.each([
    [
      'properties that look like words',
      'properties:\n  x-trace: { type: string }\n  if: { type: string }\n  allOf: { type: string }\n',
    ],
    ['a header', 'headers:\n  x-request-id: { schema: { type: string } }\n'],
    ['a parameter of the components', 'components:\n  parameters:\n    x-page: { in: query }\n'],
    ['a response of the components', 'components:\n  responses:\n    x-gone: { description: d }\n'],
    ['a security requirement', 'security:\n  - x-api-key: []\n'],
    ['data in examples', 'examples:\n  x-first:\n    value: { x-a: 1, if: 2 }\n'],
    ['data in the examples of a schema', 'type: object\nexamples:\n  - x-a: 1\n'],
    ['data in defaults and constants', 'default: { x-a: 1 }\nconst: { then: 1 }\nexample: { else: 1 }\n'],
    [
      'an order that is not that of numbers',
      'responses:\n  default: { description: d }\n  "404": { description: d }\n  "200": { description: d }\n',
    ],
    ['comments', '# Why.\ntype: object # Because.\n'],
  ])('keeps %s', (_, source) => {
    expect(plainDocument(source)).toBe(source);
  });
});
