// A page holds as many rows as were asked for.

import { isSized } from '../../walk/page.ts';
import type { Check } from '../check.ts';
import { lengthFlaws } from './page-lengths.ts';
import { refusedSizeFlaws } from './refused-size.ts';

const id = 'page-size';

export const pageSize: Check = {
  id,
  title: 'The page size that is asked for is kept',
  applies: isSized,
  needs: ['sizes'],
  judge: (evidence) => {
    const { operation, walks } = evidence;
    const maximum = operation.list.size?.maximum;
    const flaws = lengthFlaws(id, evidence, (size) => size !== undefined && size !== maximum);
    flaws.push(...refusedSizeFlaws(id, evidence, operation.list.size?.minimum, 'smallest'));
    const cut = walks.filter(({ pages, size }) => size !== undefined && pages.length > 1).length;
    const gaps = cut === 0 ? ['needs more rows than the smallest page holds'] : [];
    return { flaws, gaps, message: `${cut} walks that were cut into pages` };
  },
};
