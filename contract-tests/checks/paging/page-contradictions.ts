// What a page says of itself, and its number of rows, where it contradicts the call or the total.
import type { Evidence } from '../../evidence/evidence.ts';
import { expectedPage } from '../../model/page-facts.ts';
import type { Page } from '../../walk/page.ts';

/** The operation that is judged. */
type Judged = Pick<Evidence, 'operation'>;

/** Something that is told, or the number of rows, beside what should be there. */
type Contradiction = {
  readonly subject: string;
  readonly where: string;
  readonly expected: number | boolean;
  readonly received: number | boolean;
};

/** Whether nothing contradicts what follows, from the size that was asked for or, where it is not that many rows, from the one that is told. */
export function fits(scope: Judged, page: Page): boolean {
  const found = contradictions(scope, page);
  const isOfRows = found.some(({ where }) => where === scope.operation.list.items);
  return found.length === 0 || (isOfRows && contradictions(scope, page, page.told.limit).length === 0);
}

/** What contradicts what follows; with a size that the page itself tells, as if that one had been asked for. */
export function contradictions({ operation }: Judged, page: Page, size?: number): Contradiction[] {
  const { told, rows } = page;
  const { paging, items } = operation.list;
  const { facts, rows: due } = expectedPage(operation, page, size);
  const found = Object.entries(facts).flatMap(([fact, value]): Contradiction[] => {
    const where = paging.tells[fact as keyof typeof facts];
    const received = told[fact as keyof typeof facts];
    if (where === undefined || received === undefined || value === undefined || received === value) return [];
    return [{ subject: nameOf(where), where, expected: value, received }];
  });
  if (due === rows.length) return found;
  // Whether another page follows is said of the page that was given: one of another place or size.
  const others = found.filter(({ where }) => where !== paging.tells.more);
  return [...others, { subject: 'number of rows', where: items, expected: due, received: rows.length }];
}

/** The last part of a JSON Pointer. */
export const nameOf = (pointer: string): string => pointer.split('/').at(-1) ?? pointer;
