// No row comes twice in one walk; within one reply that is wrong whatever else changes.
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filter-gaps.ts';
import type { Page } from '../page.ts';
import { keyOf } from '../rows.ts';
import type { Scene } from '../scene.ts';
import { settle } from '../settle.ts';
import { type Flaw, shown } from '../verdict.ts';
import { differencesOf, settleSizes, walkFlaw } from './pages-agree.ts';

const id = 'no-row-twice';

export const noRowTwice: Check = {
  id,
  title: 'No row comes twice in one walk',
  applies: () => true,
  run: async (scene) => {
    const universe = await scene.universe(id);
    const settlements = scene.operation.list.paging.style === 'none' ? [] : await settleSizes(scene, id);
    const whole = await settle({
      scene,
      by: id,
      walk: universe.walk,
      belongs: () => true,
      again: () => scene.fresh(id, universe.base, universe.walk.size),
    });
    const across = differencesOf([...settlements, whole], ({ kind }) => kind === 'twice').map((each) =>
      walkFlaw(id, scene, each),
    );
    const within = scene.walks.flatMap(({ pages }) => pages.flatMap((page) => repeatedIn(scene, page)));
    const gaps = universe.rows.length < 2 ? [`needs two ${nounOf(scene.operation)}s`] : [];
    return { flaws: within.length > 0 ? within : across, gaps, message: `${scene.walks.length} walks` };
  },
};

function repeatedIn(scene: Scene, page: Page): Flaw[] {
  const seen = new Set<string>();
  return page.rows.flatMap((row): Flaw[] => {
    const key = keyOf(scene.operation, row);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        subject: 'repeated rows',
        clauses: cite(id, scene),
        level: 'must',
        message: 'one reply holds the same row twice',
        where: key,
        expected: 'each row once',
        received: shown(row),
        exchanges: [page.exchange],
      },
    ];
  });
}
