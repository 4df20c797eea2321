// Without a size, a page holds the documented number of rows.
import { isSized } from '../../walk/page.ts';
import { type Check, flawsAbout } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { lengthFlaws } from './page-lengths.ts';

const id = 'default-page-size';

export const defaultPageSize: Check = {
  id,
  title: 'The documented default page size is used',
  applies: isSized,
  needs: ['sizes'],
  judge: (evidence) => {
    const { operation, walks: all } = evidence;
    const usual = operation.list.size?.default ?? 0;
    const flaws = lengthFlaws(id, evidence, (size) => size === undefined);
    const walks = all.filter(({ size }) => size === undefined);
    const answers = walks.flatMap(({ pages }) => pages.map((page) => ({ page, echoed: page.told.limit })));
    // Where a page of the documented number of rows is followed by another, it is what is told of its size that is wrong.
    const isToldWrongly = answers.some(
      ({ page, echoed }) => echoed !== usual && page.rows.length === usual && page.next !== undefined,
    );
    for (const { page, echoed } of answers) {
      if (echoed === undefined || echoed === usual || isToldWrongly) continue;
      const flaw = flawsAbout(id, evidence, { subject: 'default page size', exchanges: [page.exchange] });
      flaws.push(flaw('a page of the default size is said to have another', String(usual), String(echoed)));
    }
    const { rows, complete } = evidence.snapshot;
    // Many a deployment has half as many by default: fewer rows than that would look the same, where no page tells its size.
    const isBlind = complete && rows.length * 2 <= usual && answers.every(({ echoed }) => echoed === undefined);
    const needed = `needs more than ${Math.floor(usual / 2)} ${nounOf(operation)}s, for fewer fit on smaller pages too`;
    const gaps = rows.length === 0 ? [`needs one ${nounOf(operation)}`] : isBlind ? [needed] : [];
    const larger = complete && rows.length <= usual ? `; a default above ${rows.length} would look the same` : '';
    return { flaws, gaps, message: `${rows.length} rows at ${usual} a page${larger}` };
  },
};
