// How deep and how large a JSON text is, seen from its bytes while they come: what is without measure is never read to its end.

/** How much a value is: about how many bytes of memory it takes, and how many values it holds. */
export type Extent = { readonly weight: number; readonly values: number };

/** The extent of no body. */
export const NOTHING: Extent = { weight: 0, values: 0 };

export type Outline = {
  readonly add: (bytes: Uint8Array) => void;
  readonly extent: () => Extent;
  /** How deep brackets nest; 0 where the text does not begin with one, for other texts have no depth. */
  readonly depth: () => number;
};

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
/** About what V8 needs for an object or array, and for each value in one, beside the text itself. */
const [CONTAINER, VALUE] = [64, 32];

export function createOutline(): Outline {
  let [length, here, depth, containers, values] = [0, 0, 0, 0, 1];
  let [inString, escaped] = [false, false];
  let first: number | undefined;
  return {
    add: (bytes) => {
      length += bytes.length;
      // White space and a byte order mark say nothing.
      first ??= bytes.find((byte) => byte > 0x20 && byte < 0x80);
      // Every byte of every reply comes by here: what changes with each is kept in variables of its own.
      let [nested, deepest, quoted, escaping] = [here, depth, inString, escaped];
      const end = bytes.length;
      for (let index = 0; index < end; index += 1) {
        if (quoted && !escaping) while (index < end && bytes[index] !== QUOTE && bytes[index] !== BACKSLASH) index += 1;
        const byte = bytes[index];
        if (quoted) {
          if (escaping) escaping = false;
          else if (byte === BACKSLASH) escaping = true;
          else if (byte === QUOTE) quoted = false;
        } else if (byte === QUOTE) quoted = true;
        else if (byte === COMMA) values += 1;
        else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
          nested += 1;
          containers += 1;
          if (nested > deepest) deepest = nested;
        } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) nested -= 1;
      }
      [here, depth, inString, escaped] = [nested, deepest, quoted, escaping];
    },
    extent: () => ({
      values: values + containers,
      weight: length + CONTAINER * containers + VALUE * (values + containers),
    }),
    depth: () => (first === OPEN_BRACKET || first === OPEN_BRACE ? depth : 0),
  };
}
