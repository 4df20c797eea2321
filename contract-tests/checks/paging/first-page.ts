// Without a page number the first page is given.
import type { Evidence } from '../../evidence/evidence.ts';
import { holdsRows } from '../../http/exchange.ts';
import { type Page, placeOf } from '../../walk/page.ts';
import { type Check, flawsAbout } from '../check.ts';

const id = 'first-page';

export const firstPage: Check = {
  id,
  title: 'Without a page number the first page is given',
  // Without a register it is one statement with the number that each page tells, which another check holds.
  applies: ({ binding, list: { paging } }) => !binding && paging.style === 'page' && paging.tells.page !== undefined,
  needs: ['sizes'],
  judge: (evidence) => {
    const pages = unnumberedPages(evidence);
    const flaws = pages.flatMap(({ exchange, told }) => {
      const { number } = placeOf(exchange.request);
      if (told.page === number) return [];
      const flaw = flawsAbout(id, evidence, { subject: 'first page', exchanges: [exchange] });
      return flaw('a call without a page number is given another page', String(number), String(told.page));
    });
    const several = evidence.walks.some((walk) => walk.pages.length > 1);
    return {
      flaws,
      gaps: several ? [] : ['needs more rows than one page of the smallest size holds'],
      message: `${pages.length} pages without a number`,
    };
  },
};

/** The pages that were asked for without a number, and say which they are. */
function unnumberedPages({ walks }: Evidence): readonly Page[] {
  const unasked = walks.filter(({ place, start }) => place === undefined && start === undefined);
  return unasked.flatMap(({ pages: [page] }) =>
    page?.told.page !== undefined && holdsRows(page.exchange) ? [page] : [],
  );
}
