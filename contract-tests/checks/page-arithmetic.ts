// A numbered page says which page it is, how large, and whether more follow; the three fit the rows and the total.
import { type Check, cite, isNumbered } from '../check.ts';
import { isList } from '../exchange.ts';
import { filterTrials } from '../filter-trials.ts';
import { sizedWalks } from '../paging-walks.ts';
import type { Scene } from '../scene.ts';
import type { Flaw } from '../verdict.ts';
import { type Page, readPage } from '../walk.ts';

const id = 'page-arithmetic';

export const pageArithmetic: Check = {
  id,
  title: 'page, page_size and hasMore fit the rows and the total',
  applies: isNumbered,
  run: async (scene) => {
    await sizedWalks(scene, id);
    await filterTrials(scene, id);
    const { rows } = await scene.universe(id);
    const pages = scene.walks.flatMap((walk) =>
      walk.pages.map((page, index) => ({ page, number: index + 1, size: walk.size })),
    );
    const flaws = pages.filter(({ page }) => page.meta !== undefined).flatMap((each) => arithmeticFlaws(scene, each));
    flaws.push(...(await beyondTheEnd(scene, rows.length)));
    const several = pages.some(({ number }) => number > 1);
    return {
      flaws,
      gaps: several ? [] : ['needs more rows than one page of the smallest size holds'],
      message: `${pages.length} pages`,
    };
  },
};

type Numbered = { readonly page: Page; readonly number: number; readonly size: number | undefined };

function arithmeticFlaws(scene: Scene, { page, number, size }: Numbered): Flaw[] {
  const { meta } = page;
  if (meta === undefined) return [];
  const { maximum = Infinity, default: usual = 0 } = scene.operation.list.size ?? {};
  const asked = size ?? usual;
  // The page size in force: the one that was asked for, or what the deployment made of one out of bounds.
  const due = asked > maximum ? meta.page_size : asked;
  const follow = number * due < meta.total;
  const length = Math.max(0, Math.min(due, meta.total - (number - 1) * due));
  const flaw = (subject: string, expected: unknown, received: unknown): Flaw[] =>
    expected === received
      ? []
      : [
          {
            subject,
            clauses: cite(id, scene),
            level: 'must',
            message: `${subject} does not fit page ${number} of ${meta.total} rows, ${due} a page`,
            where: `/pagination/${subject}`,
            expected: String(expected),
            received: String(received),
            exchanges: [page.exchange],
          },
        ];
  return [
    ...flaw('page', number, meta.page),
    ...flaw('page_size', due, meta.page_size),
    ...flaw('hasMore', follow, meta.hasMore),
    ...flaw('number of rows', length, page.rows.length),
  ];
}

/** A page behind the last: an error or an empty page; rows there would contradict the total that stands beside them. */
async function beyondTheEnd(scene: Scene, rows: number): Promise<Flaw[]> {
  const { operation, client, tenant } = scene;
  const { paging } = operation.list;
  if (paging.style !== 'page') return [];
  const number = rows + 2;
  const query = [[paging.page, String(number)]] as const;
  const exchange = await client.send({ operation, query, credential: 'apiKey', tenant, expect: 'open' }, id);
  if (exchange === undefined) return [];
  const page = readPage(exchange);
  scene.observe(
    `a page behind the last → ${exchange.status}${exchange.status === 200 ? `, ${page.rows.length} rows` : ''}`,
  );
  if (!isList(exchange) || page.meta === undefined || page.meta.page !== number) return [];
  return arithmeticFlaws(scene, { page, number, size: undefined }).filter(
    ({ subject }) => subject === 'number of rows' || subject === 'hasMore',
  );
}
