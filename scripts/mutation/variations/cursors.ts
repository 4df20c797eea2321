// Other cursors: what a cursor looks like, and how the end of a list is told.
import type { Row } from '../../../spec/index.ts';
import { bodies } from '../../faults/answer.ts';
import type { Ask } from '../../faults/ask.ts';
import { deploying, PARTS, type Parts, sealed, unsealed } from '../../faults/deployment.ts';
import type { Wrap } from '../../faults/fault.ts';
import { LISTS } from '../../faults/lists.ts';
import { type Variation, wrapped } from '../variation.ts';

type Codec = Pick<Parts, 'write' | 'read'>;

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plain = (cursor: string): string => Buffer.from(cursor, 'base64').toString();
const memberIn = (json: string, member: string): unknown => {
  try {
    return (JSON.parse(json) as Record<string, unknown>)[member];
  } catch {
    return undefined;
  }
};
const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
const keyOf = (row: Row | undefined, { list }: Ask): string => String(row?.[LISTS[list].key]);
const placeOf = (rows: readonly Row[], key: string, ask: Ask): number | undefined => {
  const place = rows.findIndex((row) => keyOf(row, ask) === key);
  return place < 0 ? undefined : place;
};

const CODECS: Readonly<Record<string, readonly [string, Codec]>> = {
  'offset-json': [
    'cursors are {"offset":25} in base64',
    {
      write: (place) => base64(JSON.stringify({ offset: place + 1 })),
      read: (cursor) => {
        const offset = memberIn(plain(cursor), 'offset');
        return typeof offset === 'number' ? offset - 1 : undefined;
      },
    },
  ],
  number: [
    'cursors are numbers in plain sight',
    { write: (place) => String(place + 1), read: (cursor) => (/^\d+$/.test(cursor) ? Number(cursor) - 1 : undefined) },
  ],
  hex: [
    'cursors are hexadecimal numbers, every letter of which counts',
    {
      write: (place) => (place + 4096).toString(16),
      read: (cursor) => (/^[0-9a-f]+$/.test(cursor) ? Number.parseInt(cursor, 16) - 4096 : undefined),
    },
  ],
  'row-id': [
    'a cursor is the id of the last row',
    { write: (place, ask, rows) => keyOf(rows[place], ask), read: (cursor, ask, rows) => placeOf(rows, cursor, ask) },
  ],
  'row-id-json': [
    'cursors are {"id":"254a4ce1"} in base64',
    {
      write: (place, ask, rows) => base64(JSON.stringify({ id: keyOf(rows[place], ask) })),
      read: (cursor, ask, rows) => placeOf(rows, String(memberIn(plain(cursor), 'id')), ask),
    },
  ],
  'created-at': [
    'a cursor is the instant and the id of the last row, in plain sight',
    {
      write: (place, ask, rows) => `${String(rows[place]?.createdAt)}|${keyOf(rows[place], ask)}`,
      read: (cursor, ask, rows) => placeOf(rows, cursor.split('|')[1] ?? '', ask),
    },
  ],
  long: [
    'cursors have 3,000 letters',
    {
      write: (place) => sealed(`${place} ${'long '.repeat(450)}`),
      read: (cursor) => wholeNumber(unsealed(cursor)?.split(' ')[0]),
    },
  ],
  awkward: [
    'cursors hold letters that have a meaning in URLs',
    {
      write: (place) => `+/=&?# ü%2B${sealed(String(place))}`,
      read: (cursor) => PARTS.read(cursor.slice('+/=&?# ü%2B'.length), {} as Ask, []),
    },
  ],
  short: ['a cursor is one letter where it can be', shortest()],
};

/** Letters in place of numbers, so that most alterations are valid. */
function shortest(): Codec {
  return {
    write: (place) => String.fromCodePoint(0x4e00 + place),
    read: (cursor) => {
      const place = (cursor.codePointAt(0) ?? 0) - 0x4e00;
      return cursor.length === 1 && place >= 0 && place < 20_000 ? place : undefined;
    },
  };
}

const codecs = Object.entries(CODECS).map(([name, [summary, codec]]) =>
  wrapped(`cursor-${name}`, summary, deploying(codec)),
);

/** The same place has another cursor in each reply. */
const everNew: Wrap = (handler, mock) => {
  let count = 0;
  return deploying({
    write: (place) => {
      count += 1;
      return sealed(`${place} ${count}`);
    },
    read: (cursor) => {
      const text = unsealed(cursor);
      return text === undefined ? undefined : Number.parseInt(text, 10);
    },
  })(handler, mock);
};

/** A cursor remembers the filters that it was made for, and goes by them whatever else is sent. */
const remembering: Wrap = deploying({
  write: (place, { query }) => {
    const kept = new URLSearchParams(query);
    for (const name of ['cursor', 'limit']) kept.delete(name);
    return sealed(`${place}?${kept.toString()}`);
  },
  read: (cursor, { query }) => {
    const [place, filters] = unsealed(cursor)?.split('?') ?? [];
    const sent = new URLSearchParams(query);
    for (const name of ['cursor', 'limit']) sent.delete(name);
    return place === undefined || filters !== sent.toString() ? undefined : Number(place);
  },
});

const ends: readonly Variation[] = [
  wrapped('cursor-ever-new', 'the same page has another cursor in each reply', everNew),
  wrapped('cursor-remembers', 'a cursor is good for the very query that it was made for', remembering),
  wrapped(
    'cursor-absent-at-end',
    'the last page has no nextCursor',
    bodies(({ nextCursor, ...body }) =>
      nextCursor === null || nextCursor === undefined ? body : { ...body, nextCursor },
    ),
  ),
  wrapped(
    'empty-last-page',
    'a full page always has a cursor, and the page behind the last is empty',
    deploying({
      cut: (selected, behind, size, ask) => {
        const { rows, next } = PARTS.cut(selected, behind, size, ask);
        const last = selected.filter(({ place }) => place > behind)[rows.length - 1]?.place;
        return { rows, next: next ?? (rows.length === size ? last : undefined) };
      },
    }),
  ),
];

export const cursors: readonly Variation[] = [...codecs, ...ends];
