// The same list at different page sizes holds the same rows: nothing is lost at the boundary between two pages.
import { type Check, cite, isPaged } from '../check.ts';
import { nounOf } from '../filter-gaps.ts';
import { filterTrials } from '../filter-trials.ts';
import { sizedWalks } from '../paging-walks.ts';
import type { Scene } from '../scene.ts';
import { type Difference, type Settlement, settle, tell } from '../settle.ts';
import { type Flaw, shown } from '../verdict.ts';

const id = 'pages-agree';

export const pagesAgree: Check = {
  id,
  title: 'Walks at different page sizes hold the same rows',
  applies: isPaged,
  run: async (scene) => {
    const settlements = await settleSizes(scene, id);
    const { rows, complete } = await scene.universe(id);
    const flaws = differencesOf(settlements, ({ kind }) => kind !== 'twice').map((each) => walkFlaw(id, scene, each));
    const gaps = settlements.some(({ moving }) => moving) ? ['the data never stood still (moving)'] : [];
    if (!complete) gaps.push('the whole list is too long for the budget of requests');
    else if (rows.length < 2) gaps.push(`needs two ${nounOf(scene.operation)}s, so that a page can end between them`);
    return { flaws, gaps, message: `${rows.length} rows at ${settlements.length} page sizes` };
  },
};

const settled = new WeakMap<Scene, Promise<readonly Settlement[]>>();

/** Every sized walk against its list; made once for the checks that read it. */
export function settleSizes(scene: Scene, by: string): Promise<readonly Settlement[]> {
  const known = settled.get(scene) ?? settleAll(scene, by);
  settled.set(scene, known);
  return known;
}

async function settleAll(scene: Scene, by: string): Promise<readonly Settlement[]> {
  const settlements = (await filterTrials(scene, by)).flatMap(({ cut }) => cut ?? []);
  for (const { walk, list, again } of await sizedWalks(scene, by)) {
    if (walk.stop === 'end') settlements.push(await settle({ scene, by, walk, again, list, belongs: () => true }));
  }
  return settlements;
}

type Found = { readonly difference: Difference; readonly settlement: Settlement };

/** The differences of some kind, with the walk that shows each. */
export function differencesOf(
  settlements: readonly Settlement[],
  wanted: (difference: Difference) => boolean,
): Found[] {
  return settlements.flatMap((settlement) =>
    settlement.differences.filter(wanted).map((difference) => ({ difference, settlement })),
  );
}

/** A row that a walk of pages loses, adds, changes or repeats. */
export function walkFlaw(checkId: string, scene: Scene, { difference, settlement }: Found): Flaw {
  const { walk, universe } = settlement;
  return {
    subject: `${difference.kind} rows`,
    clauses: cite(checkId, scene),
    level: 'must',
    message: `walks at different page sizes do not hold the same rows: some are ${WORDS[difference.kind]}`,
    where: difference.key,
    expected: difference.kind === 'missing' ? shown(difference.listed) : 'every row of the list, once and alike',
    received: tell(difference, walk),
    exchanges: [...universe.walk.pages.slice(0, 1), ...walk.pages].map(({ exchange }) => exchange),
  };
}

const WORDS = { missing: 'missing', extra: 'added', different: 'shown differently', twice: 'repeated' } as const;
