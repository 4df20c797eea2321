// No row comes twice in one walk; within one reply that is wrong whatever else changes.

import { type Flaw, shown } from '../../verdict/finding.ts';
import type { Page } from '../../walk/page.ts';
import { hasKey, keyOf } from '../../walk/rows.ts';
import { type Check, flawsAbout, type Scope } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { differencesOf, walkFlaw } from './pages-agree.ts';

const id = 'no-row-twice';

export const noRowTwice: Check = {
  id,
  title: 'No row comes twice in one walk',
  applies: () => true,
  needs: ['comparisons'],
  judge: (evidence) => {
    const { walks, snapshot, operation } = evidence;
    const across = differencesOf(evidence.comparisons, ({ kind }) => kind === 'twice').map((each) =>
      walkFlaw(id, evidence, each),
    );
    const within = walks.flatMap(({ pages }) => pages.flatMap((page) => repeatedIn(evidence, page)));
    const gaps = snapshot.rows.length < 2 ? [`needs two ${nounOf(operation)}s`] : [];
    return { flaws: within.length > 0 ? within : across, gaps, message: `${walks.length} walks` };
  },
};

function repeatedIn(scope: Scope, page: Page): Flaw[] {
  const seen = new Set<string>();
  const rows = page.rows.filter((row) => hasKey(scope.operation, row));
  return rows.flatMap((row): Flaw[] => {
    const key = keyOf(scope.operation, row);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const flaw = flawsAbout(id, scope, { subject: 'repeated rows', where: key, exchanges: [page.exchange] });
    return [flaw('one reply holds the same row twice', 'each row once', shown(row))];
  });
}
