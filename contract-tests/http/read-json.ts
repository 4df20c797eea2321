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
  } catch {
    const detail = text === '' ? 'the body is empty' : `the body begins ${JSON.stringify(text.slice(0, 60))}`;
    return { kind: 'not-json', detail };
  }
}
