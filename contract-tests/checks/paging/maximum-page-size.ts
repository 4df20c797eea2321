// The largest documented page size is honoured, and no page is larger.

import { isList } from '../../http/exchange.ts';
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
    // More than the maximum is never served; whether it is refused or clamped, most documentation does not say.
    const { overMaximum } = context.operation.list.paging;
    const telling =
      overMaximum !== undefined || rows.length > maximum || isNumbered(context.operation) || context.depth === 'full';
    for (const size of telling ? SIZES_OVER[context.depth].map((times) => Math.floor(maximum * times) + 1) : []) {
      const { pages } = await context.walk([], size, { maxPages: 1, expect: 'open' });
      flaws.push(...pages.flatMap((page) => servedFlaws(context, page, size, maximum)));
    }
    const gaps = rows.length === 0 ? [`needs one ${nounOf(context.operation)}`] : [];
    const blind = rows.length <= maximum ? `; ${rows.length} rows cannot show a page that is too long` : '';
    return { flaws, gaps, message: `pages of ${maximum} and ${maximum + 1}${blind}` };
  },
};

/** What is wrong with the answer to a size over the maximum: refused or clamped is well where nothing is said, served is not. */
function servedFlaws(context: Context, { exchange, rows, told, next }: Page, size: number, maximum: number): Flaw[] {
  const { overMaximum } = context.operation.list.paging;
  const asked = `${sizeParameter(context.operation)}=${size}`;
  const flaw = (message: string, expected: string, received: string): Flaw[] => [
    {
      subject: 'maximum page size',
      clauses: cite(id, context),
      level: 'must',
      message,
      expected,
      received,
      exchanges: [exchange],
    },
  ];
  const says = Object.keys(told).length === 0 ? '' : `, and says ${JSON.stringify(told)}`;
  if (overMaximum === undefined)
    context.observe(`${asked} → ${exchange.status}${exchange.status === 200 ? `, ${rows.length} rows` : ''}`);
  if (Math.max(rows.length, told.limit ?? 0) > maximum)
    return flaw(
      'a page larger than the documented maximum is served',
      `at most ${maximum} rows, or an error`,
      `${rows.length} rows${says}`,
    );
  // What breaks, or says that it has enough, says nothing of sizes.
  if (exchange.status === 0 || exchange.status >= 500 || exchange.status === 429) return [];
  if (overMaximum === 'refused' && isList(exchange))
    return flaw(`${asked}, over the maximum, is not refused`, 'a refusal', `status 200 with ${rows.length} rows`);
  if (overMaximum === 'clamped' && !isList(exchange))
    return flaw(`${asked} does not give the largest page`, 'status 200', `status ${exchange.status}`);
  if (overMaximum === 'clamped' && rows.length < maximum && next !== undefined)
    return flaw(
      `${asked} does not give the largest page`,
      `${maximum} rows, for more follow`,
      `${rows.length} rows${says}`,
    );
  return [];
}
