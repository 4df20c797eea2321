// Which members a schema names, laid out once, so that the members it does not name are found quickly in every reply.
import { escapeToken, isRecord } from './pointer.ts';
import { childSchemas, follow, memberNames } from './schema-tree.ts';

/** The named members of a value, and the tree of its elements where it is an array. */
type MemberTree = {
  readonly members: ReadonlyMap<string, MemberTree>;
  readonly items?: MemberTree;
};

/** What a schema names of a value. */
export type NamedMembers = {
  /** Pointers of members that it does not name, array indexes folded to `*`. */
  readonly undocumented: (value: unknown) => readonly string[];
  /** The value without those members; itself where it has none. */
  readonly documented: (value: unknown) => unknown;
};

/** What the schema at `pointer` names; where there is none, everything is as good as named. */
export function namedMembers(document: unknown, pointer: string | undefined): NamedMembers {
  if (pointer === undefined) return { undocumented: () => [], documented: (value) => value };
  const tree = memberTree(document, pointer);
  return {
    undocumented: (value) => undocumentedMembers(tree, value),
    documented: (value) => onlyNamed(tree, value),
  };
}

/** The tree of the schema at `pointer`. A schema that contains itself is laid out as deep as a value goes. */
function memberTree(document: unknown, pointer: string): MemberTree {
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
function undocumentedMembers(tree: MemberTree, value: unknown): readonly string[] {
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

/** The value without the members that the tree does not name; itself where it has none of them. */
function onlyNamed(tree: MemberTree, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = tree;
    if (items === undefined) return value;
    const kept = value.map((element) => onlyNamed(items, element));
    return kept.every((element, index) => element === value[index]) ? value : kept;
  }
  if (!isRecord(value) || tree.members.size === 0) return value;
  let kept: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const inner = tree.members.get(name);
    const here = value[name];
    const named = inner === undefined || typeof here !== 'object' || here === null ? here : onlyNamed(inner, here);
    if (inner !== undefined && named === here) continue;
    kept ??= { ...value };
    if (inner === undefined) delete kept[name];
    else kept[name] = named;
  }
  return kept ?? value;
}
