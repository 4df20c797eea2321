// No two rows of one reply share a value that the documentation says only one row has.
import { memberOf, type Row } from '../../spec/index.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filter-gaps.ts';
import { filterTrials } from '../filter-trials.ts';
import { keyOf } from '../rows.ts';
import { shown } from '../verdict.ts';

const id = 'uniqueness';

export const uniqueness: Check = {
  id,
  title: 'No two rows share what only one may have',
  applies: ({ list }) => list.unique.length > 0,
  run: async (scene) => {
    const { rows } = await scene.universe(id);
    await filterTrials(scene, id);
    const flaws = scene.walks.flatMap(({ pages }) =>
      pages.flatMap((page) =>
        scene.operation.list.unique.flatMap((member) =>
          repeated(page.rows, member).map((row) => ({
            subject: member,
            clauses: cite(id, scene),
            level: 'must' as const,
            message: `two rows have the same ${member}`,
            where: keyOf(scene.operation, row),
            expected: `at most one row with ${member} ${shown(memberOf(row, member))}`,
            received: 'another one',
            exchanges: [page.exchange],
          })),
        ),
      ),
    );
    return {
      flaws,
      gaps: rows.length < 2 ? [`needs two ${nounOf(scene.operation)}s`] : [],
      message: `${rows.length} rows`,
    };
  },
};

/** Rows whose value another row has before them; several rows may have none. */
function repeated(rows: readonly Row[], member: string): Row[] {
  const seen = new Set<unknown>();
  return rows.filter((row) => {
    const value = memberOf(row, member);
    const again = value !== null && value !== undefined && seen.has(value);
    seen.add(value);
    return again;
  });
}
