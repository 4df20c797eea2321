// A cursor carries on the list that it was made for: the filters hold on every page.

import { memberOf } from '../../../spec/index.ts';
import { shown } from '../../verdict/finding.ts';
import { describe, passesAll } from '../../walk/filter-arguments.ts';
import { isPaged } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import { type Check, cite } from '../check.ts';
import { gapsOf, nounOf } from '../filters/filter-gaps.ts';

const id = 'cursor-keeps-filters';

export const cursorKeepsFilters: Check = {
  id,
  title: 'Filters hold on every page, not on the first alone',
  applies: (operation) => isPaged(operation) && operation.filters.length > 0,
  needs: ['probes'],
  judge: (evidence) => {
    const { operation, walks, probes } = evidence;
    const trials = probes.filter(({ walk }) => walk.pages.length > 1);
    // A filter that fails on the first page already is reported by the filter checks.
    const sound = walks.filter(
      ({ pages, args }) => pages.length > 1 && pages[0]?.rows.every((row) => passesAll(args, row)) === true,
    );
    const flaws = sound.flatMap((walk) =>
      walk.pages.slice(1).flatMap(({ rows, exchange }) =>
        rows
          .filter((row) => !passesAll(walk.args, row))
          .map((row) => {
            const lost = walk.args.filter((argument) => !passesAll([argument], row));
            return {
              subject: lost.map(({ filter }) => filter.name).join(' and '),
              clauses: cite(id, evidence),
              level: 'must' as const,
              message: `the filter ${describe(lost)} is lost on a later page`,
              where: keyOf(operation, row),
              expected: `only rows that pass ${describe(walk.args)}`,
              received: lost.map(({ filter }) => `${filter.field}: ${shown(memberOf(row, filter.field))}`).join(', '),
              exchanges: [walk.pages[0]?.exchange ?? exchange, exchange],
            };
          }),
      ),
    );
    const proven = new Set(trials.flatMap(({ proves }) => proves));
    const gaps = operation.filters
      .filter((filter) => !proven.has(filter))
      .map((filter) => ({
        filters: [filter],
        text: `${filter.name}: no answer of several pages depended on it, for which it needs two ${nounOf(operation)}s that it lets through, and one that it keeps out`,
      }));
    return { flaws, ...gapsOf(id, evidence, gaps), message: `${trials.length} filtered walks of several pages` };
  },
};
