// Every member that the documented reply of a list has, found by walking its schema.
import { type Contract, isRecord } from '../../spec/index.ts';
import { documentOf } from './built-in.ts';
import { LISTS, type ListName } from './lists.ts';

/** What the contract says of one member of a reply. */
export type Member = {
  /** Names from the body inwards; `*` stands for the elements of an array. */
  readonly path: readonly string[];
  readonly types: readonly string[];
  readonly required: boolean;
  readonly allowed?: readonly unknown[];
  readonly constant?: unknown;
  /** Whether an empty string breaks the contract. */
  readonly filled: boolean;
  /** An object that must stay empty. */
  readonly empty: boolean;
  /** The innermost clause of the list's page on the way to the member. */
  readonly clause: string;
};

type Node = Readonly<Record<string, unknown>>;
type Step = {
  readonly node: Node;
  readonly path: readonly string[];
  readonly required: boolean;
  readonly clause: string;
};

/** All members of the reply of a list, from the outside inwards. */
export function documentedMembers(contract: Contract, list: ListName): readonly Member[] {
  const { api, operation, page } = LISTS[list];
  const { document } = documentOf(contract, api);
  const schema = replySchema(document, operation);
  const found: Member[] = [];
  const visit = ({ node, path, required, clause }: Step): void => {
    const parts = partsOf(document, node);
    const here = clauseOf(parts, page) ?? clause;
    if (path.length > 0) found.push(memberOf(parts, path, required, here));
    for (const part of parts) {
      const names = isRecord(part.properties) ? Object.entries(part.properties) : [];
      for (const [name, child] of names) {
        const isRequired = (part.required as readonly string[] | undefined)?.includes(name) === true;
        visit({ node: child as Node, path: [...path, name], required: isRequired, clause: here });
      }
      if (isRecord(part.items)) visit({ node: part.items, path: [...path, '*'], required: false, clause: here });
    }
  };
  visit({ node: schema, path: [], required: true, clause: '' });
  return found;
}

function replySchema(document: Node, operation: string): Node {
  const items = Object.values(document.paths as Record<string, { get: Node }>);
  const found = items.find(({ get }) => get.operationId === operation)?.get as {
    responses: { 200: { content: { 'application/json': { schema: Node } } } };
  };
  return found.responses[200].content['application/json'].schema;
}

/** The schemas that apply to one value: the node, what it refers to, and its alternatives. Conditions are left out. */
function partsOf(document: Node, node: Node): readonly Node[] {
  const inner = ['allOf', 'oneOf', 'anyOf'].flatMap((word) =>
    Array.isArray(node[word]) ? (node[word] as Node[]) : [],
  );
  const target = typeof node.$ref === 'string' ? [resolve(document, node.$ref)] : [];
  return [node, ...[...target, ...inner].flatMap((part) => partsOf(document, part))];
}

function resolve(document: Node, reference: string): Node {
  let here: unknown = document;
  for (const name of reference.slice(2).split('/')) here = (here as Node)[name];
  return here as Node;
}

function clauseOf(parts: readonly Node[], page: string): string | undefined {
  const clauses = parts.flatMap((part) => (part['x-clause'] ?? []) as readonly string[]);
  return clauses.find((id) => id.startsWith(page));
}

function memberOf(parts: readonly Node[], path: readonly string[], required: boolean, clause: string): Member {
  const allowed = parts.find((part) => Array.isArray(part.enum))?.enum as readonly unknown[] | undefined;
  const constant = parts.find((part) => 'const' in part);
  const types = [...new Set(parts.flatMap(({ type }) => (type === undefined ? [] : [type].flat()) as string[]))];
  return {
    path,
    types,
    required,
    ...(allowed === undefined ? {} : { allowed }),
    ...(constant === undefined ? {} : { constant: constant.const }),
    filled: parts.some((part) => part.minLength === 1 || 'format' in part || 'pattern' in part || 'enum' in part),
    empty: parts.some((part) => part.maxProperties === 0),
    clause,
  };
}
