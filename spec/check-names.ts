// Refuses what is well-formed and stands for nothing: a name in an x- word that no parameter, member or list has.
import { ContractError } from './contract-error.ts';
import type { Operation } from './operation.ts';
import { escapeToken } from './pointer.ts';
import { childSchemas, follow } from './schema-tree.ts';

/** A name that stands for nothing: where it is, and what is wrong with it. */
type Lost = { readonly pointer: string; readonly advice: string };

const TYPES: readonly unknown[] = ['string', 'integer', 'boolean', 'array'];

/** Throws a ContractError for the first name in the meaning of the operations that stands for nothing. */
export function checkNames(name: string, document: unknown, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const [lost] = [
      ...lostInList(document, operation),
      ...lostInPaging(document, operation),
      ...lostInParameters(document, operation),
      ...lostInReferences(document, operation, operations),
    ];
    if (lost !== undefined) throw new ContractError(name, lost.pointer, lost.advice);
  }
}

function lostInList(document: unknown, operation: Operation): Lost[] {
  const { items, key, unique, resource } = operation.list;
  const pointer = `${placeOf(operation)}/x-list`;
  if (rowsOf(document, operation).length === 0) {
    return [{ pointer: `${pointer}/items`, advice: `The reply has no array at ${items}.` }];
  }
  return [key, ...unique]
    .filter((member) => !hasMember(document, operation, member))
    .map((member) => ({ pointer, advice: `A row of ${resource} has no member ${member}.` }));
}

function lostInPaging(document: unknown, operation: Operation): Lost[] {
  const { style, ...named } = operation.list.paging;
  const stands = (value: string) =>
    value.startsWith('/')
      ? childSchemas(document, replyOf(operation), value.slice(1)).length > 0
      : operation.parameters.some((parameter) => parameter.in === 'query' && parameter.name === value);
  return Object.entries(named)
    .filter(([word, value]) => word !== 'badCursor' && !stands(value))
    .map(([word, value]) => ({
      pointer: `${placeOf(operation)}/x-list/paging/${word}`,
      advice: `Paging by ${style} needs ${value}, which is neither in the reply nor a parameter.`,
    }));
}

function lostInParameters(document: unknown, operation: Operation): Lost[] {
  return operation.parameters.flatMap(({ name, type }, index) => {
    const pointer = `${placeOf(operation)}/parameters/${index}`;
    const field = operation.filters.find((filter) => filter.name === name)?.field;
    const untyped = TYPES.includes(type)
      ? []
      : [{ pointer, advice: `The type of ${name} must be one of ${TYPES.join(', ')}.` }];
    if (field === undefined || hasMember(document, operation, field)) return untyped;
    return [
      { pointer, advice: `${name} looks at ${field}, and a row of ${operation.list.resource} has no such member.` },
    ];
  });
}

function lostInReferences(document: unknown, operation: Operation, operations: readonly Operation[]): Lost[] {
  return operation.references.flatMap(({ from, to, field, agree }) => {
    const [row = ''] = rowsOf(document, operation);
    const pointer = `${follow(document, row)}/properties/${escapeToken(from)}/x-ref`;
    const target = operations.find((candidate) => candidate.list.resource === to);
    if (target === undefined) return [{ pointer, advice: `${from} refers to ${to}, which no operation lists.` }];
    return [
      ...[field, ...agree].map((member) => ({ list: target, member })),
      ...agree.map((member) => ({ list: operation, member })),
    ]
      .filter(({ list, member }) => !hasMember(document, list, member))
      .map(({ list, member }) => ({
        pointer,
        advice: `${from} names ${member}, and a row of ${list.list.resource} has no such member.`,
      }));
  });
}

function placeOf({ path }: Operation): string {
  return `/paths/${escapeToken(path)}/get`;
}

function replyOf(operation: Operation): string {
  return `${placeOf(operation)}/responses/200/content/application~1json/schema`;
}

function rowsOf(document: unknown, operation: Operation): string[] {
  return childSchemas(document, replyOf(operation), operation.list.items.slice(1)).flatMap((list) =>
    childSchemas(document, list, '0'),
  );
}

function hasMember(document: unknown, operation: Operation, member: string): boolean {
  return rowsOf(document, operation).some((row) => childSchemas(document, row, member).length > 0);
}
