// Cursors that no deployment ever issued.
/** One bad cursor. */
export type invalidCursor = {
  readonly cursor: string;
  /** How messages name it. */
  readonly name: string;
  /**
   * Whether no deployment can take it for one of its own. Where cursors are plain offsets or row ids, which is
   * allowed, a changed one may happen to be genuine.
   */
  readonly certain: boolean;
};

const LONG = 'x'.repeat(1500);
const MALFORMED = ['not-a-cursor', 'x', '🙂', '{"offset":', '%00', "' OR 1=1 --"];

/** Texts that are no cursor at all; `turn` says which comes first, beside one that is far too long. */
export function malformedCursors(turn: number): invalidCursor[] {
  const first = turn % MALFORMED.length;
  return [LONG, ...MALFORMED.slice(first), ...MALFORMED.slice(0, first)].map((cursor) => ({
    cursor,
    name: 'a malformed cursor',
    certain: true,
  }));
}

/** Bad cursors that are made from a genuine one. */
export function tamperedCursors(genuine: string): invalidCursor[] {
  return [
    { cursor: changeTail(genuine), name: 'a cursor with a changed tail', certain: isAuthenticated(genuine) },
    { cursor: `${[...genuine].reverse().join('')}!`, name: 'a cursor written backwards', certain: true },
  ];
}

/** Replaces the last six letters and digits but one by others of the same class. */
function changeTail(cursor: string): string {
  const end = cursor.length - 1;
  return [...cursor].map((letter, index) => (index >= end - 6 && index < end ? other(letter) : letter)).join('');
}

function other(letter: string): string {
  if (/\d/.test(letter)) return String((Number(letter) + 5) % 10);
  if (/[a-z]/.test(letter)) return String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 13) % 26));
  return /[A-Z]/.test(letter) ? String.fromCharCode(65 + ((letter.charCodeAt(0) - 65 + 13) % 26)) : letter;
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
