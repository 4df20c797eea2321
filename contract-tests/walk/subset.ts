// How much of a list the budget of requests reaches: all of it, or the children of one parent.
import { grouped, instant, memberOf, type Operation, type Row } from '../../spec/index.ts';
import { type Arguments, isId, within } from './filter-arguments.ts';
import type { Walk } from './walk.ts';

/** A walk with at most so many pages of the largest size. */
type Take = (args: Arguments, maxPages: number) => Promise<Walk>;

/** Pages of a part that is small enough to be asked many questions. */
const PART_PAGES = 2;

/**
 * The whole list, or, where it is longer than a small share of what is left to spend, a part of it: what one parent
 * has, the largest that is small enough; or what was created last.
 */
export async function subset(
  operation: Operation,
  lifted: Arguments,
  left: number,
  take: Take,
): Promise<{ readonly base: Arguments; readonly walk: Walk }> {
  const whole = await take(lifted, Math.max(4, Math.floor(left / 24)));
  if (whole.stop !== 'cut') return { base: lifted, walk: whole };
  for (const narrowed of partsOf(operation, whole.rows)) {
    const base = within(lifted, narrowed);
    const part = await take(base, PART_PAGES);
    if (part.stop === 'end' && part.rows.length > 1) return { base, walk: part };
  }
  return { base: lifted, walk: whole };
}

/** Ways to ask for a part of the list, the coarsest first. */
function partsOf({ filters }: Operation, rows: readonly Row[]): Arguments[] {
  const parents = filters.filter((filter) => filter.test === 'equals' && isId(filter));
  const byParent = parents
    .map((filter) => ({ filter, groups: countsOf(rows, filter.field) }))
    .filter(({ groups }) => groups.length > 1);
  byParent.sort((one, other) => one.groups.length - other.groups.length);
  const ofParents = byParent.map(({ filter, groups }): Arguments => [{ filter, values: [groups[0] ?? ''] }]);
  const recent = filters
    .filter(({ test, parameter }) => test === 'at-or-after' && parameter.format === 'date-time')
    .flatMap((filter): Arguments[] => {
      const latest = rows.map((row) => memberOf(row, filter.field)).filter((value) => typeof value === 'string');
      const since = latest.sort((one, other) => instant(other) - instant(one))[Math.floor(latest.length / 8)];
      return since === undefined ? [] : [[{ filter, values: [since] }]];
    });
  return [...recent, ...ofParents];
}

/** The values of a member, the most frequent first. */
function countsOf(rows: readonly Row[], field: string): string[] {
  const values = rows.map((row) => memberOf(row, field)).filter((value) => typeof value === 'string');
  const groups = [...grouped(values, (value) => value)];
  return groups.sort(([, one], [, other]) => other.length - one.length).map(([value]) => value);
}
