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

/**
 * What a number of rows breaks: of more than were asked for, the size; of others than are due, the place, or the total where no place
 * was asked for; of too few where more follow, the size; of too few at the end, what is said of all rows, or the place.
 * Of none the place, unless filters may have left no row. Where pages that no place was asked for are wrong in the same way, it is not the place.
 */
export function lengthClauses(scope: Scope, page: Page, wrong: readonly Page[]): readonly string[] {
  const { operation, register } = scope;
  const { size, rows: due } = expectedPage(operation, page);
  const { length } = page.rows;
  const place = placeParameter(operation.list.paging);
  const isPlaced = gives(page, place);
  const heldBy = (check: string) => mustsOf(scope, clausesOf(check, operation, register));
  const sized = size === operation.list.size?.maximum ? maximumPageSize : pageSize;
  const ofSize = heldBy((gives(page, sizeParameter(operation)) ? sized : defaultPageSize).id);
  if (length > size) return ofSize;
  const ofFirst = wrong
    .filter((each) => !gives(each, place))
    .map((each) => ({ ...expectedPage(operation, each), each }));
  const isOfSize = ofFirst.some(({ each, ...due }) => each.rows.length > due.size || isCutShort(each, due.rows));
  if (isPlaced && isOfSize) return ofSize;
  const ofPlace = isPlaced ? placeClauses(scope) : heldBy(firstPage.id);
  if (length > due) return isPlaced ? ofPlace : heldBy(totals.id);
  const isFiltered = argumentsIn(operation, page.exchange.request.query).length > 0;
  if (length === 0 && !(isFiltered && !isPlaced)) return ofPlace;
  if (isCutShort(page, due)) return ofSize;
  const isOfAll = ofFirst.some(({ each, rows }) => each.rows.length > 0 && each.rows.length < rows);
  return [...(isPlaced && !isOfAll ? ofPlace : []), ...heldBy(pagesAgree.id)];
}

/** Whether the page has rows, fewer than are due, though it says that more follow. */
function isCutShort({ rows, next }: Page, due: number): boolean {
  return rows.length > 0 && rows.length < due && next !== undefined;
}

function gives({ exchange }: Page, name: string | undefined): boolean {
  return exchange.request.query.some(([each]) => each === name);
}
