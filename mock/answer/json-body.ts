// The body of a reply: as a value, and as the bytes that are sent. Each is made when it is asked for.
import { once, withValue } from '../../spec/index.ts';
import type { ListedRow } from '../store/listed-row.ts';

export type JsonBody = {
  readonly value: () => unknown;
  readonly bytes: () => Buffer;
  /** About how many bytes it has. */
  readonly weight: number;
  /** The same body with this value at the pointer. */
  readonly with: (pointer: string, value: unknown) => JsonBody;
};

/** About how many bytes stand around the rows of a list, and in a row. */
const [FRAME, ROW] = [1000, 700];

/** A body that is at hand. */
export function jsonBody(value: unknown): JsonBody {
  return {
    value: () => value,
    bytes: once(() => Buffer.from(value === undefined ? '' : JSON.stringify(value))),
    weight: FRAME,
    with: (pointer, part) => jsonBody(withValue(structuredClone(value), pointer, part)),
  };
}

/** A body that is no JSON, or not certainly. */
export function rawBody(bytes: Buffer): JsonBody {
  return { value: () => bytes.toString(), bytes: () => bytes, weight: bytes.length, with: () => rawBody(bytes) };
}

const COMMA = 44;

/** The rows between two texts, commas between them: a list is put together in one piece of memory. */
function framed(head: Buffer, rows: readonly ListedRow[], tail: Buffer): Buffer {
  const parts = rows.map(({ bytes }) => bytes);
  const inside = parts.reduce((sum, part) => sum + part.length + 1, 0);
  const whole = Buffer.allocUnsafe(head.length + Math.max(0, inside - 1) + tail.length);
  head.copy(whole);
  let at = head.length;
  for (const [index, part] of parts.entries()) {
    if (index > 0) whole[at++] = COMMA;
    at += part.copy(whole, at);
  }
  tail.copy(whole, at);
  return whole;
}

/** Stands where the rows belong until they are put there as text; no text of a contract has this character. */
const ROWS = '\uE000rows';

/** The body of a list: `around` is what stands around the rows, which stand at the pointer `items`. */
export function listBody(around: unknown, items: string, rows: readonly ListedRow[]): JsonBody {
  return {
    value: () =>
      withValue(
        structuredClone(around),
        items,
        rows.map(({ row }) => row),
      ),
    bytes: once(() => {
      const frame = JSON.stringify(withValue(structuredClone(around), items, ROWS));
      const [head = '', tail = ''] = frame.split(JSON.stringify(ROWS));
      return framed(Buffer.from(`${head}[`), rows, Buffer.from(`]${tail}`));
    }),
    weight: FRAME + rows.length * ROW,
    with: (pointer, part) => listBody(withValue(structuredClone(around), pointer, part), items, rows),
  };
}
