// What a row's schema says of its members: which name rows of other lists, how two of them are related, and which values each can have.

import type { OperationSource } from '../load/document-source.ts';
import type { Reference } from '../meaning/operation.ts';
import type { Rule } from '../meaning/rule.ts';
import { at, escapeToken, isRecord } from '../schema/pointer.ts';
import { childSchemas, follow, memberNames, schemasAt } from '../schema/schema-tree.ts';
import { rowHolders } from './statements.ts';

/** The members of a row that mean more than their type. */
type RowMeaning = {
  /** JSON Pointer to the row's schema. */
  readonly schema: string;
  readonly references: readonly Reference[];
  readonly rules: readonly Rule[];
  /** The only values that a member can have, where the contract lists them. */
  readonly fieldValues: ReadonlyMap<string, readonly unknown[]>;
};

/** The schema of the rows at `items` in a reply; undefined where there is no array. */
export function rowSchemaOf(document: unknown, reply: string, items: string): string | undefined {
  const [row] = schemasAt(document, reply, items).flatMap((place) => childSchemas(document, place, '0'));
  return row === undefined ? undefined : follow(document, row);
}

/** Reads the row schema at `schema`. */
export function readRow(source: OperationSource, schema: string): RowMeaning {
  const { document, cite } = source;
  const members = [...memberNames(document, schema)];
  const places = (member: string) => childSchemas(document, schema, member);
  const references = members.flatMap((from) =>
    places(from).flatMap((place): Reference[] => {
      const node = at(document, place);
      const stated = (isRecord(node) ? node['x-ref'] : undefined) as
        | { to: string; field: string; agree?: string[]; missingWith?: string }
        | undefined;
      if (stated === undefined) return [];
      const own = {
        place: `${place}/x-ref`,
        holder: rowHolders.reference,
        statement: `${from} names a row of ${stated.to}.`,
      };
      return [{ ...stated, from, agree: stated.agree ?? [], clauses: cite.of(node, own) }];
    }),
  );
  const fieldValues = members.flatMap((name) => {
    const listed = places(name).flatMap((place) => {
      const node = at(document, follow(document, place));
      if (!isRecord(node)) return [];
      const values = 'const' in node ? [node.const] : node.enum;
      return Array.isArray(values) ? [values as readonly unknown[]] : [];
    });
    return listed[0] === undefined ? [] : [[name, listed[0]] as const];
  });
  return { schema, references, rules: rulesOn(source, schema), fieldValues: new Map(fieldValues) };
}

type StatedRule = Omit<Rule, 'clauses'> & { readonly 'x-clause'?: readonly string[] };

function rulesOn(source: OperationSource, schema: string): Rule[] {
  const { document, cite } = source;
  const node = at(document, schema);
  if (!isRecord(node)) return [];
  const stated = (node['x-rule'] ?? []) as readonly StatedRule[];
  const own = stated.map(({ 'x-clause': cited, ...rule }, index) => ({
    ...rule,
    clauses: cite.of(
      { 'x-clause': cited ?? [] },
      {
        place: `${schema}/x-rule/${index}`,
        holder: rowHolders.rule,
        statement: `${rule.field} is ${rule.test} ${rule.other}.`,
      },
    ),
  }));
  const parts = (Array.isArray(node.allOf) ? node.allOf : []).map((_, index) =>
    follow(document, `${schema}/allOf/${escapeToken(String(index))}`),
  );
  return [...own, ...parts.flatMap((part) => rulesOn(source, part))];
}
