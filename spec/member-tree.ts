// Which members a schema names, laid out once, so that the members it does not name are found quickly in every reply.
import { at, escapeToken, isRecord } from './pointer.ts';
import { applicators, childSchemas, follow } from './schema-tree.ts';

/** The named members of a value, and the tree of its elements where it is an array. */
export type MemberTree = {
  readonly members: ReadonlyMap<string, MemberTree>;
  readonly items?: MemberTree;
};

/** The tree of the schema at `pointer`. The schemas of the contract are not recursive. */
export function memberTree(document: unknown, pointer: string): MemberTree {
  const members = new Map<string, MemberTree>();
  for (const name of memberNames(document, pointer)) {
    const [place] = childSchemas(document, pointer, name);
    members.set(name, place === undefined ? { members: new Map() } : memberTree(document, place));
  }
  const [items] = childSchemas(document, pointer, '0');
  return items === undefined ? { members } : { members, items: memberTree(document, items) };
}

function memberNames(document: unknown, pointer: string): Set<string> {
  const here = follow(document, pointer);
  const schema = at(document, here);
  if (!isRecord(schema)) return new Set();
  const own = isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  return new Set([...own, ...applicators(here, schema).flatMap((place) => [...memberNames(document, place)])]);
}

/**
 * Pointers of the members of `value` that the tree does not name, array indexes folded to `*`.
 * An object of which the schema names no member at all is free-form, and is not looked into.
 */
export function undocumentedMembers(tree: MemberTree, value: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (node: MemberTree, here: unknown, where: string): void => {
    if (Array.isArray(here)) {
      if (node.items !== undefined) for (const element of here) visit(node.items, element, `${where}/*`);
      return;
    }
    if (!isRecord(here) || node.members.size === 0) return;
    for (const name of Object.keys(here)) {
      const inner = node.members.get(name);
      const value = here[name];
      // Most members are named, and hold no others: nothing to say, and nothing to look into.
      if (inner !== undefined && (typeof value !== 'object' || value === null)) continue;
      const place = `${where}/${escapeToken(name)}`;
      if (inner === undefined) found.add(place);
      else visit(inner, value, place);
    }
  };
  visit(tree, value, '');
  return [...found];
}
