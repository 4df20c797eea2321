// The total counts the list that is asked for: all its pages, under its filters.
import type { Row } from '../../../spec/index.ts';

import type { Evidence } from '../../evidence/evidence.ts';
import { pageBehind, pageBehindTheLast } from '../../evidence/page-behind-the-last.ts';
import { isLastingContrast } from '../../model/lasting-contrast.ts';
import type { Flaw } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { describe, passesAll } from '../../walk/filter-arguments.ts';
import type { Page } from '../../walk/page.ts';
import { keyOf, rowMap, sameRows } from '../../walk/rows.ts';
import { sameWay, type Walk } from '../../walk/walk.ts';
import { type Check, flawsAbout } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { rowsSeen } from './rows-seen.ts';

const id = 'totals';
/** How often a walk whose total does not fit is walked again. */
const TRIALS = 4;

export const totals: Check = {
  id,
  title: 'The total counts the whole filtered list',
  applies: ({ list }) => list.paging.tells.total !== undefined,
  needs: ['sizes', 'probes'],
  ask: async (context, evidence) => {
    const { rows, complete } = evidence.snapshot;
    // A walk that was cut short tells the total of the same list as one that came to its end.
    const walks = evidence.walks.filter(
      ({ stop, pages }) =>
        (stop === 'end' || (stop === 'cut' && complete)) && pages.some(({ told }) => told.total !== undefined),
    );
    const flaws: Flaw[] = [];
    for (const walk of walks) {
      const wrong = await lastingMiscount(context, walk, evidence);
      if (wrong !== undefined) flaws.push(flawOf(context, wrong));
    }
    const behind = await miscountBehind(context, rows.length);
    if (behind !== undefined) flaws.push(behind);
    const gaps = rows.length === 0 ? [`needs one ${nounOf(context.operation)}`] : [];
    return { flaws, gaps, message: `${walks.length} walks counted` };
  },
};

/** The walk, if its total is wrong while the list around it stands still, and that twice. */
async function lastingMiscount(
  context: Context,
  walk: Walk,
  { snapshot, walks }: Pick<Evidence, 'snapshot' | 'walks'>,
): Promise<Walk | undefined> {
  if (!isMiscounted(context, walk, snapshot.rows)) return undefined;
  // A total that counts all the rows that were seen elsewhere is right: it is this walk that lacks some.
  const seen = rowsSeen(walks, context.operation, walk.args);
  if (walk.pages.every(({ told }) => told.total === undefined || told.total === seen)) return undefined;
  // One reply that is the whole list contradicts itself, whatever changes.
  if (walk.pages.length === 1 && walk.stop === 'end') return walk;
  const listed = async () =>
    rowMap(context.operation, (await context.fresh(walk.args, context.operation.list.size?.maximum)).rows);
  let strikes = 0;
  let before = await listed();
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const again = await context.fresh(walk.args, walk.size, sameWay(walk));
    const after = await listed();
    const wrong = again.pages.some(({ told }) => told.total !== undefined && told.total !== after.size);
    if (sameRows(before, after) && wrong) strikes += 1;
    if (strikes === 2) return again;
    before = after;
  }
  return undefined;
}

function isMiscounted({ operation }: Context, walk: Walk, rows: readonly Row[]): boolean {
  // A walk that gives rows twice in place of others has as many as the total says: it is the walk that is wrong.
  const counts =
    walk.stop === 'end'
      ? [new Set(walk.rows.map((row) => keyOf(operation, row))).size, walk.rows.length]
      : [rows.filter((row) => passesAll(walk.args, row)).length];
  return walk.pages.some(({ told }) => told.total !== undefined && !counts.includes(told.total));
}

/** A total that a page behind the last lastingly tells, and no other page of the list does. */
async function miscountBehind(context: Context, rows: number): Promise<Flaw | undefined> {
  const page = await pageBehindTheLast(context);
  const { complete, base } = await context.snapshot();
  // What restricts by default, and is lifted elsewhere, is in force here.
  if (page?.told.total === undefined || page.told.total === rows || !complete || base.length > 0) return undefined;
  const calls = {
    odd: async () => (await pageBehind(context))?.told.total,
    usual: async () => (await context.fresh([], undefined, { maxPages: 1 })).pages[0]?.told.total,
  };
  if (!(await isLastingContrast(calls, (one, other) => one === other))) return undefined;
  return miscount(context, 'a page behind the last', String(rows), [page]);
}

function flawOf(context: Context, { args, stop, rows, pages }: Walk): Flaw {
  return miscount(context, describe(args), stop === 'end' ? String(rows.length) : 'the rows of the whole list', pages);
}

function miscount(context: Context, where: string, expected: string, pages: readonly Page[]): Flaw {
  const received = [...new Set(pages.map(({ told }) => String(told.total)))].join(', ');
  const flaw = flawsAbout(id, context, { subject: 'total', where, exchanges: pages.map(({ exchange }) => exchange) });
  return flaw('the total is not the number of rows in the list', expected, received);
}
