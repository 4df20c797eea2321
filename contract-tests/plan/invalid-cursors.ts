// Cursors that no deployment ever issued.
import { otherLetters, turnedCase } from '../http/altered-text.ts';

/** One bad cursor. */
export type InvalidCursor = {
  readonly cursor: string;
  /** How messages name it: its class. */
  readonly name: string;
  /**
   * Whether no deployment can take it for one of its own. Where cursors are plain offsets or row ids, which is
   * allowed, a changed one may happen to be genuine.
   */
  readonly certain: boolean;
};

const LONG = 'x'.repeat(1500);
const MALFORMED = ['not-a-cursor', '', 'x', '🙂', '{"offset":', '%00', "' OR 1=1 --"];

/**
 * Bad cursors of every class: texts that are no cursor at all, and what is made from a genuine one; `turn` says which
 * comes first, behind one that is far too long.
 */
export function invalidCursors(turn: number, genuine: string | undefined, foreign?: string): InvalidCursor[] {
  const first = turn % MALFORMED.length;
  const malformed = [...MALFORMED.slice(first), ...MALFORMED.slice(0, first)].map(
    (cursor): InvalidCursor => ({ cursor, name: 'a malformed cursor', certain: true }),
  );
  const tampered = genuine === undefined ? [] : tamperedCursors(genuine, foreign);
  const [changed, ...others] = tampered;
  const long = { cursor: LONG, name: 'a cursor that is far too long', certain: true };
  return [
    long,
    ...(changed === undefined ? [] : [changed]),
    ...malformed.slice(0, 1),
    ...others,
    ...malformed.slice(1),
  ];
}

/**
 * Bad cursors that are made from a genuine one, and a genuine one of another list. What a cursor of the same list gives
 * under another query is not documented.
 */
export function tamperedCursors(genuine: string, foreign?: string): InvalidCursor[] {
  const certain = isAuthenticated(genuine);
  const middle = Math.floor(genuine.length / 2);
  const forms: readonly (readonly [name: string, cursor: string])[] = [
    ['a cursor with a changed tail', changeTail(genuine)],
    ['a cursor with a changed beginning', otherLetters(genuine.slice(0, 1)) + genuine.slice(1)],
    ['a cursor that is changed in the middle', changeAt(genuine, middle)],
    ['a cursor that is cut', genuine.slice(0, middle)],
    // Behind a padding sign a decoder may stop reading.
    ...(genuine.includes('=') ? [] : [['a cursor that is lengthened', `${genuine}AAAAAAAA`] as const]),
    ['a cursor in another case', turnedCase(genuine)],
  ];
  return [
    ...forms
      .filter(([, cursor]) => cursor !== genuine && cursor !== '')
      .map(([name, cursor]) => ({ cursor, name, certain })),
    // Which rows it gives is not documented; that it is answered with a list is.
    ...(foreign === undefined ? [] : [{ cursor: foreign, name: 'a cursor of another list', certain: false }]),
    { cursor: `${[...genuine].reverse().join('')}!`, name: 'a cursor written backwards', certain: true },
  ];
}

/** Replaces the last six letters and digits but one by others of the same class. */
function changeTail(cursor: string): string {
  const end = cursor.length - 1;
  return [...cursor].map((letter, index) => (index >= end - 6 && index < end ? otherLetters(letter) : letter)).join('');
}

/** Replaces three letters from there on. */
function changeAt(cursor: string, place: number): string {
  return [...cursor]
    .map((letter, index) => (index >= place && index < place + 3 ? otherLetters(letter) : letter))
    .join('');
}

const IDENTIFIER = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26}|\d+|[a-z]+_\w+)$/i;

/**
 * Whether the cursor ends in what only a signature or encryption looks like: bytes that are no text, either behind a
 * separator or in a cursor too long to be an identifier.
 */
function isAuthenticated(cursor: string): boolean {
  const tail = cursor.split(/[.~:|]/).at(-1) ?? '';
  const least = tail === cursor ? 40 : 16;
  if (tail.length < least || IDENTIFIER.test(tail) || !/^[A-Za-z0-9_+/=-]+$/.test(tail)) return false;
  const bytes = /^[0-9a-f]+$/i.test(tail) ? Buffer.from(tail, 'hex') : Buffer.from(tail, 'base64url');
  return bytes.subarray(-8).filter((byte) => byte < 0x20 || byte > 0x7e).length >= 2;
}
