// JSON Pointer (RFC 6901): how the contract names places in documents, replies and rows.

/** One reference token, escaped for use in a pointer. */
export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The reference tokens of a pointer, unescaped; `''` has none. */
export function tokensOf(pointer: string): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  return pointer.includes('~') ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')) : tokens;
}

/** The value that `pointer` names inside `value`, or undefined where there is none. */
export function at(value: unknown, pointer: string): unknown {
  let here = value;
  for (const token of tokensOf(pointer)) {
    if (!isRecord(here) && !Array.isArray(here)) return undefined;
    here = Object.hasOwn(here, token) ? (here as Record<string, unknown>)[token] : undefined;
  }
  return here;
}

/** Whether a value is a JSON object: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts a value where the pointer leads, making the objects on its way; the empty pointer gives the value itself. */
export function withValue(whole: unknown, pointer: string, value: unknown): unknown {
  const [token, ...rest] = tokensOf(pointer);
  if (token === undefined) return value;
  const here = isRecord(whole) ? whole : {};
  here[token] = withValue(here[token], rest.map((each) => `/${escapeToken(each)}`).join(''), value);
  return here;
}
