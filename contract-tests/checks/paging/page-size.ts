// A page holds as many rows as were asked for.

import { sizeParameter } from '../../walk/page.ts';
import { type Check, cite, isSized } from '../check.ts';
import { lengthFlaws } from './page-lengths.ts';

const id = 'page-size';

export const pageSize: Check = {
  id,
  title: 'The page size that is asked for is kept',
  applies: isSized,
  needs: ['sizes'],
  run: async (context) => {
    const maximum = context.operation.list.size?.maximum;
    const flaws = lengthFlaws(id, context, (size) => size !== undefined && size !== maximum, []);
    const refused = context.walks.filter(
      ({ stop, size, pages }) =>
        stop === 'refused' &&
        size === context.operation.list.size?.minimum &&
        pages.every(({ exchange }) => exchange.request.expect === 'list'),
    );
    for (const { pages } of refused) {
      const exchanges = pages.map(({ exchange }) => exchange);
      const parameter = sizeParameter(context.operation) ?? '';
      flaws.push({
        subject: parameter,
        clauses: cite(id, context),
        level: 'must',
        message: `the smallest ${parameter} is not answered with a list`,
        expected: 'status 200',
        received: `status ${exchanges.at(-1)?.status}`,
        exchanges,
      });
    }
    const cut = context.walks.filter(({ pages, size }) => size !== undefined && pages.length > 1).length;
    const gaps = cut === 0 ? ['needs more rows than the smallest page holds'] : [];
    return { flaws, gaps, message: `${cut} walks that were cut into pages` };
  },
};
