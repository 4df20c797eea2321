import { describe, expect, test } from 'vitest';
import { at, loadContract } from '../../spec/index.ts';
import { createMock, type Mock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';
import { createCursorCodec } from './cursor.ts';

const contract = loadContract();
const mock = createMock({ contract });

/** What a list of Layers answers, without its request id. */
function ask(path: string, of: Mock = mock): { status: number; items: unknown; nextCursor: unknown } {
  const [list = '', query = ''] = path.split('?');
  const operation = contract.operations.find(({ path: own }) => own.endsWith(`/${list}`));
  if (operation === undefined) throw new Error(`There is no list ${list}.`);
  const reply = of.handle(sampleCall(operation, query));
  return { status: reply.status, items: at(reply.body, '/items'), nextCursor: at(reply.body, '/nextCursor') };
}

const cursorOf = (path: string, of?: Mock) => String(ask(path, of).nextCursor);

describe('a cursor', () => {
  const codec = createCursorCodec('secret');
  const position = { values: [1_775_001_600_000.25, null, 'Ü'], key: 'cmp_01/ü"\n' };
  const cursor = codec.encode('scope', position);

  test('comes back as the position that it was made from', () => {
    expect(codec.decode('scope', cursor)).toEqual(position);
  });

  test('can stand in a URL as it is', () => {
    expect(cursor).toMatch(/^[\w.-]+$/);
    expect(encodeURIComponent(cursor)).toBe(cursor);
  });

  test('is good only for its own scope and secret', () => {
    expect(codec.decode('other', cursor)).toBeUndefined();
    expect(createCursorCodec('other').decode('scope', cursor)).toBeUndefined();
  });

  test('is refused when any one character is changed, missing or doubled', () => {
    for (let index = 0; index < cursor.length; index += 1) {
      const [before, here = '', after] = [cursor.slice(0, index), cursor[index], cursor.slice(index + 1)];
      const changed = before + (here === 'A' ? 'B' : 'A') + after;
      for (const forged of [changed, before + after, before + here + here + after]) {
        expect([forged, codec.decode('scope', forged)]).toEqual([forged, undefined]);
      }
    }
  });

  const payload = Buffer.from(JSON.stringify([0, 'x'])).toString('base64url');
  test.each([
    '',
    '.',
    '..',
    'x',
    payload,
    `${payload}.`,
    `${payload}.${'A'.repeat(22)}`,
    `${cursor}.`,
    `.${cursor}`,
    `${cursor}=`,
    ` ${cursor}`,
    'ü'.repeat(22),
    `${payload}.${'ü'.repeat(22)}`,
    'e30',
    'null',
    '\u0000',
  ])('is not read from %j', (text) => {
    expect(codec.decode('scope', text)).toBeUndefined();
  });
});

describe('the first page is given for', () => {
  const own = cursorOf('ads?limit=3');
  const cases: [string, string][] = [
    ['no cursor', ''],
    ['an empty cursor', 'cursor='],
    ['a malformed cursor', 'cursor=abc'],
    ['a cursor of a page number', 'cursor=2'],
    ['a cursor in another case', `cursor=${own.toLowerCase()}`],
    ['a cursor with a forged signature', `cursor=${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`],
    ['a cursor cut short', `cursor=${own.slice(0, -5)}`],
    ['a cursor that was put in quotes', `cursor=%22${own}%22`],
    ['a very long cursor', `cursor=${'A'.repeat(50_000)}`],
    ['a cursor of bytes that are no text', 'cursor=%FF%00%ED%A0%80'],
    ['a cursor of another list', `cursor=${cursorOf('adsets?limit=3')}`],
    ['a cursor of another filter', `cursor=${cursorOf('ads?limit=3&status=active')}`],
    ['a cursor of another world', `cursor=${cursorOf('ads?limit=3', createMock({ contract, seed: 2 }))}`],
    ['two cursors', `cursor=${own}&cursor=${own}`],
  ];

  test.each(cases)('%s', (_sentence, query) => {
    expect(ask(`ads?limit=3&${query}`)).toEqual(ask('ads?limit=3'));
  });

  test('a cursor without the filters that it was made with', () => {
    const filtered = cursorOf('ads?limit=3&status=active&platforms=meta_ads');
    for (const query of ['', 'status=active', 'platforms=meta_ads', 'status=paused&platforms=meta_ads']) {
      expect(ask(`ads?limit=3&${query}&cursor=${filtered}`)).toEqual(ask(`ads?limit=3&${query}`));
    }
  });

  test('a bad cursor, while the other parameters are still held to their values', () => {
    expect(ask('ads?cursor=abc&limit=0').status).toBe(422);
    expect(ask('ads?cursor=abc&status=active&limit=200')).toEqual(ask('ads?status=active&limit=200'));
  });
});

describe('the page behind a cursor is given', () => {
  const all = ask('ads?limit=200').items as unknown[];

  test('whatever its limit is', () => {
    const cursor = cursorOf('ads?limit=3');
    for (const limit of [1, 2, 50])
      expect(ask(`ads?limit=${limit}&cursor=${cursor}`).items).toEqual(all.slice(3, 3 + limit));
    expect(ask(`ads?cursor=${cursor}`).items).toEqual(all.slice(3, 103));
  });

  test.each([
    ['status=active&status=paused', 'status=paused&status=active'],
    ['status=active&status=paused', 'status=paused,active,paused'],
    ['status=active&platforms=meta_ads', 'platforms=meta_ads&status=active'],
    ['status=active', 'status=active&unknown=1'],
  ])('however its filters are spelled: %s as %s', (one, other) => {
    const cursor = cursorOf(`ads?limit=3&${one}`);
    const next = ask(`ads?limit=3&${other}&cursor=${cursor}`);
    expect(next).toEqual(ask(`ads?limit=3&${one}&cursor=${cursor}`));
    expect(next.items).not.toEqual(ask(`ads?limit=3&${one}`).items);
  });

  test('by every mock of the same world, so that a restart does not lose it', () => {
    const cursor = cursorOf('ads?limit=3');
    expect(ask(`ads?limit=3&cursor=${cursor}`, createMock({ contract })).items).toEqual(all.slice(3, 6));
  });

  test('the same for the same cursor, as often as it is sent', () => {
    const cursor = cursorOf('ads?limit=3');
    expect(ask(`ads?limit=3&cursor=${cursor}`)).toEqual(ask(`ads?limit=3&cursor=${cursor}`));
  });
});
