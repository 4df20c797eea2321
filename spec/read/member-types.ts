// What a row's schema says of one member: whether there is one, and of which types it can be.
import type { TestKind } from '../meaning/filter-tests.ts';
import { pointerTo } from '../meaning/row.ts';
import { memberNames, schemasAt } from '../schema/schema-tree.ts';
import { type SchemaTypes, typesAt } from '../schema/schema-types.ts';
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

/** The types and formats that a member can have. */
export function typesOf(document: unknown, rowSchema: string, field: string): SchemaTypes {
  return typesAt(document, placesOf(document, rowSchema, field));
}

/** Why tests of this kind cannot be put to a member of these types, in words; undefined where they can. */
export function unlike(kind: TestKind, types: ReadonlySet<string>, formats: ReadonlySet<string>): string | undefined {
  const isNumber = types.has('integer') || types.has('number');
  if (kind === 'number' && !isNumber) return 'is no number';
  if (kind === 'instant' && !isNumber && !formats.has('date-time') && !formats.has('date'))
    return 'is no instant: its schema needs the format date-time or date, or a number of seconds';
  return undefined;
}
