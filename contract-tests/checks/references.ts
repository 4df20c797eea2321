// A row that names another row names one that exists, and agrees with it.
import type { Reference, Row } from '../../spec/index.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filter-gaps.ts';
import { keyOf, sameRow } from '../rows.ts';
import type { Scene, Universe } from '../scene.ts';
import { type Flaw, shown } from '../verdict.ts';

const id = 'references';
/** How often a broken reference must be seen before it is believed, in lists that may be changing. */
const SIGHTINGS = 3;

export const references: Check = {
  id,
  title: 'References lead to rows that exist and agree',
  applies: ({ references: stated }) => stated.length > 0,
  run: async (scene) => {
    const universe = await scene.universe(id);
    const flaws: Flaw[] = [];
    const gaps = universe.rows.length === 0 ? [`needs one ${nounOf(scene.operation)}`] : [];
    for (const reference of scene.operation.references) {
      const target = scene.others.get(reference.to);
      const list = await target?.universe(id);
      if (target === undefined || list === undefined || !list.complete || list.base.length > 0) {
        gaps.push(`${reference.from}: the list of ${reference.to}s could not be walked whole`);
        continue;
      }
      flaws.push(...(await lastingFlaws(scene, target, reference)));
    }
    return { flaws, gaps, message: `${scene.operation.references.length} references of ${universe.rows.length} rows` };
  },
};

type Broken = { readonly row: Row; readonly member: string; readonly expected: string; readonly received: string };

/** The references that are broken in every look at both lists, the rows themselves unchanged. */
async function lastingFlaws(scene: Scene, target: Scene, reference: Reference): Promise<Flaw[]> {
  let rows = await scene.universe(id);
  let targets = await target.universe(id);
  let broken = brokenIn(scene, reference, rows, targets);
  for (let sighting = 1; sighting < SIGHTINGS && broken.length > 0; sighting += 1) {
    targets = await target.refresh(id);
    rows = await scene.refresh(id);
    if (!targets.complete || !rows.complete) return [];
    const again = new Map(brokenIn(scene, reference, rows, targets).map((each) => [idOf(scene, each), each]));
    broken = broken.filter((each) => {
      const twin = again.get(idOf(scene, each));
      return twin !== undefined && sameRow(twin.row, each.row);
    });
  }
  return broken.map(({ row, member, expected, received }) => ({
    subject: member,
    clauses: cite(id, scene, reference.clauses),
    level: 'must',
    message:
      member === reference.from
        ? `${member} names no ${nounOf(target.operation)}`
        : `${member} differs from that of the ${nounOf(target.operation)}`,
    where: keyOf(scene.operation, row),
    expected,
    received,
    exchanges: [...rows.walk.pages.slice(0, 1), ...targets.walk.pages.slice(0, 1)].map(({ exchange }) => exchange),
  }));
}

function idOf(scene: Scene, { row, member }: Broken): string {
  return `${keyOf(scene.operation, row)} ${member}`;
}

function brokenIn(
  scene: Scene,
  { from, field, to, agree }: Reference,
  { rows }: Universe,
  targets: Universe,
): Broken[] {
  const byField = new Map(targets.rows.map((row) => [row[field], row]));
  return rows.flatMap((row): Broken[] => {
    const target = byField.get(row[from]);
    if (row[from] === undefined) return [];
    if (target === undefined)
      return [{ row, member: from, expected: `the ${field} of a row in ${to}s`, received: shown(row[from]) }];
    return agree
      .filter((member) => row[member] !== undefined && row[member] !== target[member])
      .map((member) => ({
        row,
        member,
        expected: `${shown(target[member])}, as ${to} ${String(target[field])} has it`,
        received: `${shown(row[member])} in ${keyOf(scene.operation, row)}`,
      }));
  });
}
