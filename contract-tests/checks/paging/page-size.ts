// A page holds as many rows as were asked for.

import { isSized, sizeParameter } from '../../walk/page.ts';
import { type Check, flawsAbout } from '../check.ts';
import { lengthFlaws } from './page-lengths.ts';

const id = 'page-size';

export const pageSize: Check = {
  id,
  title: 'The page size that is asked for is kept',
  applies: isSized,
  needs: ['sizes'],
  judge: (evidence) => {
    const { operation, walks } = evidence;
    const maximum = operation.list.size?.maximum;
    const flaws = lengthFlaws(id, evidence, (size) => size !== undefined && size !== maximum);
    const refused = walks.filter(
      ({ stop, size, pages }) =>
        stop === 'refused' &&
        size === operation.list.size?.minimum &&
        // What is not answered at all is told as that.
        pages.every(({ exchange }) => exchange.request.expect === 'list' && exchange.status !== 0),
    );
    for (const { pages } of refused) {
      const exchanges = pages.map(({ exchange }) => exchange);
      const parameter = sizeParameter(operation) ?? '';
      const message = `the smallest ${parameter} is not answered with a list`;
      const flaw = flawsAbout(id, evidence, { subject: parameter, exchanges });
      flaws.push(flaw(message, 'status 200', `status ${exchanges.at(-1)?.status}`));
    }
    const cut = walks.filter(({ pages, size }) => size !== undefined && pages.length > 1).length;
    const gaps = cut === 0 ? ['needs more rows than the smallest page holds'] : [];
    return { flaws, gaps, message: `${cut} walks that were cut into pages` };
  },
};
