// Parts of texts that filters look for.
import type { Filter } from '../../../spec/index.ts';

/** What is stored or compared byte by byte is lost where letters are folded, or encoded twice. */
export const BEYOND_ASCII = /[^\x20-\x7e]/;

/** A part with such a letter; undefined where the text has none, or none at its beginning where that is looked for. */
export function partBeyondAscii({ test }: Filter, text: string): string | undefined {
  const place = text.search(BEYOND_ASCII);
  const [from, to] = test === 'prefix' ? [0, 4] : [Math.max(0, place - 1), place + 3];
  return place >= 0 && place < to ? sendable(text.slice(from, to).trim()) : undefined;
}

/** A part of a text that a filter would look for: its beginning, or what stands in its middle. */
export function partOf({ test }: Filter, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length < 3) return undefined;
  const part =
    test === 'prefix' ? value.slice(0, 4) : value.slice(Math.floor(value.length / 3), Math.floor(value.length / 3) + 4);
  return part.trim().length >= 2 ? sendable(part.trim()) : undefined;
}

/** The part, unless it was cut in the middle of a letter that takes two units: what is sent of it would be another one. */
function sendable(part: string): string | undefined {
  return /\p{Surrogate}/u.test(part) ? undefined : part;
}
