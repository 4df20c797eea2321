// A page holds as many rows as were asked for.
import { type Check, cite, isSized } from '../check.ts';
import { sizeParameter } from '../page.ts';
import { lengthFlaws } from '../page-lengths.ts';
import { sizedWalks } from '../paging-walks.ts';

const id = 'page-size';

export const pageSize: Check = {
  id,
  title: 'The page size that is asked for is kept',
  applies: isSized,
  run: async (scene) => {
    await sizedWalks(scene, id);
    const maximum = scene.operation.list.size?.maximum;
    const flaws = lengthFlaws(id, scene, (size) => size !== undefined && size !== maximum, []);
    const refused = scene.walks.filter(
      ({ stop, size, pages }) =>
        stop === 'refused' &&
        size === scene.operation.list.size?.minimum &&
        pages.every(({ exchange }) => exchange.request.expect === 'list'),
    );
    for (const { pages } of refused) {
      const exchanges = pages.map(({ exchange }) => exchange);
      const parameter = sizeParameter(scene.operation) ?? '';
      flaws.push({
        subject: parameter,
        clauses: cite(id, scene),
        level: 'must',
        message: `the smallest ${parameter} is not answered with a list`,
        expected: 'status 200',
        received: `status ${exchanges.at(-1)?.status}`,
        exchanges,
      });
    }
    const cut = scene.walks.filter(({ pages, size }) => size !== undefined && pages.length > 1).length;
    const gaps = cut === 0 ? ['needs more rows than the smallest page holds'] : [];
    return { flaws, gaps, message: `${cut} walks that were cut into pages` };
  },
};
