// The command with contracts of others: what it reads, and how it says what it cannot.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { SCHEMES, sampleShop } from '../contracts/sample-shop.ts';
import { repository } from '../repository.ts';
import { run, startMock } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-contracts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with this text; its path. */
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const text = sampleShop({ api: 'shop', scheme: SCHEMES.bearer, tenant: 'path' });
const shop = file('shop.yaml', text);
const open = file('open.yaml', sampleShop({ api: 'open' }));
const own = ['layers', 'klayrai'].map((name) => fileURLToPath(new URL(`spec/${name}.yaml`, repository)));

/** The document with other words in it, and the lines on which those stand. */
function broken(name: string, changes: readonly (readonly [was: string, becomes: string])[]) {
  let changed = text;
  for (const [was, becomes] of changes) {
    if (!changed.includes(was)) throw new Error(`The document does not have ${was}.`);
    changed = changed.replace(was, becomes);
  }
  const lines = changes.map(([, becomes]) => changed.slice(0, changed.indexOf(becomes)).split('\n').length);
  return { path: file(name, changed), lines };
}

/** That a command ended with these lines of advice, and with nothing else: no output, no stack. */
async function refuses(words: readonly string[], lines: readonly string[]) {
  const { status, out, err } = await run(words);
  expect(err.trimEnd().split('\n')).toEqual(lines);
  expect(err).not.toMatch(/^\s+at /m);
  expect({ status, out }).toEqual({ status: 2, out: '' });
}

describe('ads-kit check', () => {
  test('prints a summary of what it has read', async () => {
    const { status, out, err } = await run(['check', shop, open]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`shop.yaml: shop shop, one list
  shop.listItems  /shop/{shop}/items  one filter, paging: cursor
open.yaml: open shop, one list
  open.listItems  /open/items  one filter, paging: cursor
No mistakes. 27 statements.
`);
  });

  test('reads the documents of this package', async () => {
    const { status, out } = await run(['check', ...own]);
    expect(out).toMatch(/^layers\.yaml: Layers, 4 lists\n/);
    expect(out).toMatch(/^klayrai\.yaml: KlayrAI, one list\n/m);
    expect(out).toMatch(/\nNo mistakes\. 397 statements\.\n$/);
    expect(status).toBe(0);
  });

  test('says what it has left out', async () => {
    const { path } = broken('more.yaml', [
      ['    get:', '    x-audience: public\n    post: { responses: { "200": { description: d } } }\n    get:'],
    ]);
    const { status, out } = await run(['check', path]);
    expect(out).toContain(
      '  left out:\n    POST /shop/{shop}/items has no x-list\n    x-audience is a word of others\n',
    );
    expect(status).toBe(0);
  });

  test('prints every mistake of every file at once, with line, pointer and advice', async () => {
    const get = '#/paths/~1shop~1{shop}~1items/get';
    const words = broken('words.yaml', [
      ['x-tenant:', 'x-tennant:'],
      ['badCursor: first-page', 'badCursor: sometimes'],
      ['{ code: bad_parameter }', '{ cod: bad_parameter }'],
    ]);
    const meaning = broken('meaning.yaml', [
      ['code: /error/code', 'code: /error/cod'],
      ['key: id\n', 'key: idd\n'],
      ['field: colour', 'field: color'],
    ]);
    const place = ({ path, lines }: typeof words, index: number) => `${path}:${lines[index]} `;
    await refuses(
      ['check', words.path, shop, meaning.path],
      [
        `${place(words, 1)}${get}/x-list/paging/badCursor: paging by cursor.badCursor must be one of first-page, refused, open; not "sometimes".`,
        `${place(words, 0)}${get}/parameters/0/x-tennant: x-tennant is no word of the vocabulary. Did you mean x-tenant?`,
        `${place(words, 2)}${get}/responses/422/x-when/invalid-parameter: x-when.invalid-parameter has no member cod. Did you mean code?`,
        `${place(meaning, 0)}#/x-error/code: The error schema ${get}/responses/401/content/application~1json/schema has no member at /error/cod.`,
        `${place(meaning, 1)}${get}/x-list/key: A row of item has no member idd. Did you mean id?`,
        `${place(meaning, 2)}${get}/parameters/1/x-filter/field: colour looks at color. A row of item has no member color. Did you mean colour?`,
      ],
    );
  });
});

describe.each([
  ['check', (path: string) => ['check', path]],
  ['mock', (path: string) => ['mock', '--port', '0', '--contract', path]],
  ['verify', (path: string) => ['verify', 'http://127.0.0.1:1', `--contract=${path}`]],
  ['clauses', (path: string) => ['clauses', '--contract', path]],
])('ads-kit %s exits 2 with one line', (_, words) => {
  test('for a file that is not there', async () => {
    const path = join(folder, 'no-such.yaml');
    await refuses(words(path), [`${path} #: The file cannot be read (ENOENT). Check the path.`]);
  });

  test.each([
    ['no YAML', 'no.yaml', 'a: [1\nb: {', 2, '#: The file is not readable YAML or JSON: '],
    ['no JSON', 'no.json', '{"openapi": "3.1.0"', 1, '#: The file is not readable YAML or JSON: '],
    ['an OpenAPI 3.0 document', 'old.yaml', 'openapi: 3.0.3\npaths: {}\n', 1, '#/openapi: This is no OpenAPI 3.1 '],
    ['no document at all', 'text.yaml', 'Just a sentence.\n', 1, '#: This is no OpenAPI 3.1 document.'],
  ])('for a file that is %s', async (_what, name, content, line, advice) => {
    const path = file(name, content);
    const { status, out, err } = await run(words(path));
    expect(err.startsWith(`${path}:${line} ${advice}`)).toBe(true);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});

describe('ads-kit with a contract of others', () => {
  const rows = [7, 8, 9].map((number) => ({ id: `item-${number}`, colour: 'green', note: 'from the file' }));
  const data = file('data.json', JSON.stringify({ item: rows }));

  test('serves the rows of --data, and judges what it serves', async () => {
    const { child, printed } = await startMock('--port', '0', '--json', '--contract', open, '--data', data);
    onTestFinished(() => void child.kill());
    const { url } = JSON.parse(printed);
    expect(await (await fetch(`${url}/open/items`)).json()).toEqual({ items: rows, next: null });
    const { status, out, err } = await run(['verify', `${url}/open/`, '--contract', open]);
    expect(err).toBe('');
    expect(out).toContain('Nothing failed');
    expect(status).toBe(0);
    expect((await run(['verify', url, '--contract', shop, '--shop', 's', '--token', 't'])).err).toContain(
      'answers 404 to every list',
    );
  });

  test('refuses every row of --data that does not keep the contract', async () => {
    const bad = file(
      'bad.yaml',
      'item:\n  - { id: a, colour: pink, note: n }\n  - { id: a, colour: red }\nitems: []\n',
    );
    await refuses(
      ['mock', '--contract', open, '--data', bad],
      [
        `${bad}:2 #/item/0: row/colour must be equal to one of the allowed values.`,
        `${bad}:3 #/item/1: row must have required property 'note'.`,
        `${bad}:3 #/item/1/id: Another row has the id a too.`,
        `${bad}:4 #/items: The contract has no list items. It has item. Did you mean item?`,
      ],
    );
  });

  test('lists its statements, each apart from what holds it', async () => {
    const { status, out } = await run(['clauses', '--contract', open]);
    expect(out).toContain('open.yaml#/paths/~1open~1items/get/x-list/order must    check:order ');
    expect(out).toMatch(/check:filter-impossible colour keeps the rows/);
    expect(out).toContain('9 clauses: 9 must, 0 should, 0 open.');
    expect(status).toBe(0);
    expect(JSON.parse((await run(['clauses', '--contract', open, '--json'])).out)).toHaveLength(9);
  });

  test.each([
    [
      'member',
      { shop: { tokn: 'hush' } },
      'shop has a member tokn; only shop, token, oldToken, foreignShop are known.',
      'token',
    ],
    ['vendor', { shp: { token: 'hush' } }, 'it has a member shp; only shop are known.', 'shop'],
  ])('names the nearest %s of a credentials file', async (_, content, advice, nearest) => {
    const path = file('credentials.json', JSON.stringify(content));
    await refuses(
      ['verify', 'http://127.0.0.1:1', '--contract', shop, '--credentials', path],
      [`ads-kit: The credentials file ${path} cannot be used: ${advice} Did you mean ${nearest}?`],
    );
  });

  test('puts the vendor before a credential whose option is taken, wherever it is named', async () => {
    const { path } = broken('taken.yaml', [['valid: { name: token }', 'valid: { name: timeout }']]);
    const { status, err } = await run(['verify', 'http://127.0.0.1:1', '--contract', path, '--shop', 's']);
    expect(err).toBe(
      'ads-kit: The credentials that were given open no list. Give --credentials FILE, or set ADS_KIT_SHOP_TIMEOUT.\n',
    );
    expect(status).toBe(2);
    const given = await run(['verify', 'http://127.0.0.1:1', '--contract', path, '--shop', 's', '--shop-timeout', 't']);
    expect(given.err).toContain('cannot be reached');
  });
});
