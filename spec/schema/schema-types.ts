// Of which types a value can be, by its schema.
import { at, isRecord } from './pointer.ts';
import { follow } from './schema-tree.ts';

/** Types and formats; null is left out. */
export type SchemaTypes = { readonly types: ReadonlySet<string>; readonly formats: ReadonlySet<string> };

/** The types and formats that the schemas at these places allow, those of their alternatives among them. */
export function typesAt(document: unknown, places: readonly string[]): SchemaTypes {
  const types = new Set<string>();
  const formats = new Set<string>();
  const seen = new Set<string>();
  const visit = (place: string): void => {
    const here = follow(document, place);
    const schema = at(document, here);
    if (!isRecord(schema) || seen.has(here)) return;
    seen.add(here);
    for (const type of [schema.type].flat()) if (typeof type === 'string' && type !== 'null') types.add(type);
    for (const value of [
      ...('const' in schema ? [schema.const] : []),
      ...(Array.isArray(schema.enum) ? schema.enum : []),
    ])
      if (value !== null) types.add(Number.isInteger(value) ? 'integer' : typeof value);
    if (typeof schema.format === 'string') formats.add(schema.format);
    for (const word of ['allOf', 'anyOf', 'oneOf'])
      if (Array.isArray(schema[word])) for (const index of schema[word].keys()) visit(`${here}/${word}/${index}`);
  };
  for (const place of places) visit(place);
  return { types, formats };
}
