// A check: a property that exchanges or walks must have, and what it came to.
import { concerns, isHeldBy, type Operation, type Register } from '../../spec/index.ts';
import type { Flaw } from '../verdict/finding.ts';
import type { Context } from '../walk/context.ts';

/** What several checks look at, asked once for all: every probe of the filters, walks in pages of several sizes. */
export type Evidence = 'probes' | 'sizes';

/** What a check found in one operation. */
export type Outcome = {
  readonly flaws: readonly Flaw[];
  /** What could not be tried, each with the data or credential that would make it possible. */
  readonly gaps: readonly string[];
  /** What was looked at, in a few words. */
  readonly message: string;
  /** The clauses that were put to the test; where a check does not tell, its verdict speaks for all that it holds. */
  readonly exercised?: readonly string[];
};

export type Check = {
  readonly id: string;
  /** The property, as a sentence. */
  readonly title: string;
  /** Whether the operation documents anything that this check holds. */
  readonly applies: (operation: Operation) => boolean;
  /** What is asked before the check looks at the walks and exchanges of the run. @default the list itself */
  readonly needs?: readonly Evidence[];
  readonly run: (context: Context) => Promise<Outcome>;
};

/** The clauses of the register that a check holds for an operation. */
function clausesOf(checkId: string, operation: Operation, register: Register): readonly string[] {
  return [...register.values()]
    .filter((clause) => concerns(clause, operation) && isHeldBy(clause, checkId))
    .map(({ id }) => id);
}

/** The clauses that a flaw cites: those that a part of the contract carries and this check holds, else all that the check holds. */
export function cite(
  checkId: string,
  { operation, register }: Context,
  part: readonly string[] = [],
): readonly string[] {
  const held = clausesOf(checkId, operation, register);
  const both = part.filter((id) => held.includes(id));
  return both.length > 0 ? both : held;
}

/** Whether a walk takes several calls, whose pages have a size that one can ask for. */
export const isPaged = ({ list }: Operation): boolean => list.paging.style !== 'none';
export const isSized = ({ list }: Operation): boolean => list.size !== undefined;
/** Whether any page can be asked for by its number, or by the rows before it. */
export const isNumbered = ({ list }: Operation): boolean =>
  list.paging.style === 'page' || list.paging.style === 'offset';
