// The page before a row holds the rows that stand directly in front of it.
import { memberOf, type Paging, type Row } from '../../spec/index.ts';
import { queryOf } from '../arguments.ts';
import { type Check, cite } from '../check.ts';
import { isList } from '../exchange.ts';
import { nounOf } from '../filter-gaps.ts';
import { readPage } from '../page.ts';
import { sizedWalks } from '../paging-walks.ts';
import { keyOf, rowMap, sameRows } from '../rows.ts';
import { asking, type Scene } from '../scene.ts';
import type { Flaw } from '../verdict.ts';
import type { Walk } from '../walk.ts';

const id = 'page-before';
/** How often a wrong page must be seen, between two looks at the list that agree. */
const SIGHTINGS = 2;

export const pageBefore: Check = {
  id,
  title: 'The page before a row holds the rows in front of it',
  applies: ({ list: { paging } }) => beforeIn(paging) !== undefined,
  run: async (scene) => {
    const walks = (await sizedWalks(scene, id)).map(({ walk }) => walk);
    const walk = walks.filter(({ pages, stop }) => pages.length > 2 && stop === 'end').at(-1);
    if (walk === undefined)
      return { flaws: [], gaps: [`needs ${nounOf(scene.operation)}s on three pages`], message: 'no walk' };
    // Behind the second page, so that there are rows both in front of the page and behind it; and the very first row.
    const places = [(walk.pages[0]?.rows.length ?? 0) + (walk.pages[1]?.rows.length ?? 0), 1, 0];
    const flaws: Flaw[] = [];
    for (const place of places) flaws.push(...(await judgeAt(scene, walk, place)));
    return { flaws, gaps: [], message: `${places.length} rows` };
  },
};

function beforeIn(paging: Paging): string | undefined {
  return paging.style === 'key' ? paging.before : undefined;
}

/** The page before the row at this index; a flaw where it is wrong while the list around it stands still. */
async function judgeAt(scene: Scene, walk: Walk, place: number): Promise<Flaw[]> {
  const { operation } = scene;
  const { paging, key, size: bounds } = operation.list;
  const name = beforeIn(paging) ?? '';
  const size = walk.size ?? bounds?.default ?? walk.pages[0]?.rows.length ?? 0;
  let latest = walk;
  let flaw: Flaw | undefined;
  for (let sighting = 0; sighting < SIGHTINGS; sighting += 1) {
    const row = latest.rows[place];
    if (row === undefined) return [];
    const due = latest.rows.slice(Math.max(0, place - size), place);
    const sized =
      walk.size === undefined || paging.limit === undefined ? [] : [[paging.limit, String(walk.size)] as const];
    const query = [...queryOf(walk.args), ...sized, [name, String(memberOf(row, key))] as const];
    const exchange = await scene.client.send({ ...asking(scene, query), expect: 'list' }, id);
    if (exchange === undefined) return [];
    if (!isList(exchange)) return [];
    const seen = readPage(exchange).rows;
    if (keysOf(scene, seen) === keysOf(scene, due)) return [];
    flaw = {
      subject: name,
      clauses: cite(id, scene),
      level: 'must',
      message: 'the page before a row holds other rows than those in front of it',
      where: keyOf(operation, row),
      expected: keysOf(scene, due) === '' ? 'no rows' : keysOf(scene, due),
      received: keysOf(scene, seen) === '' ? 'no rows' : keysOf(scene, seen),
      exchanges: [exchange],
    };
    const again = await scene.fresh(id, walk.args, walk.size, { maxPages: walk.pages.length + 2 });
    if (!sameRows(rowMap(operation, latest.rows), rowMap(operation, again.rows))) return [];
    latest = again;
  }
  return flaw === undefined ? [] : [flaw];
}

function keysOf({ operation }: Scene, rows: readonly Row[]): string {
  return rows.map((row) => keyOf(operation, row)).join(', ');
}
