// Names that are the operation's own where several documents are loaded together.
import type { Register } from '../meaning/clause.ts';
import type { Operation } from '../meaning/operation.ts';
import type { ContractDocument } from './read-document.ts';

/**
 * The documents, with the vendor's name, or the document's, before every operation and list that shares its name with
 * one of another document. Statements of a document without a register belong to the operation, and follow its name.
 */
export function withOwnNames(documents: readonly ContractDocument[]): readonly ContractDocument[] {
  const operations = documents.flatMap((document) => document.operations);
  const ids = ownNames(operations, ({ id }) => id);
  const names = ownNames(operations, ({ list }) => list.resource);
  return documents.map((document) => {
    const pages = new Map<string, string>();
    const isDerived = [...document.register.keys()].every((id) => id.startsWith(`${document.name}#`));
    const own = document.operations.map((operation) => {
      const id = ids[operations.indexOf(operation)] ?? operation.id;
      const name = names[operations.indexOf(operation)] ?? operation.list.name;
      if (isDerived) pages.set(operation.page, id);
      return { ...operation, id, page: pages.get(operation.page) ?? operation.page, list: { ...operation.list, name } };
    });
    return { ...document, operations: own, register: withPages(document.register, pages) };
  });
}

function withPages(register: Register, pages: ReadonlyMap<string, string>): Register {
  const named = [...register].map(
    ([id, clause]) => [id, { ...clause, page: pages.get(clause.page) ?? clause.page }] as const,
  );
  return pages.size === 0 ? register : new Map(named);
}

function ownNames(operations: readonly Operation[], nameOf: (operation: Operation) => string): readonly string[] {
  const forms = [
    nameOf,
    (operation: Operation) => `${operation.api}.${nameOf(operation)}`,
    (operation: Operation) => `${operation.document}.${nameOf(operation)}`,
  ];
  return operations.map((operation) => {
    const own = forms.find((form) => operations.filter((each) => form(each) === form(operation)).length === 1);
    return (own ?? nameOf)(operation);
  });
}
