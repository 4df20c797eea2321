// What stands around the rows of a reply, as it is on the last page: no next page is told there.
import type { ListMeaning } from '../meaning/operation.ts';
import { minimalValue } from '../schema/minimal-value.ts';
import { at, isRecord, tokensOf, withValue } from '../schema/pointer.ts';
import { follow, schemasAt } from '../schema/schema-tree.ts';

/** The least reply that keeps the schema at `body`. */
export function readEnvelope(document: unknown, body: string, { paging }: ListMeaning): unknown {
  const envelope = minimalValue(document, body);
  if (!('next' in paging) || paging.next === undefined || 'link' in paging.next) return envelope;
  const pointer = 'value' in paging.next ? paging.next.value : paging.next.url;
  const places = schemasAt(document, body, pointer);
  if (places.length === 0 || places.some((place) => takesNull(document, place)))
    return withValue(envelope, pointer, null);
  // What may be missing with all that is in it says by that alone that nothing follows.
  const isThere = at(envelope, split(pointer)[0]) !== undefined;
  return isThere && isRequired(document, body, pointer) ? withValue(envelope, pointer, '') : without(envelope, pointer);
}

/** Whether the schema at `place` lets null through, as far as one can read that in it. */
function takesNull(document: unknown, place: string): boolean {
  const here = follow(document, place);
  const schema = at(document, here);
  if (!isRecord(schema)) return schema === true;
  if ('const' in schema) return schema.const === null;
  if (Array.isArray(schema.enum)) return schema.enum.includes(null);
  if (schema.type !== undefined) return [schema.type].flat().includes('null');
  const forms = ['oneOf', 'anyOf'].flatMap((word) =>
    Array.isArray(schema[word]) ? schema[word].map((_, index) => `${here}/${word}/${index}`) : [],
  );
  return forms.length === 0 || forms.some((form) => takesNull(document, form));
}

function isRequired(document: unknown, body: string, pointer: string): boolean {
  const [parent, name] = split(pointer);
  return schemasAt(document, body, parent).some((place) => {
    const schema = at(document, follow(document, place));
    return isRecord(schema) && Array.isArray(schema.required) && schema.required.includes(name);
  });
}

function without(envelope: unknown, pointer: string): unknown {
  const [parent, name] = split(pointer);
  const holder = at(envelope, parent);
  if (!isRecord(holder) || !(name in holder)) return envelope;
  const { [name]: _, ...rest } = holder;
  return withValue(envelope, parent, rest);
}

function split(pointer: string): readonly [parent: string, name: string] {
  return [pointer.slice(0, pointer.lastIndexOf('/')), tokensOf(pointer).at(-1) ?? ''];
}
