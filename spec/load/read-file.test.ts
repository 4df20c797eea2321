import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseText, readFile } from './read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-read-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const YAML = `openapi: 3.1.0
paths:
  /v1/orders:
    get:
      parameters:
        - name: status
          in: query
        - { name: limit,
            in: query }
      responses: { "200": { description: Yes } }
  'a~b':
    &anchor
    key: value
same: *anchor
`;

const JSON_TEXT = `{
  "openapi": "3.1.0",
  "paths": {
    "/v1": [
      { "a": 1 },
      {
        "b": 2
      }
    ]
  }
}
`;

describe('the line of', () => {
  test.each<[text: string, pointer: string, line: number]>([
    [YAML, '', 1],
    [YAML, '/openapi', 1],
    [YAML, '/paths', 2],
    [YAML, '/paths/~1v1~1orders', 3],
    [YAML, '/paths/~1v1~1orders/get/parameters/0', 6],
    [YAML, '/paths/~1v1~1orders/get/parameters/0/in', 7],
    [YAML, '/paths/~1v1~1orders/get/parameters/1/in', 9],
    [YAML, '/paths/~1v1~1orders/get/responses/200/description', 10],
    [YAML, '/paths/a~0b', 11],
    [YAML, '/paths/a~0b/key', 13],

    // What is not there is looked for at the nearest place above.
    [YAML, '/paths/~1v1~1orders/get/security', 4],
    [YAML, '/paths/~1v1~1orders/get/parameters/0/schema/type', 6],
    [YAML, '/components/schemas', 1],
    [JSON_TEXT, '/openapi', 2],
    [JSON_TEXT, '/paths/~1v1/0/a', 5],
    [JSON_TEXT, '/paths/~1v1/1', 6],
    [JSON_TEXT, '/paths/~1v1/1/b', 7],
    [JSON_TEXT, '/paths/~1v1/9', 4],
  ])('%.8s %s is %i', (text, pointer, line) => {
    expect(parseText(text, 'a.yaml').lineOf(pointer)).toBe(line);
  });
});

test('a file is read as YAML or JSON, under its name', () => {
  const path = join(folder, 'a.json');
  writeFileSync(path, JSON_TEXT);
  expect(readFile(path)).toMatchObject({ name: path, value: JSON.parse(JSON_TEXT) });
  expect(readFile(path, 'own')).toMatchObject({ name: 'own' });
});

describe('a file is refused that', () => {
  test('is not there', () => {
    const path = join(folder, 'nothing.yaml');
    expect(() => readFile(path)).toThrow(`${path} #: The file cannot be read (ENOENT). Check the path.`);
  });

  test('is a folder', () => {
    expect(() => readFile(folder, 'folder')).toThrow('folder #: The file cannot be read (EISDIR). Check the path.');
  });

  test.each([
    ['breaks off', 'a: 1\nb: [1,\n', 'a.yaml:3 #: The file is not readable YAML or JSON: '],
    ['is indented wrongly', 'a:\n  b: 1\n c: 2\n', 'a.yaml:3 #: The file is not readable'],
    ['has a key twice', 'a: 1\nb: 2\na: 3\n', 'a.yaml:3 #: The file is not readable'],
    ['multiplies itself by its aliases', bomb(), 'a.yaml #: The file is not readable YAML or JSON: Excessive alias'],
  ])('%s', (_sentence, text, message) => {
    expect(() => parseText(text, 'a.yaml')).toThrow(message);
  });
});

/** Ten times ten times ten: a small text of a huge value. */
function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1) {
    const again = Array.from({ length: 10 }, () => `*a${level - 1}`);
    lines.push(`a${level}: &a${level} [${again.join(', ')}]`);
  }
  return lines.join('\n');
}
