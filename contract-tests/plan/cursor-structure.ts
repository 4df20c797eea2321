// How a cursor is built, as far as it can be read: what tells whether a changed one could have been issued too.

/** What stands between the parts of a cursor. */
const SEPARATOR = /[.~:|]/;
const IDENTIFIER = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26}|\d+|[a-z]+_[\w-]+)$/i;
/** Letters that a signature behind a readable part has at least. */
const LEAST_SIGNATURE = 6;

/**
 * Whether no deployment that issued the one cursor can have issued the other: the genuine one is signed or encrypted, or
 * it can be read and the changed one cannot. Where cursors are plain offsets or row ids, which is allowed, a changed one
 * may happen to be genuine.
 */
export function isSurelyForged(genuine: string, changed: string): boolean {
  if (isAuthenticated(genuine)) return true;
  const [head = '', tail] = genuine.split(SEPARATOR);
  if (isReadable(genuine)) return !isReadable(changed);
  return isReadable(head) && tail !== undefined && tail.length >= LEAST_SIGNATURE;
}

/**
 * Whether the cursor ends in what only a signature or encryption looks like: bytes that are no text, either behind a
 * separator or in a cursor too long to be an identifier.
 */
function isAuthenticated(cursor: string): boolean {
  const tail = cursor.split(SEPARATOR).at(-1) ?? '';
  const least = tail === cursor ? 40 : 16;
  if (tail.length < least || IDENTIFIER.test(tail) || !/^[A-Za-z0-9_+/=-]+$/.test(tail)) return false;
  const bytes = /^[0-9a-f]+$/i.test(tail) ? Buffer.from(tail, 'hex') : Buffer.from(tail, 'base64url');
  return bytes.subarray(-8).filter((byte) => byte < 0x20 || byte > 0x7e).length >= 2;
}

/** Whether the text is a JSON object or array, as it stands or in base64. */
function isReadable(text: string): boolean {
  return isStructure(text) || (/^[A-Za-z0-9_+/=-]+$/.test(text) && isStructure(Buffer.from(text, 'base64').toString()));
}

function isStructure(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
