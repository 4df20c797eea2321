// Opaque cursors: url-safe, authenticated, and good only for the list and the filters that they were made for.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createKept } from '../store/kept.ts';
import type { Position } from '../store/position.ts';

/** Makes and reads the cursors of one mock. */
export type CursorCodec = {
  /** The cursor that continues the list of `scope` behind `position`. */
  readonly encode: (scope: string, position: Position) => string;
  /** The position, or undefined for a cursor that is malformed, forged, or of another scope. */
  readonly decode: (scope: string, cursor: string) => Position | undefined;
};

const MAC_LENGTH = 22;

/** A cursor that was given is asked for next: bytes of text whose signatures are known. */
const KNOWN_BYTES = 2 ** 20;

/** A codec whose cursors only this secret can make. */
export function createCursorCodec(secret: string): CursorCodec {
  const known = createKept<string, string>(KNOWN_BYTES);
  const sign = (scope: string, payload: string) => {
    const text = `${scope}\n${payload}`;
    const before = known.get(text);
    if (before !== undefined) return before;
    const mac = createHmac('sha256', secret).update(text).digest('base64url').slice(0, MAC_LENGTH);
    known.put(text, mac, text.length + MAC_LENGTH);
    return mac;
  };
  return {
    encode: (scope, { values, key }) => {
      const payload = Buffer.from(JSON.stringify([...values, key])).toString('base64url');
      return `${payload}.${sign(scope, payload)}`;
    },
    decode: (scope, cursor) => {
      const [payload = '', mac = '', ...rest] = cursor.split('.');
      if (rest.length > 0 || mac.length !== MAC_LENGTH) return undefined;
      const [given, expected] = [Buffer.from(mac), Buffer.from(sign(scope, payload))];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const values = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
      return { values: values.slice(0, -1), key: values.at(-1) };
    },
  };
}
