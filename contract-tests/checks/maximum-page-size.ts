// The largest documented page size is honoured, and no page is larger.
import { at } from '../../spec/index.ts';
import { type Check, cite, isNumbered, isPaged } from '../check.ts';
import { nounOf } from '../filter-gaps.ts';
import { lengthFlaws } from '../page-lengths.ts';
import type { Flaw } from '../verdict.ts';
import { sizeParameter } from '../walk.ts';

const id = 'maximum-page-size';

export const maximumPageSize: Check = {
  id,
  title: 'The documented maximum page size is honoured, and not exceeded',
  applies: isPaged,
  run: async (scene) => {
    const { rows } = await scene.universe(id);
    const maximum = scene.operation.list.size?.maximum ?? 0;
    const flaws: Flaw[] = lengthFlaws(id, scene, (size) => size === maximum, []);
    // More than the maximum: refused or clamped, the documentation does not say; but never served.
    const telling = rows.length > maximum || isNumbered(scene.operation) || scene.depth === 'full';
    const over = telling ? await scene.walk(id, [], maximum + 1, { maxPages: 1, refusable: true }) : undefined;
    const page = over?.pages[0];
    if (page !== undefined) {
      const { exchange, meta } = page;
      scene.observe(
        `${sizeParameter(scene.operation)}=${maximum + 1} → ${exchange.status}${exchange.status === 200 ? `, ${page.rows.length} rows` : ''}`,
      );
      const served = Math.max(page.rows.length, meta?.page_size ?? 0);
      if (served > maximum) {
        flaws.push({
          subject: 'maximum page size',
          clauses: cite(id, scene),
          level: 'must',
          message: 'a page larger than the documented maximum is served',
          expected: `at most ${maximum} rows, or an error`,
          received: `${page.rows.length} rows${meta === undefined ? '' : `, pagination ${JSON.stringify(at(exchange.body, '/pagination'))}`}`,
          exchanges: [exchange],
        });
      }
    }
    const gaps = rows.length === 0 ? [`needs one ${nounOf(scene.operation)}`] : [];
    const blind = rows.length <= maximum ? `; ${rows.length} rows cannot show a page that is too long` : '';
    return { flaws, gaps, message: `pages of ${maximum} and ${maximum + 1}${blind}` };
  },
};
