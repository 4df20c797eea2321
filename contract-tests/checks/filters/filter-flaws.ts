// From the trials of the filters to the flaws that the filter checks report.
import { memberOf, passes, type Row } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import { type Difference, tell } from '../../model/difference.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { type Arguments, describe } from '../../walk/filter-arguments.ts';
import type { Page } from '../../walk/page.ts';
import { keyOf } from '../../walk/rows.ts';
import { cite, clausesOn, listClauses, type Scope } from '../check.ts';
import { isInvalidIn, isToldOtherwise } from '../rows/invalid-members.ts';
import { isAtBound } from './bounds.ts';
import { isOfList } from './lost-rows.ts';

/** The check that holds what each filter keeps out. */
export const SOUNDNESS = 'filter-soundness';

/** The operation that is judged, and what it answered. */
type Told = Scope & Pick<Evidence, 'exchanges' | 'snapshot'>;

/** What the check holds of these filters, and what says that they keep the row out: it is listed against that, whatever else was asked. */
function brokenBy(checkId: string, scope: Scope, args: Arguments, failing: Arguments): readonly string[] {
  const clausesIn = (some: Arguments) => some.flatMap(({ filter }) => filter.clauses);
  const said = clausesIn(failing.length > 0 ? failing : args);
  const sound = keptOutBy(scope, failing);
  // What is said of other filters alone is not broken by these.
  const isOfOthers = sound.length > 0 && [clausesOn(checkId, scope, said), listClauses(checkId, scope)].every(isEmpty);
  return [...new Set([...(isOfOthers ? [] : cite(checkId, scope, said)), ...sound])];
}

const isEmpty = ({ length }: readonly unknown[]): boolean => length === 0;

/** What says that these filters keep a row out which fails them. */
export function keptOutBy(scope: Scope, failing: Arguments): readonly string[] {
  return clausesOn(
    SOUNDNESS,
    scope,
    failing.flatMap(({ filter }) => filter.clauses),
  );
}

/** What is asked that the row does not pass. */
export function failedBy(row: Row, args: Arguments): Arguments {
  return args.filter(({ filter, values }) => !passes(filter, row, values));
}

/** Whether the row fails filters only in members that its schema does not allow. */
function isToldOfRow(scope: Told, row: Row, args: Arguments): boolean {
  const failing = failedBy(row, args);
  return failing.length > 0 && failing.every(({ filter }) => isInvalidIn(scope, row, filter.field));
}

/** Rows under a filter that the filter should have kept out. */
export function unsoundFlaws(
  checkId: string,
  scope: Told,
  trial: ProbeRun,
  wanted: (row: Row) => boolean = () => true,
): Flaw[] {
  const { walk, probe } = trial;
  return trial.unsound
    .filter((row) => wanted(row) && !isToldOfRow(scope, row, probe.args))
    .map((row) => {
      const failing = failedBy(row, probe.args);
      const members = [...new Set(failing.map(({ filter }) => filter.field))];
      return {
        subject: subjectOf(scope.operation, trial),
        clauses: brokenBy(checkId, scope, probe.args, failing),
        level: 'must',
        message: `${describe(walk.args)} lists rows that it should keep out${as(trial)}`,
        where: keyOf(scope.operation, row),
        row: keyOf(scope.operation, row),
        expected: `only rows that pass ${describe(failing.length > 0 ? failing : walk.args)}`,
        received: members.map((member) => `${member}: ${shown(memberOf(row, member))}`).join(', '),
        exchanges: pagesOf(trial, ...walk.pages).map(({ exchange }) => exchange),
      };
    });
}

/** Which earlier call had the same answer, for messages; nothing where there is none. */
const as = ({ earlier }: ProbeRun): string =>
  earlier === undefined ? '' : `: the answer is that of ${describe(earlier.args)}`;

/** The pages that show a flaw, behind that of the earlier call which has the same rows: sent in this order they show it again. */
const pagesOf = ({ earlier }: ProbeRun, ...pages: readonly Page[]): readonly Page[] => [
  ...(earlier?.pages.slice(0, 1) ?? []),
  ...pages,
];

/** What a difference means for the filters. */
const WRONG: Readonly<Record<Difference['kind'], string>> = {
  missing: 'does not hold the rows of the whole list that pass it',
  extra: 'holds rows that are not in the whole list',
  different: 'shows rows otherwise than the whole list',
  twice: 'holds a row twice',
};

/** Rows that the answer lacks, repeats, shows otherwise, or has beside the whole list. */
export function differenceFlaws(
  checkId: string,
  scope: Told,
  trial: ProbeRun,
  wanted: (difference: Difference) => boolean,
): Flaw[] {
  const { comparison, probe } = trial;
  if (comparison === undefined) return [];
  const unsound = new Set(trial.unsound.map((row) => keyOf(scope.operation, row)));
  const shownBy = () => pagesOf(trial, ...comparison.snapshot.walk.pages.slice(0, 1), ...comparison.walk.pages);
  return comparison.differences
    .filter((difference) => wanted(difference) && !unsound.has(difference.key))
    .filter((difference) => !isOfList(trial, difference) && !isToldOtherwise(scope, difference))
    .map((difference) => ({
      subject: subjectOf(scope.operation, trial),
      clauses: brokenBy(checkId, scope, probe.args, difference.listed ? failedBy(difference.listed, probe.args) : []),
      message: `${describe(comparison.walk.args)} ${WRONG[difference.kind]}${as(trial)}`,
      level: 'must',
      where: difference.key,
      row: difference.key,
      expected:
        difference.walked === undefined ? shown(difference.listed) : 'the row exactly as in the whole list, once',
      received: tell(difference, comparison.walk),
      exchanges: shownBy().map(({ exchange }) => exchange),
    }));
}

/**
 * What is wrong with the rows of a trial that a check has for its own; a row of which the list knows nothing is undefined. Rows that
 * come twice are told of the walk, and those on a bound of the bound.
 */
export function ownFlaws(
  checkId: string,
  scope: Told,
  trial: ProbeRun,
  isOwn: (row: Row | undefined) => boolean,
): Flaw[] {
  return [
    ...unsoundFlaws(checkId, scope, trial, isOwn),
    ...differenceFlaws(
      checkId,
      scope,
      trial,
      (difference) => difference.kind !== 'twice' && !isAtBound(trial, difference) && isOwn(difference.listed),
    ),
  ];
}

/** The parameters that a trial is about, by name, in the order of the contract, whatever the order of the call. */
function subjectOf({ filters }: Scope['operation'], { probe }: ProbeRun): string {
  const asked = new Set(probe.args.map(({ filter }) => filter.name));
  return filters.flatMap(({ name }) => (asked.has(name) ? [name] : [])).join(' and ');
}
