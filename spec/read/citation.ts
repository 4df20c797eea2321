// Which clauses a part of an operation carries: those that it cites, or, without a register, one that its pointer names.
import type { Clause, Register } from '../meaning/clause.ts';
import type { Operation } from '../meaning/operation.ts';
import { isRecord } from '../schema/pointer.ts';

/** The clause that a part carries by itself where there is no register. */
type OwnStatement = {
  /** JSON Pointer to the part, as the operation names it. */
  readonly place: string;
  readonly holder: string;
  readonly statement: string;
};

/** The citations of one operation. */
export type Citation = {
  readonly page: string;
  /** The clauses that a node cites and that concern this operation; without a register the one that it states. */
  readonly of: (node: unknown, own: OwnStatement) => readonly string[];
  /** Those of these clauses that concern the operation. */
  readonly concerning: (ids: readonly string[]) => readonly string[];
};

/** Citations of a register. Shared components cite the clauses of every page that uses them. */
export function citeRegister(register: Register, page: string, facts: string | undefined): Citation {
  const concerning = (ids: readonly string[]) => ids.filter((id) => [page, facts].includes(register.get(id)?.page));
  return { page, concerning, of: (node) => concerning(clausesOn(node)) };
}

/** Without a register every statement of the document is a must of its own; they are added to `derived`. */
export function citeByPointer(document: string, page: string, derived: Map<string, Clause>): Citation {
  return {
    page,
    concerning: (ids) => ids,
    of: (_, { place, holder, statement }) => {
      const id = `${document}#${place}`;
      if (!derived.has(id)) derived.set(id, { id, level: 'must', page, section: page, statement, holder });
      return [id];
    },
  };
}

/** The clauses on a node, as they stand there. */
export function clausesOn(node: unknown): readonly string[] {
  const ids = isRecord(node) ? node['x-clause'] : undefined;
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** The clauses that filters of other operations carry, and nothing of this one. */
export function clausesElsewhere(operation: Operation, all: readonly Operation[]): ReadonlySet<string> {
  const { filters, references, rules, list, statuses, reply } = operation;
  const replies = statuses.flatMap((status) => reply(status) ?? []);
  const own = new Set([list, ...filters, ...references, ...rules, ...replies].flatMap(({ clauses }) => clauses));
  const others = all.filter((other) => other !== operation).flatMap(({ filters }) => filters);
  return new Set(others.flatMap(({ clauses }) => clauses.filter((id) => !own.has(id))));
}
