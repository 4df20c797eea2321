import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContract } from './load/load-contract.ts';
import { parseText } from './load/read-file.ts';
import { filterTests } from './meaning/filter-tests.ts';
import { SITUATIONS } from './meaning/operation.ts';
import { isRecord } from './schema/pointer.ts';
import { vocabulary } from './words/vocabulary.ts';
import { pagingStyles } from './words/word-values.ts';

const guide = readFileSync(new URL('README.md', import.meta.url), 'utf8');
/** Every example: what stands behind `yaml`, and the text. */
const examples = [...guide.matchAll(/^( *)```yaml(.*)\n([\s\S]*?)^\1```$/gm)].map(([, , mark = '', text = '']) => ({
  mark: mark.trim(),
  text,
}));
const values = examples.map(({ text }) => parse(text) as unknown);
const cells = [...guide.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name = '', rest = '']) => ({ name, rest }));

/** The part of the guide that explains a word. */
function section(word: string): string {
  const [, after = ''] = guide.split(`### \`${word}\`\n`);
  return after.split(/^##/m)[0] ?? '';
}

/** Whether a text has the name as a word of its own, in an example or between backticks. */
function named(text: string, name: string): boolean {
  return new RegExp(`(^|[\\s{,])${name}:|\`${name}[\`:]`, 'm').test(text);
}

/** All values of a member of this name, anywhere. */
function found(name: string, within: unknown): unknown[] {
  if (Array.isArray(within)) return within.flatMap((each) => found(name, each));
  if (!isRecord(within)) return [];
  return Object.entries(within).flatMap(([key, value]) => [...(key === name ? [value] : []), ...found(name, value)]);
}

/** The names of the members that a word's value may have, those inside of others among them. */
function membersOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(membersOf);
  if (!isRecord(schema)) return [];
  const { properties } = schema;
  const names = isRecord(properties) ? Object.keys(properties) : [];
  return [...new Set([...names, ...Object.values(schema).flatMap(membersOf)])].filter(
    (name) => !['properties', 'style'].includes(name),
  );
}

describe.each(Object.entries(vocabulary))('%s', (word, { value }) => {
  test('has a row in the table of words', () => {
    expect(cells.filter(({ name }) => name === word)).toHaveLength(1);
  });

  test('has an example', () => {
    expect(found(word, values)).not.toEqual([]);
  });

  test('explains every member of its value', () => {
    const names = membersOf(value).filter((name) => name !== 'x-clause');
    expect(names.filter((name) => !named(section(word), name))).toEqual([]);
  });

  test('shows every member of its value in an example', () => {
    const shown = new Set(
      found(word, values).flatMap((each) => [...JSON.stringify(each).matchAll(/"([^"]+)":/g)].map(([, name]) => name)),
    );
    expect(membersOf(value).filter((name) => !shown.has(name) && name !== 'x-clause' && name !== 'assumed')).toEqual(
      [],
    );
  });
});

describe.each(Object.entries(pagingStyles))('paging by %s', (style, schema) => {
  const row = cells.find(({ name }) => name === style);

  test('has a row with an example', () => {
    expect(row?.rest).toContain(`paging: { style: ${style}`);
    expect(() => parse(/`(paging: .*)`/.exec(row?.rest ?? '')?.[1] ?? '')).not.toThrow();
  });

  test('explains every member', () => {
    const [, pages = ''] = guide.split('## Pages\n');
    const part = pages.split('## Tests')[0] ?? '';
    expect(membersOf(schema).filter((name) => !named(part, name))).toEqual([]);
  });
});

test.each(Object.entries(filterTests))('the test %s has a row with its kind', (name, { kind }) => {
  expect(cells.find((cell) => cell.name === name && cell.rest.trim().startsWith(`${kind} |`))).toBeDefined();
});

test.each(SITUATIONS)('the situation %s has a row', (situation) => {
  expect(cells.map(({ name }) => name)).toContain(situation);
});

const LIST = /^ {6}x-list:\n(?: {8}.*\n)+/m;
/** Slips in the guide's document; the guide shows what the loader says to each. */
const slips: readonly (readonly [string, (text: string) => string])[] = [
  ['no x-list', (text) => text.replace(LIST, '')],
  ['no other word', (text) => text.replaceAll(/x-when: \{.*?\}, (?=desc)|, x-filter: \{.*?\}/g, '')],
  ['a parameter that is not there', (text) => text.replace('page: page', 'page: pge')],
  ['a member that is not there', (text) => text.replace('field: kind', 'field: knd')],
  ['a test that does not fit', (text) => text.replace('test: equals', 'test: at-least')],
  ['a slip of the pen', (text) => text.replace('x-list', 'x-lst')],
  ['a list that is not there', (text) => text.replace(/white\] \}$/m, 'white], x-ref: { to: sort, field: id } }')],
];

describe('examples', () => {
  const documents = examples.filter(({ mark }) => mark === 'document');

  test('there is a whole document', () => {
    expect(documents).not.toEqual([]);
  });

  test.each(documents.map(({ text }, index) => [index, text] as const))(
    'document %i loads without mistakes',
    (_, text) => {
      expect(readContract([parseText(text, 'tea.yaml')]).operations).not.toEqual([]);
    },
  );

  test.each(slips)('the guide shows what is said to %s', (_, change) => {
    const text = documents[0]?.text ?? '';
    let said = '';
    try {
      readContract([parseText(change(text), 'tea.yaml')]);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said.split('\n').filter((line) => guide.includes(line))).not.toEqual([]);
  });
});
