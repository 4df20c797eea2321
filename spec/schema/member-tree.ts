// Which members a schema names, laid out once, so that the members it does not name are found quickly in every reply.
import { escapeToken, isRecord } from './pointer.ts';
import { childSchemas, follow, memberNames } from './schema-tree.ts';

/** The named members of a value, and the tree of its elements where it is an array. */
export type MemberTree = {
  readonly members: ReadonlyMap<string, MemberTree>;
  readonly items?: MemberTree;
};

/** The tree of the schema at `pointer`. A schema that contains itself is laid out as deep as a value goes. */
export function memberTree(document: unknown, pointer: string): MemberTree {
  const known = new Map<string, MemberTree>();
  const treeOf = (place: string | undefined): MemberTree => {
    if (place === undefined) return { members: new Map() };
    const here = follow(document, place);
    const before = known.get(here);
    if (before !== undefined) return before;
    const members = new Map<string, MemberTree>();
    const tree: { members: Map<string, MemberTree>; items?: MemberTree } = { members };
    known.set(here, tree);
    for (const name of memberNames(document, here)) members.set(name, treeOf(childSchemas(document, here, name)[0]));
    const [items] = childSchemas(document, here, '0');
    if (items !== undefined) tree.items = treeOf(items);
    return tree;
  };
  return treeOf(pointer);
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
