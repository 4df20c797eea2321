// A body as a JSON value, looked over before it is parsed: what is deep or large without measure is never built.
import type { Problem } from './exchange.ts';
import { inMegabytes } from './read-body.ts';

/** How much a value is: about how many bytes of memory it takes, and how many values it holds. */
export type Extent = { readonly weight: number; readonly values: number };

/** The value, or why it was not read. */
export type ReadJson = { readonly body: unknown; readonly extent: Extent } | NonNullable<Problem>;

/** Deeper than any documented shape: what walks through a value calls itself once a level. */
const MAX_DEPTH = 64;
/** The memory that a body may take, as a multiple of the longest body that is read. */
const EXPANSION = 2;

/** Reads bytes as a JSON text in UTF-8. */
export function readJson(bytes: Uint8Array, maxBody: number): ReadJson {
  const { depth, ...extent } = outlineOf(bytes);
  if (depth > MAX_DEPTH && beginsLikeJson(bytes))
    return { kind: 'too-deep', detail: `the body is nested more than ${MAX_DEPTH} levels deep` };
  if (extent.weight > maxBody * EXPANSION)
    return {
      kind: 'too-large',
      detail: `the body has so many values that it would take more than ${inMegabytes(maxBody * EXPANSION)} of memory`,
    };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'not-utf8', detail: 'the body is not valid UTF-8' };
  }
  try {
    return { body: JSON.parse(text), extent };
  } catch {
    const detail = text === '' ? 'the body is empty' : `the body begins ${JSON.stringify(text.slice(0, 60))}`;
    return { kind: 'not-json', detail };
  }
}

/** Whether the first sign, behind white space and a byte order mark, is a bracket: other texts have no depth. */
function beginsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  return first === OPEN_BRACKET || first === OPEN_BRACE;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
/** About what V8 needs for an object or array, and for each value in one, beside the text itself. */
const [CONTAINER, VALUE] = [48, 16];

/** How deep brackets nest outside strings, and how much there is. */
function outlineOf(bytes: Uint8Array): Extent & { readonly depth: number } {
  let [here, depth, containers, values, inString] = [0, 0, 0, 1, false];
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      here += 1;
      containers += 1;
      if (here > depth) depth = here;
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) here -= 1;
  }
  values += containers;
  return { depth, values, weight: bytes.length + CONTAINER * containers + VALUE * values };
}
