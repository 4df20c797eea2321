// Without a size, a page holds the documented number of rows.
import { type Check, cite, isSized } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { lengthFlaws } from './page-lengths.ts';

const id = 'default-page-size';

export const defaultPageSize: Check = {
  id,
  title: 'The documented default page size is used',
  applies: isSized,
  needs: ['sizes'],
  run: async (context) => {
    const usual = context.operation.list.size?.default ?? 0;
    const flaws = lengthFlaws(id, context, (size) => size === undefined, []);
    const walks = context.walks.filter(({ size }) => size === undefined);
    for (const { page, echoed } of walks.flatMap(({ pages }) =>
      pages.map((page) => ({ page, echoed: page.told.limit })),
    )) {
      if (echoed === undefined || echoed === usual) continue;
      flaws.push({
        subject: 'default page size',
        clauses: cite(id, context),
        level: 'must',
        message: 'a page of the default size is said to have another',
        expected: String(usual),
        received: String(echoed),
        exchanges: [page.exchange],
      });
    }
    const { rows, complete } = await context.snapshot();
    const gaps = rows.length === 0 ? [`needs one ${nounOf(context.operation)}`] : [];
    const blind = complete && rows.length <= usual ? `; a default above ${rows.length} would look the same` : '';
    return { flaws, gaps, message: `${rows.length} rows at ${usual} a page${blind}` };
  },
};
