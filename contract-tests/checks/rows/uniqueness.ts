// No two rows of one reply share a value that the documentation says only one row has.
import { memberOf, type Row } from '../../../spec/index.ts';
import { shown } from '../../verdict/finding.ts';
import { keyOf } from '../../walk/rows.ts';
import { type Check, flawsAbout } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'uniqueness';

export const uniqueness: Check = {
  id,
  title: 'No two rows share what only one may have',
  applies: ({ list }) => list.unique.length > 0,
  needs: ['probes'],
  judge: (evidence) => {
    const { operation, walks } = evidence;
    const { rows } = evidence.snapshot;
    const flaws = walks.flatMap(({ pages }) =>
      pages.flatMap((page) =>
        operation.list.unique.flatMap((member) => {
          const flaw = flawsAbout(id, evidence, { subject: member, exchanges: [page.exchange] });
          return repeated(page.rows, member).map((row) => {
            const expected = `at most one row with ${member} ${shown(memberOf(row, member))}`;
            return flaw(`two rows have the same ${member}`, expected, 'another one', { where: keyOf(operation, row) });
          });
        }),
      ),
    );
    return {
      flaws,
      gaps: rows.length < 2 ? [`needs two ${nounOf(operation)}s`] : [],
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
