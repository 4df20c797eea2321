// What a page breaks that has another number of rows than is due.
import { placeParameter } from '../../../spec/index.ts';
import { expectedPage } from '../../model/page-facts.ts';
import { argumentsIn } from '../../walk/filter-arguments.ts';
import { type Page, sizeParameter } from '../../walk/page.ts';
import { clausesOf, mustsOf, type Scope } from '../check.ts';
import { defaultPageSize } from './default-page-size.ts';
import { firstPage } from './first-page.ts';
import { maximumPageSize } from './maximum-page-size.ts';
import { pageSize } from './page-size.ts';
import { pagesAgree } from './pages-agree.ts';
import { placeClauses } from './place-clauses.ts';
import { totals } from './totals.ts';

/** What is wrong with pages that no place was asked for: how long they are, or that they have not all rows. */
export type WrongFirstPages = { readonly isOfSize: boolean; readonly isOfAll: boolean };

export function wrongFirstPages({ operation }: Scope, wrong: readonly Page[]): WrongFirstPages {
  const place = placeParameter(operation.list.paging);
  const first = wrong
    .filter((page) => !gives(page, place))
    .map((page) => ({ page, length: page.rows.length, due: expectedPage(operation, page) }));
  return {
    isOfSize: first.some(({ page, length, due }) => length > due.size || isCutShort(page, due.rows)),
    isOfAll: first.some(({ length, due }) => length > 0 && length < due.rows),
  };
}

/**
 * What a number of rows breaks: of more than were asked for, the size; of others than are due, the place, or the total where no place
 * was asked for; of too few where more follow, the size; of too few at the end, what is said of all rows, or the place.
 * Of none the place, unless filters may have left no row. Where pages that no place was asked for are wrong in the same way, it is not the place.
 */
export function lengthClauses(scope: Scope, page: Page, { isOfSize, isOfAll }: WrongFirstPages): readonly string[] {
  const { operation, register } = scope;
  const { size, rows: due } = expectedPage(operation, page);
  const { length } = page.rows;
  const isPlaced = gives(page, placeParameter(operation.list.paging));
  const heldBy = (check: string) => mustsOf(scope, clausesOf(check, operation, register));
  const sized = size === operation.list.size?.maximum ? maximumPageSize : pageSize;
  const ofSize = heldBy((gives(page, sizeParameter(operation)) ? sized : defaultPageSize).id);
  if (length > size) return ofSize;
  if (isPlaced && isOfSize) return ofSize;
  const ofPlace = isPlaced ? placeClauses(scope) : heldBy(firstPage.id);
  if (length > due) return isPlaced ? ofPlace : heldBy(totals.id);
  const isFiltered = argumentsIn(operation, page.exchange.request.query).length > 0;
  if (length === 0 && !(isFiltered && !isPlaced)) return ofPlace;
  if (isCutShort(page, due)) return ofSize;
  return [...(isPlaced && !isOfAll ? ofPlace : []), ...heldBy(pagesAgree.id)];
}

/** Whether the page has rows, fewer than are due, though it says that more follow. */
function isCutShort({ rows, next }: Page, due: number): boolean {
  return rows.length > 0 && rows.length < due && next !== undefined;
}

function gives({ exchange }: Page, name: string | undefined): boolean {
  return exchange.request.query.some(([each]) => each === name);
}
