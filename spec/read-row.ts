// What a row's schema says of its members: which name rows of other lists, and which values each can have.
import type { Reference } from './operation.ts';
import { at } from './pointer.ts';
import { childSchemas, follow } from './schema-tree.ts';

type Node = Record<string, unknown>;

/** The members of a row that mean more than their type. */
export type RowMeaning = {
  readonly references: readonly Reference[];
  /** The only values that a member can have, where the contract lists them. */
  readonly fieldValues: ReadonlyMap<string, readonly unknown[]>;
};

/** Reads the row schema of a reply; `items` is the pointer to the rows in the reply. */
export function readRow(document: Node, reply: string, items: string): RowMeaning {
  const [rows] = childSchemas(document, reply, items.slice(1));
  const [row] = rows === undefined ? [] : childSchemas(document, rows, '0');
  const schema = row === undefined ? undefined : follow(document, row);
  const members = schema === undefined ? {} : ((at(document, `${schema}/properties`) ?? {}) as Record<string, Node>);
  const references = Object.entries(members).flatMap(([from, node]) => {
    const stated = node['x-ref'] as { to: string; field: string; agree?: string[] } | undefined;
    if (stated === undefined) return [];
    const clauses = (node['x-clause'] ?? []) as string[];
    return [{ from, to: stated.to, field: stated.field, agree: stated.agree ?? [], clauses }];
  });
  const fieldValues = Object.keys(members).flatMap((name) => {
    const node = at(document, follow(document, `${schema}/properties/${name}`)) as Node;
    const values = 'const' in node ? [node.const] : node.enum;
    return Array.isArray(values) ? [[name, values as unknown[]] as const] : [];
  });
  return { references, fieldValues: new Map(fieldValues) };
}
