// The largest documented page size is honoured, and no page is larger.

import { isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { type Page, sizeParameter } from '../../walk/page.ts';
import { type Check, flawsAbout, type Scope } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { lengthFlaws } from './page-lengths.ts';
import { refusedSizeFlaws } from './refused-size.ts';

const id = 'maximum-page-size';

export const maximumPageSize: Check = {
  id,
  title: 'The documented maximum page size is honoured, and not exceeded',
  applies: ({ list }) => list.size?.maximum !== undefined,
  needs: ['sizes', 'oversized'],
  judge: (evidence) => {
    const { rows } = evidence.snapshot;
    const maximum = evidence.operation.list.size?.maximum ?? 0;
    const answers = evidence.oversized.flatMap(({ args, size, pages }) => pages.map((page) => ({ args, size, page })));
    const flaws = [
      ...lengthFlaws(id, evidence, (size) => size === maximum),
      ...refusedSizeFlaws(id, evidence, maximum, 'largest'),
      ...answers.flatMap(({ size, page }) => servedFlaws(evidence, page, size ?? 0, maximum)),
    ];
    // More than the maximum is never served; whether it is refused or clamped, most documentation does not say.
    const isSaid = evidence.operation.list.paging.overMaximum !== undefined;
    const alone = isSaid ? [] : answers.filter(({ args }) => args.length === 0);
    const observations = alone.map(({ size, page }) => toldOf(evidence, page, size ?? 0));
    const gaps = rows.length === 0 ? [`needs one ${nounOf(evidence.operation)}`] : [];
    const blind = rows.length <= maximum ? `; ${rows.length} rows cannot show a page that is too long` : '';
    return { flaws, gaps, message: `pages of ${maximum} and ${maximum + 1}${blind}`, observations };
  },
};

function toldOf({ operation }: Scope, { exchange: { status }, rows }: Page, size: number): string {
  return `${sizeParameter(operation)}=${size} → ${status}${status === 200 ? `, ${rows.length} rows` : ''}`;
}

/** What is wrong with the answer to a size over the maximum: refused or clamped is well where nothing is said, served is not. */
function servedFlaws(scope: Scope, { exchange, rows, told, next }: Page, size: number, maximum: number): Flaw[] {
  const { overMaximum } = scope.operation.list.paging;
  const asked = `${sizeParameter(scope.operation)}=${size}`;
  const flaw = flawsAbout(id, scope, { subject: 'maximum page size', exchanges: [exchange] });
  const says = Object.keys(told).length === 0 ? '' : `, and says ${JSON.stringify(told)}`;
  if (Math.max(rows.length, told.limit ?? 0) > maximum)
    return [
      flaw(
        'a page larger than the documented maximum is served',
        `at most ${maximum} rows, or an error`,
        `${rows.length} rows${says}`,
      ),
    ];
  // What breaks, or says that it has enough, says nothing of sizes.
  if (exchange.status === 0 || exchange.status >= 500 || exchange.status === 429) return [];
  if (overMaximum === 'refused' && isList(exchange))
    return [flaw(`${asked}, over the maximum, is not refused`, 'a refusal', `status 200 with ${rows.length} rows`)];
  if (overMaximum === 'clamped' && !isList(exchange))
    return [flaw(`${asked} does not give the largest page`, 'status 200', `status ${exchange.status}`)];
  if (overMaximum !== 'clamped' || rows.length >= maximum || next === undefined) return [];
  return [
    flaw(`${asked} does not give the largest page`, `${maximum} rows, for more follow`, `${rows.length} rows${says}`),
  ];
}
