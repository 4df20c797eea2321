// What a broken reference breaks, and the calls that show it.
import type { Reference, Row } from '../../../spec/index.ts';
import type { Flaw } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import type { Page } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';
import { cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

export type BrokenReference = {
  readonly row: Row;
  readonly member: string;
  /** The row that is named; undefined where there is none. */
  readonly target: Row | undefined;
  readonly expected: string;
  readonly received: string;
};

/** Where a broken reference was seen: the list of its rows, and that of the rows that they name. */
type Seen = {
  readonly context: Context;
  readonly target: Context;
  readonly reference: Reference;
  readonly rows: Walk;
  readonly targets: Walk;
};

export function referenceFlaw(
  checkId: string,
  { context, target, reference, rows, targets }: Seen,
  { row, member, target: named, expected, received }: BrokenReference,
): Flaw {
  const noun = nounOf(target.operation);
  const pages = [pageOf(context, rows, row), pageOf(target, targets, named)];
  return {
    subject: member,
    clauses: cite(checkId, context, clausesAbout(context, reference, member)),
    level: 'must',
    message: member === reference.from ? `${member} names no ${noun}` : `${member} differs from that of the ${noun}`,
    where: keyOf(context.operation, row),
    row: keyOf(context.operation, row),
    expected,
    received,
    exchanges: pages.flatMap((page) => page?.exchange ?? []),
  };
}

/** The page that holds the row; the first where none does. */
function pageOf({ operation }: Context, { pages }: Walk, row: Row | undefined): Page | undefined {
  const key = row && keyOf(operation, row);
  return pages.find(({ rows }) => rows.some((each) => keyOf(operation, each) === key)) ?? pages[0];
}

/**
 * What a member breaks that leads nowhere, or is not that of the row that another one names: what is said of the member itself, where
 * it is a reference, or of several references together.
 */
function clausesAbout(
  { operation: { references: all, binding } }: Context,
  { from, clauses }: Reference,
  member: string,
) {
  // Without a register the reference says by itself what must be alike.
  if (binding && member !== from) return clauses;
  const own = all.find((each) => each.from === member);
  if (member === from || own !== undefined) return own?.clauses ?? clauses;
  const shared = clauses.filter((clause) => all.filter((each) => each.clauses.includes(clause)).length > 1);
  return shared.length > 0 ? shared : clauses;
}
