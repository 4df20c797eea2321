// A check: a property that exchanges or walks must have, and what it came to.
import { concerns, isHeldBy, type Operation, type Register, type Situation } from '../../spec/index.ts';
import type { Evidence, Need } from '../evidence/evidence.ts';
import type { Flaw } from '../verdict/finding.ts';
import type { Context } from '../walk/context.ts';

/** What a check found in one operation. */
export type Outcome = {
  readonly flaws: readonly Flaw[];
  /** What could not be tried, each with the data or credential that would make it possible. */
  readonly gaps: readonly string[];
  /** What was looked at, in a few words. */
  readonly message: string;
  /** The clauses that were put to the test; where a check does not tell, its verdict speaks for all that it holds. */
  readonly exercised?: readonly string[];
  /** What was seen and is not judged. @default none */
  readonly observations?: readonly string[];
};

export type Check = {
  readonly id: string;
  /** The property, as a sentence. */
  readonly title: string;
  /** Whether the operation documents anything that this check holds. */
  readonly applies: (operation: Operation) => boolean;
  /** What is asked before the check looks at the evidence. @default the list itself */
  readonly needs?: readonly Need[];
  /** The situations whose callers call before the check looks at the evidence. @default none */
  readonly situations?: readonly Situation[];
} & (
  | { readonly judge: (evidence: Evidence) => Outcome }
  /** For what only further requests can tell. */
  | { readonly ask: (context: Context, evidence: Evidence) => Promise<Outcome> }
);

/** The clauses of the register that a check holds for an operation. */
export function clausesOf(checkId: string, operation: Operation, register: Register): readonly string[] {
  return [...register.values()]
    .filter((clause) => concerns(clause, operation) && isHeldBy(clause, checkId))
    .map(({ id }) => id);
}

/** The clauses of a part of the contract that a check holds, in the order of the register. */
export function clausesOn(checkId: string, { operation, register }: Scope, part: readonly string[]): readonly string[] {
  return clausesOf(checkId, operation, register).filter((id) => part.includes(id));
}

/** The musts among some clauses. */
export function mustsOf({ register }: Pick<Scope, 'register'>, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => register.get(id)?.level === 'must');
}

/** What says that the list is answered: musts, where any do. What weaker sources say of its form is not broken by another status. */
export function answerClauses(scope: Scope): readonly string[] {
  const said = scope.operation.reply(200)?.replyClauses ?? [];
  const musts = mustsOf(scope, said);
  return musts.length > 0 ? musts : said;
}

/** The operation that is judged, and the register of its clauses. */
export type Scope = Pick<Evidence, 'operation' | 'register'>;

/**
 * The clauses that a flaw cites: all that the check holds, or those of them that a part of the contract carries. Where no
 * must is among the latter, those of the list stand beside them, which no filter carries.
 */
export function cite(checkId: string, scope: Scope, part: readonly string[] = []): readonly string[] {
  const { operation, register } = scope;
  const held = clausesOf(checkId, operation, register);
  const own = held.filter((id) => part.includes(id));
  if (mustsOf(scope, own).length > 0) return own;
  const ofList = part.length === 0 ? held : listClauses(checkId, scope);
  const both = [...own, ...ofList.filter((id) => !own.includes(id))];
  if (both.length > 0) return both;
  // Where the register has no statement of its own, it is the list that is not answered as described.
  return held.length > 0 ? held : answerClauses(scope);
}

/** The clauses that a check holds for the list itself: none that a filter carries. */
export function listClauses(checkId: string, { operation, register }: Scope): readonly string[] {
  const ofFilters = new Set(operation.filters.flatMap(({ clauses }) => clauses));
  return clausesOf(checkId, operation, register).filter((id) => !ofFilters.has(id));
}

/** Makes the flaws of one thing: what they have in common is said once, and breaks what the check holds where it says nothing else. */
export function flawsAbout(checkId: string, scope: Scope, common: Pick<Flaw, 'subject' | 'exchanges'> & Partial<Flaw>) {
  return (message: string, expected: string, received: string, own: Partial<Flaw> = {}): Flaw => {
    const clauses = own.clauses ?? common.clauses ?? cite(checkId, scope);
    return { level: 'must', ...common, message, expected, received, ...own, clauses };
  };
}
