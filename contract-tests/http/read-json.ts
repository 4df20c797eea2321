// Bytes as a JSON value.
import type { Problem } from './exchange.ts';

/** The value, or why there is none. */
export type ReadJson = { readonly body: unknown } | NonNullable<Problem>;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Reads bytes as a JSON text in UTF-8. */
export function readJson(bytes: Uint8Array): ReadJson {
  let text: string;
  try {
    text = UTF_8.decode(bytes);
  } catch {
    return { kind: 'not-utf8', detail: 'the body is not valid UTF-8' };
  }
  try {
    return { body: JSON.parse(text) };
  } catch (error) {
    return { kind: 'not-json', detail: text === '' ? 'the body is empty' : quoted(text, (error as Error).message) };
  }
}

/** Characters that are quoted of either end. */
const QUOTED = 60;

/** Both ends of a text, for a body that is cut short looks right at its beginning, and what the parser says. */
function quoted(text: string, why: string): string {
  const beginning = `the body begins ${JSON.stringify(text.slice(0, QUOTED))}`;
  if (text.length <= QUOTED || /^\s*[^\s{[]/.test(text)) return beginning;
  return `${beginning} and ends ${JSON.stringify(text.slice(-QUOTED))}: ${why}`;
}
