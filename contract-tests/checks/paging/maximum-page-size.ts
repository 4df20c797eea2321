// The largest documented page size is honoured, and no page is larger.

import type { Flaw } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { isNumbered, type Page, sizeParameter } from '../../walk/page.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { lengthFlaws } from './page-lengths.ts';

const id = 'maximum-page-size';

/** Sizes over the maximum, as multiples of it, and one more: far over it is over every bound of a deployment's own. */
const SIZES_OVER = { standard: [5], full: [1, 1.25, 5] } as const;

export const maximumPageSize: Check = {
  id,
  title: 'The documented maximum page size is honoured, and not exceeded',
  applies: ({ list }) => list.size?.maximum !== undefined,
  ask: async (context, evidence) => {
    const { rows } = evidence.snapshot;
    const maximum = context.operation.list.size?.maximum ?? 0;
    const flaws: Flaw[] = lengthFlaws(id, evidence, (size) => size === maximum);
    // More than the maximum: refused or clamped, the documentation does not say; but never served.
    const telling = rows.length > maximum || isNumbered(context.operation) || context.depth === 'full';
    for (const size of telling ? SIZES_OVER[context.depth].map((times) => maximum * times + 1) : []) {
      const { pages } = await context.walk([], size, { maxPages: 1, expect: 'open' });
      flaws.push(...pages.flatMap((page) => servedFlaws(context, page, size, maximum)));
    }
    const gaps = rows.length === 0 ? [`needs one ${nounOf(context.operation)}`] : [];
    const blind = rows.length <= maximum ? `; ${rows.length} rows cannot show a page that is too long` : '';
    return { flaws, gaps, message: `pages of ${maximum} and ${maximum + 1}${blind}` };
  },
};

/** What is wrong with a page of a size over the maximum: refused or clamped is well, served is not. */
function servedFlaws(context: Context, { exchange, rows, told }: Page, size: number, maximum: number): Flaw[] {
  context.observe(
    `${sizeParameter(context.operation)}=${size} → ${exchange.status}${exchange.status === 200 ? `, ${rows.length} rows` : ''}`,
  );
  if (Math.max(rows.length, told.limit ?? 0) <= maximum) return [];
  return [
    {
      subject: 'maximum page size',
      clauses: cite(id, context),
      level: 'must',
      message: 'a page larger than the documented maximum is served',
      expected: `at most ${maximum} rows, or an error`,
      received: `${rows.length} rows${Object.keys(told).length === 0 ? '' : `, and says ${JSON.stringify(told)}`}`,
      exchanges: [exchange],
    },
  ];
}
