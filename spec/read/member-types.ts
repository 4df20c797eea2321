// What a row's schema says of one member: whether there is one, and of which types it can be.
import type { TestKind } from '../meaning/filter-tests.ts';
import { pointerTo } from '../meaning/row.ts';
import { at, isRecord } from '../schema/pointer.ts';
import { follow, memberNames, schemasAt } from '../schema/schema-tree.ts';
import { didYouMean } from '../words/nearest-name.ts';

/** The schemas of a row's member, named or pointed at. */
function placesOf(document: unknown, rowSchema: string, field: string): string[] {
  return schemasAt(document, rowSchema, pointerTo(field));
}

/** The sentence that says that a row has no such member; undefined where it has. */
export function lacks(
  document: unknown,
  row: { readonly list: { readonly resource: string }; readonly rowSchema: string },
  field: string,
): string | undefined {
  if (placesOf(document, row.rowSchema, field).length > 0) return undefined;
  return `A row of ${row.list.resource} has no member ${field}.${didYouMean(field, memberNames(document, row.rowSchema))}`;
}

/** The types and formats that a member can have, those of its alternatives among them; null is left out. */
export function typesOf(
  document: unknown,
  rowSchema: string,
  field: string,
): { readonly types: ReadonlySet<string>; readonly formats: ReadonlySet<string> } {
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
  for (const place of placesOf(document, rowSchema, field)) visit(place);
  return { types, formats };
}

/** Why tests of this kind cannot be put to a member of these types, in words; undefined where they can. */
export function unlike(kind: TestKind, types: ReadonlySet<string>, formats: ReadonlySet<string>): string | undefined {
  const isNumber = types.has('integer') || types.has('number');
  if (kind === 'number' && !isNumber) return 'is no number';
  if (kind === 'instant' && !isNumber && !formats.has('date-time') && !formats.has('date'))
    return 'is no instant: its schema needs the format date-time or date, or a number of seconds';
  return undefined;
}
