// What a page says of itself, against what follows from the call, its rows and the total; and which of them is wrong.
import type { Evidence } from '../../evidence/evidence.ts';
import { expectedPage } from '../../model/page-facts.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { argumentsIn } from '../../walk/filter-arguments.ts';
import { type Page, placeOf } from '../../walk/page.ts';
import { cite, clausesOf, flawsAbout, type Scope } from '../check.ts';
import { lengthClauses, type WrongFirstPages, wrongFirstPages } from './length-clauses.ts';
import { contradictions, fits, nameOf } from './page-contradictions.ts';
import { rowsSeen } from './rows-seen.ts';
import { totals } from './totals.ts';

/** What is judged, and the list as it was seen. */
type Listed = Scope & Pick<Evidence, 'snapshot' | 'walks' | 'changing'>;

/**
 * Every fact of these pages that contradicts the call, the rows or the total. A page that is right but for its size, which it tells,
 * contradicts nothing: other checks hold sizes. Where all pages would fit the number of rows that the list has, the total is what is
 * wrong.
 */
export function pageFactFlaws(checkId: string, scope: Listed, pages: readonly Page[]): Flaw[] {
  const wrong = pages.filter((page) => !fits(scope, page));
  const counted = wrong.map((page) => ({ page, total: countedFor(scope, page) }));
  const isOfTotal = counted.every(({ page, total }) => {
    const { told } = page;
    const isOther = total !== undefined && told.total !== undefined && total !== told.total;
    return isOther && fits(scope, { ...page, told: { ...told, total } });
  });
  if (isOfTotal) return counted.map(({ page, total }) => totalFlaw(checkId, scope, page, total ?? 0));
  const ofFirst = wrongFirstPages(scope, wrong);
  return counted.flatMap(({ page, total }) => flawsOf(checkId, scope, page, { total, ofFirst }));
}

function flawsOf(
  checkId: string,
  scope: Listed,
  page: Page,
  { total, ofFirst }: { readonly total: number | undefined; readonly ofFirst: WrongFirstPages },
): Flaw[] {
  const { told } = page;
  const { operation } = scope;
  const { size, rows: due } = expectedPage(operation, page);
  // A page that is not full, and as long as its total says, proves the total.
  const isProven = page.rows.length === due && due < size;
  const isKnown = total === told.total || isProven;
  return contradictions(scope, page).map(({ subject, where, expected, received }) => {
    const isLength = where === operation.list.items;
    const isOfTotal = told.total !== undefined && (typeof received === 'boolean' || isLength);
    const rest = `${placeIn(scope, page)}, ${size} a page`;
    // Where two numbers contradict each other, and nothing else is known, neither is known to be the wrong one.
    const message = !isOfTotal
      ? `${subject} does not fit ${rest}`
      : isKnown
        ? `${subject} does not fit ${rest}, of ${told.total} rows`
        : `${subject} and the total of ${told.total} rows do not fit each other on ${rest}`;
    const ofLength = isLength ? lengthClauses(scope, page, ofFirst) : [];
    const ofTotal = isOfTotal && !isLength && !isKnown ? clausesOf(totals.id, operation, scope.register) : [];
    const clauses = ofLength.length > 0 ? ofLength : [...clausesOfFact(checkId, scope, where), ...ofTotal];
    return factFlaw(checkId, scope, page, where)(message, String(expected), String(received), { subject, clauses });
  });
}

/** Makes flaws of what a page tells in one place: they break what is said of the fact itself, where anything is. */
export function factFlaw(
  checkId: string,
  scope: Scope,
  { exchange }: Page,
  where: string,
): ReturnType<typeof flawsAbout> {
  const clauses = clausesOfFact(checkId, scope, where);
  return flawsAbout(checkId, scope, { subject: nameOf(where), where, clauses, exchanges: [exchange] });
}

function clausesOfFact(checkId: string, scope: Scope, where: string): readonly string[] {
  return cite(checkId, scope, scope.operation.reply(200)?.clausesAt(where) ?? []);
}

/** How many rows of what the page's call asks for were seen in all walks; undefined where the list is not known whole, or changed. */
function countedFor({ operation, snapshot, walks, changing }: Listed, { exchange }: Page): number | undefined {
  if (!snapshot.complete || snapshot.base.length > 0 || changing) return undefined;
  return rowsSeen(walks, operation, argumentsIn(operation, exchange.request.query));
}

function totalFlaw(checkId: string, scope: Listed, page: Page, total: number): Flaw {
  const { operation, register } = scope;
  const where = operation.list.paging.tells.total ?? '';
  const clauses = clausesOf(totals.id, operation, register);
  const message = `${nameOf(where)} does not fit ${placeIn(scope, page)}, which fits the number of rows in the list`;
  const flaw = factFlaw(checkId, scope, page, where);
  return flaw(message, String(total), String(page.told.total), clauses.length > 0 ? { clauses } : {});
}

function placeIn({ operation }: Scope, { exchange }: Page): string {
  const { number, offset } = placeOf(exchange.request);
  return operation.list.paging.style === 'page' ? `page ${number}` : `the page behind ${offset} rows`;
}
