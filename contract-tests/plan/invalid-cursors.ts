// Cursors that no deployment ever issued.
import { otherLetters, turnedCase } from '../http/altered-text.ts';
import { isSurelyForged } from './cursor-structure.ts';

/** The class of those that a deployment has issued, if not for this list. */
export const FOREIGN = 'of another list';

/** What is wrong with a cursor, as messages say it: `a cursor …`. */
export const CURSOR_CLASSES = [
  'that is far too long',
  'with a changed tail',
  'that is malformed',
  'that is made up',
  'with a changed beginning',
  'that is changed in the middle',
  'that is cut',
  'that is lengthened',
  'in another case',
  FOREIGN,
  'written backwards',
  'that is empty',
] as const;
type CursorClass = (typeof CURSOR_CLASSES)[number];

/** One bad cursor. */
export type InvalidCursor = {
  readonly cursor: string;
  readonly class: CursorClass;
  /** Whether no deployment can take it for one of its own. */
  readonly certain: boolean;
};

/** Letters of the longest cursor that is changed: few servers take a longer address. */
const LONGEST = 8000;
const LONG = 'x'.repeat(1500);
const MALFORMED = ['not-a-cursor', 'x', '🙂', '{"offset":', 'a\u0000b', "' OR 1=1 --"];
/** A cursor with a member that no deployment has. */
const FORGED = Buffer.from('{"forged":true}').toString('base64url');
/** Like the cursors of many deployments: a number of rows, none of theirs, a place in the list, and the id of no row. */
const MADE_UP = [
  Buffer.from('{"offset":25}').toString('base64url'),
  FORGED,
  '2',
  '00000000-0000-4000-8000-000000000000',
] as const;
/** Letters that are cut off, so that what they stand for is not read otherwise: as many as base64 writes three bytes with. */
const CUT = 4;

/**
 * Bad cursors of every class, in the order of the classes: texts that are no cursor at all, and what is made from a
 * genuine one, from one of another list, and from the id of a row; `turn` says which of the malformed ones comes first.
 */
export function invalidCursors(
  turn: number,
  genuine: string | undefined,
  { foreign, row }: { readonly foreign?: string | undefined; readonly row?: string | undefined } = {},
): InvalidCursor[] {
  const first = turn % MALFORMED.length;
  const malformed = [...MALFORMED.slice(first), ...MALFORMED.slice(0, first)].map(
    (cursor): InvalidCursor => ({ cursor, class: 'that is malformed', certain: true }),
  );
  // What proves something comes first.
  const madeUp = [...MADE_UP, ...(row === undefined ? [] : [row])].map(
    (cursor): InvalidCursor => ({
      cursor,
      class: 'that is made up',
      certain: cursor === FORGED || (genuine !== undefined && isSurelyForged(genuine, cursor)),
    }),
  );
  const all: InvalidCursor[] = [
    { cursor: LONG, class: 'that is far too long', certain: true },
    ...(genuine === undefined || genuine.length > LONGEST ? [] : tamperedCursors(genuine, foreign)),
    { cursor: '', class: 'that is empty', certain: true },
    ...malformed,
    ...madeUp.filter(({ certain }) => certain),
    ...madeUp.filter(({ certain }) => !certain),
  ];
  return CURSOR_CLASSES.flatMap((each) => all.filter((cursor) => cursor.class === each));
}

/**
 * Bad cursors that are made from a genuine one, and a genuine one of another list. What a cursor of the same list gives
 * under another query is not documented.
 */
export function tamperedCursors(genuine: string, foreign?: string): InvalidCursor[] {
  const middle = Math.floor(genuine.length / 2);
  const forms: readonly (readonly [CursorClass, cursor: string])[] = [
    ['with a changed tail', otherLetters(genuine, -7, -1)],
    ['with a changed beginning', otherLetters(genuine, 0, 1)],
    ['that is changed in the middle', otherLetters(genuine, middle, middle + 3)],
    ['that is cut', genuine.slice(0, -CUT)],
    ['that is cut', genuine.slice(0, middle)],
    // Behind a padding sign a decoder may stop reading.
    ...(genuine.includes('=') ? [] : [['that is lengthened', `${genuine}AAAAAAAA`] as const]),
    ['in another case', turnedCase(genuine)],
  ];
  return [
    ...forms
      .filter(([, cursor]) => cursor !== genuine && cursor !== '')
      .map(([name, cursor]): InvalidCursor => ({ cursor, class: name, certain: isSurelyForged(genuine, cursor) })),
    // Which rows it gives is not documented; that it is answered with a list is.
    ...(foreign === undefined ? [] : [{ cursor: foreign, class: FOREIGN, certain: false } as const]),
    { cursor: `${[...genuine].reverse().join('')}!`, class: 'written backwards', certain: true },
  ];
}
