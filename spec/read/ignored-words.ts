// Words that stand in a place where they say nothing: a document may have them, and its author should know.
import type { Operation } from '../meaning/operation.ts';
import { at } from '../schema/pointer.ts';
import { childSchemas, memberNames } from '../schema/schema-tree.ts';

/** What of the operation's words is left out, in words. */
export function ignoredWords(document: unknown, { id, refusals, security, rowSchema }: Operation): readonly string[] {
  const asksForScope = security.alternatives.some(({ scopes }) => scopes.length > 0);
  return [
    ...(refusals['insufficient-scope'] === undefined || asksForScope
      ? []
      : [`insufficient-scope of ${id}: no requirement of its security names a scope, as [{ key: [read] }] does`]),
    ...deeperReferences(document, rowSchema).map(
      (place) => `x-ref at ${place}: it is not on a member of the row itself`,
    ),
  ];
}

/** Where x-ref stands deeper in a row than on one of its members. */
function deeperReferences(document: unknown, rowSchema: string): readonly string[] {
  const under = (place: string): string[] =>
    [...memberNames(document, place), '0'].flatMap((token) => childSchemas(document, place, token));
  const members = under(rowSchema);
  const seen = new Set(members);
  const found: string[] = [];
  const visit = (place: string): void => {
    for (const inner of under(place).filter((each) => !seen.has(each))) {
      seen.add(inner);
      if (at(document, `${inner}/x-ref`) !== undefined) found.push(inner);
      visit(inner);
    }
  };
  for (const member of members) visit(member);
  return found;
}
