// JSON documents that are no reply: deep, large, or made to trip what reads them.
import { changing, type Kind, sending, withRows, withTexts } from '../kind.ts';

const value = (id: string, change: (body: unknown) => unknown): Kind => ({
  id: `value-${id}`,
  write: changing(change),
});
const text = (id: string, bytes: (text: string) => string): Kind => ({ id: `value-${id}`, write: sending(bytes) });

const DEEP = '['.repeat(200_000) + ']'.repeat(200_000);
const DEEP_OBJECT = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
const MILLION = `[${'{},'.repeat(999_999)}{}]`;
const NULLS = `[${'null,'.repeat(1_999_999)}null]`;
const MAP = `{${Array.from({ length: 200_000 }, (_, index) => `"k${index}":{"a":${index}}`).join(',')}}`;
const SPACE = ' '.repeat(70 * 2 ** 20);

/** The text with something in place of the first array: the rows. */
const rowsAre = (rows: string) => (json: string) => json.replace(/\[.*\]/s, () => rows);
/** The text with something more in every row. */
const rowsHold = (member: string) => (json: string) => json.replaceAll('[{', () => `[{${member},`);

const eachRow = (change: (row: { [member: string]: unknown }, index: number) => unknown) => (body: unknown) =>
  withRows(body, (rows) => rows.map(change));
/** Every text of a row, its id among them. */
const textsOf = (row: { [member: string]: unknown }, change: (text: string) => unknown) =>
  Object.fromEntries(Object.entries(row).map(([name, each]) => [name, typeof each === 'string' ? change(each) : each]));

export const values: readonly Kind[] = [
  value('surrogate-cursor', (body) => withTexts(body, (each) => `\ud800${each}`)),
  value('surrogate-cursor-behind', (body) => withTexts(body, (each) => `${each}\udc00`)),
  value(
    'surrogate-texts',
    eachRow((row) => textsOf(row, (each) => `${each}\ud800`)),
  ),
  value(
    'surrogate-names',
    eachRow((row) => ({ ...row, '\ud800': '\udfff' })),
  ),
  value(
    'nul-texts',
    eachRow((row) => textsOf(row, (each) => `${each}\u0000\r\n\u001b[31m`)),
  ),
  value('long-cursor', (body) => withTexts(body, (each) => each + 'x'.repeat(1_000_000))),
  value('middling-cursor', (body) => withTexts(body, (each) => each + 'x'.repeat(40_000))),
  value('odd-cursor', (body) => withTexts(body, (each) => `${each}%zz&?#/\\'"<>\u202e\u{1f600}`)),
  value('object-cursor', (body) => withTexts(body, () => ({ toString: 'no', valueOf: 1 }))),
  value('number-cursor', (body) => withTexts(body, () => 1e21)),
  value(
    'long-texts',
    eachRow((row, index) => (index === 0 ? textsOf(row, (each) => each + 'x'.repeat(100_000)) : row)),
  ),
  value(
    'object-texts',
    eachRow((row) => textsOf(row, () => ({ toString: null, toJSON: 1 }))),
  ),
  value(
    'array-texts',
    eachRow((row) => textsOf(row, (each) => [each])),
  ),
  value(
    'null-texts',
    eachRow((row) => textsOf(row, () => null)),
  ),
  value(
    'empty-texts',
    eachRow((row) => textsOf(row, () => '')),
  ),
  value(
    'far-texts',
    eachRow((row) => textsOf(row, () => '+999999-12-31T99:99:99Z')),
  ),
  value(
    'number-texts',
    eachRow((row) => textsOf(row, () => -0.1e-300)),
  ),
  value(
    'null-rows',
    eachRow(() => null),
  ),
  value('mixed-rows', (body) => withRows(body, (rows) => [null, 1, 'a', [], [[]], {}, ...rows])),
  value('row-objects', (body) => withRows(body, (rows) => Object.fromEntries(rows.entries()))),
  value('same-row', (body) => withRows(body, ([row]) => Array.from({ length: 500 }, () => row ?? {}))),
  value('no-members', () => ({})),
  text('prototype', (json) => json.replaceAll('{', '{"__proto__":{"a":1},"constructor":{"prototype":1},')),
  text('to-string', (json) =>
    json.replaceAll('{', '{"toString":1,"toJSON":1,"then":1,"length":1e9,"hasOwnProperty":0,'),
  ),
  text('deep', () => DEEP),
  text('deep-objects', () => DEEP_OBJECT),
  text('deep-rows', rowsAre(DEEP)),
  text('deep-in-rows', rowsHold(`"deep":${DEEP}`)),
  text('deep-unclosed', () => '['.repeat(400_000)),
  text('million-rows', rowsAre(MILLION)),
  text('million-array', () => MILLION),
  text('million-in-row', rowsHold(`"more":${MILLION}`)),
  text('nulls', rowsAre(NULLS)),
  text('large-map', rowsHold(`"map":${MAP}`)),
  text('large-map-around', (json) => json.replace('{', () => `{"map":${MAP},`)),
  text('space', (json) => `${json}${SPACE}`),
  text('long-string', (json) => json.replace('{', () => `{"text":"${'y'.repeat(20_000_000)}",`)),
].map((kind) => (/deep|million|nulls|large|space|long-string/.test(kind.id) ? { ...kind, slow: true } : kind));
