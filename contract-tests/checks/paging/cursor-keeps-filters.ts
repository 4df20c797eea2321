// A cursor carries on the list that it was made for: the filters hold on every page.

import { type Filter, memberOf, once, type Row } from '../../../spec/index.ts';
import { shown } from '../../verdict/finding.ts';
import { type Arguments, describe, passesAll } from '../../walk/filter-arguments.ts';
import { isPaged } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';
import { type Check, cite, clausesOf } from '../check.ts';
import { gapsOf, nounOf, unprovenFilters } from '../filters/filter-gaps.ts';
import { filterSoundness } from '../filters/filter-soundness.ts';

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
    // Looked through only where a row is wrong.
    const everywhere = once(() => lostInOnePage(walks));
    const isHeld = clausesOf(id, operation, evidence.register).length > 0;
    const flaws = sound.flatMap((walk) =>
      walk.pages.slice(1).flatMap(({ rows, exchange }) =>
        rows
          .filter((row) => lostIn(walk, row).some(({ filter }) => !everywhere().has(filter)))
          .map((row) => {
            const lost = lostIn(walk, row);
            const ofFilters = lost.flatMap(({ filter }) => filter.clauses);
            return {
              subject: lost.map(({ filter }) => filter.name).join(' and '),
              clauses: cite(isHeld ? id : filterSoundness.id, evidence, ofFilters),
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
    const why = `no answer of several pages depended on it, for which it needs two ${nounOf(operation)}s that it lets through, and one that it keeps out, none of which moves`;
    return {
      flaws,
      ...gapsOf(id, evidence, unprovenFilters(operation, trials, why)),
      message: `${trials.length} filtered walks of several pages`,
    };
  },
};

/** The filters that should have kept the row out. */
function lostIn({ args }: Pick<Walk, 'args'>, row: Row): Arguments {
  return args.filter((argument) => !passesAll([argument], row));
}

/** Filters that let a row through where all rows come on one page: it is not the cursor that loses them. */
function lostInOnePage(walks: readonly Walk[]): ReadonlySet<Filter> {
  const short = walks.filter(
    ({ pages, start, place }) => pages.length === 1 && start === undefined && place === undefined,
  );
  return new Set(short.flatMap((walk) => walk.rows.flatMap((row) => lostIn(walk, row).map(({ filter }) => filter))));
}
