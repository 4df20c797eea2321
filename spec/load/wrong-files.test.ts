import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ContractError } from './contract-error.ts';
import { loadContract } from './load-contract.ts';
import { changed, mistakesOf, ORDER, ORDERS, sampleDocument, TEXT } from './sample-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-wrong-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CLAUSE = { id: 'A-1', level: 'must', page: 'P', section: 'S', statement: 'So.', holder: 'schema' };

/** What is told of these files, in which `{}` stands for their folder. */
function told(files: Readonly<Record<string, unknown>>, ...loaded: readonly string[]): readonly string[] {
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const paths = (loaded.length > 0 ? loaded : Object.keys(files).slice(0, 1)).map((name) => join(folder, name));
  const mistakes = mistakesOf(() => loadContract(...paths));
  expect(mistakes.every(({ file }) => file.startsWith(folder))).toBe(true);
  return new ContractError(mistakes).message.replaceAll(`${folder}/`, '').split('\n');
}

/** The small document with the register r.json, and with these clauses in it. */
function registered(...clauses: readonly unknown[]): Readonly<Record<string, unknown>> {
  const document = changed(
    sampleDocument(),
    ['/x-api/register', 'r.json'],
    ...[ORDERS, '/paths/~1customers/get'].map((place) => [`${place}/x-clause`, ['A-1']] as const),
  );
  return { 'shop.json': document, 'r.json': clauses };
}

const line = (text: string) => TEXT.split('\n').findIndex((each) => each.includes(text)) + 1;

describe('a file is refused for', () => {
  test.each([
    [
      'YAML that does not parse',
      { 'a.yaml': 'openapi: 3.1.0\ninfo: {\npaths: 7' },
      /^a\.yaml:\d #: The file is not readable YAML/,
    ],
    ['a tab that indents', { 'a.yaml': 'openapi: 3.1.0\ninfo:\n\ttitle: x' }, /^a\.yaml:3 #: /],
    ['a name twice', { 'a.yaml': 'openapi: 3.1.0\nopenapi: 3.1.0' }, /^a\.yaml:2 #: .*unique/],
    [
      'JSON that does not parse',
      { 'a.json': '{"openapi": "3.1.0",\n "paths": {' },
      /^a\.json:\d #: The file is not readable/,
    ],
    [
      'an alias of itself',
      { 'a.yaml': 'openapi: 3.1.0\npaths: &a\n  x: *a' },
      /^a\.yaml:3 #\/paths\/x: The alias leads to what it stands in/,
    ],
    ['an empty file', { 'a.yaml': '' }, /^a\.yaml:1 #: This is no OpenAPI 3\.1 document/],
    ['a file of one word', { 'a.yaml': 'shop' }, /^a\.yaml:1 #: This is no OpenAPI/],
    ['several documents in one', { 'a.yaml': 'a: 1\n---\nb: 2' }, /^a\.yaml(:\d)? #: .*multiple documents/],
    [
      'a register that is missing',
      { 'a.json': changed(sampleDocument(), ['/x-api/register', 'none.yaml']) },
      /none\.yaml.*cannot be read \(ENOENT\)/,
    ],
    ['a register that is no list', { ...registered(), 'r.json': {} }, /^r\.json:1 #: .*sequence of clauses/],
    [
      'a clause without a statement',
      registered({ ...CLAUSE, statement: undefined }),
      /^r\.json:1 #\/0\/statement: Give the clause a statement/,
    ],
    ['a clause that is null', registered(null), /^r\.json:1 #\/0: A clause must be a mapping/],
    ['a clause of an unknown level', registered({ ...CLAUSE, level: 'may' }), /#\/0\/level: .*must, should or open/],
    ['a clause that nobody holds', registered({ ...CLAUSE, holder: 'none' }), /#\/0\/holder: Only an open clause/],
    ['a clause used twice', registered(CLAUSE, CLAUSE), /#\/1\/id: A-1 is used twice/],
    [
      'a clause that the register lacks',
      registered({ ...CLAUSE, id: 'A-2' }),
      /x-clause: A-1 is no clause of the register\. Did you mean A-2\?/,
    ],
  ])('%s', (_sentence, files, expected) => {
    expect(told(files).some((each) => expected.test(each))).toBe(true);
  });

  test('a file that is missing', () => {
    expect(told({}, 'nothing.yaml')).toEqual(['nothing.yaml #: The file cannot be read (ENOENT). Check the path.']);
  });

  test('two files with one path', () => {
    expect(told({ 'a.yaml': TEXT, 'b.yaml': TEXT.replace('name: shop,', 'name: other,') }, 'a.yaml', 'b.yaml')).toEqual(
      [
        expect.stringMatching(
          /^b\.yaml:\d+ #\/paths\/~1shops~1\{shopId\}~1orders\/get: a\.yaml already has an operation/,
        ),
        expect.stringMatching(/^b\.yaml:\d+ #\/paths\/~1customers\/get: a\.yaml already has an operation/),
      ],
    );
  });

  test('mistakes of a register and of its document, all at once', () => {
    const files = registered({ ...CLAUSE, level: 'may' });
    const wrong = changed(files['shop.json'], [`${ORDERS}/x-list/key`, 'ids']);
    const lines = told({ ...files, 'shop.json': wrong });
    expect(lines).toContainEqual(expect.stringContaining('shop.json:1 #'));
    expect(lines).toContainEqual(expect.stringContaining('r.json:1 #/0/level'));
  });
});

test('a mistake is told with its line', () => {
  const text = TEXT.replace('type: number, minimum: 0', 'type: numbr').replace('operationId: listCustomers', 'x: 1');
  expect(told({ 'a.yaml': text })).toEqual([
    `a.yaml:${line('operationId: listCustomers') - 1} #/paths/~1customers/get: The operation needs an operationId: reports name it so.`,
    expect.stringContaining(`a.yaml:${line('price: {')} #${ORDER}/properties/price/type: type must be one of`),
  ]);
});

test('every mistake is one line, without a stack', () => {
  for (const each of told({ 'a.yaml': TEXT.replace('required: [id, name]', 'required: 7') }))
    expect(each).toMatch(/^a\.yaml:\d+ #\/.*: [^\n]+\.$/);
});

test('two registers that give one id to two statements are refused', () => {
  const files = registered(CLAUSE);
  const other = changed(
    files['shop.json'] as Parameters<typeof changed>[0],
    ['/x-api/register', 'q.json'],
    ['/x-api/name', 'other'],
    ['/servers', [{ url: 'https://other.example/other' }]],
  );
  const both = { ...files, 'other.json': other, 'q.json': [{ ...CLAUSE, statement: 'Not so.' }] };
  expect(told(both, 'shop.json', 'other.json')).toEqual([
    expect.stringMatching(/^other\.json:\d+ #\/x-api\/register: A-1 is a clause of another document's register too\./),
  ]);
});
