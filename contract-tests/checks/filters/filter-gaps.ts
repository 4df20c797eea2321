// What data a filter check would need to say more: the difference between green and untried.
import {
  type Filter,
  type FilterValue,
  isNegative,
  kindOf,
  memberOf,
  type Operation,
  passes,
  type Row,
  restricting,
} from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import { valueIn } from '../../plan/filters/row-values.ts';
import { spread } from '../../plan/spread.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { leavesDefault } from '../../walk/lifted-defaults.ts';
import type { Walk } from '../../walk/walk.ts';
import { clausesOf, type Outcome, type Scope } from '../check.ts';

/** What a row of the list is called: `ad account`. */
export function nounOf({ list }: Operation): string {
  return list.resource.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What could not be shown of some filters, in words. */
export type FilterGap = { readonly filters: readonly Filter[]; readonly text: string };

/**
 * What a check of filters leaves untried. Where it concerns some filters alone, in a list whose rows one can tell apart, the
 * clauses of the others were put to the test all the same.
 */
export function gapsOf(
  id: string,
  { operation, register, snapshot }: Scope & Pick<Evidence, 'snapshot'>,
  some: readonly FilterGap[],
  unanswered: readonly string[] = [],
): Pick<Outcome, 'gaps' | 'exercised'> {
  const gaps = [...some.map(({ text }) => text), ...unanswered];
  const isSeen = snapshot.rows.some((row) => memberOf(row, operation.list.key) !== undefined);
  if (gaps.length === 0 || unanswered.length > 0 || !isSeen) return { gaps };
  const untried = new Set(some.flatMap(({ filters }) => filters));
  const isTried = (clause: string): boolean => {
    const owners = operation.filters.filter(({ clauses }) => clauses.includes(clause));
    return owners.length > 0 && owners.every((filter) => !untried.has(filter));
  };
  return { gaps, exercised: clausesOf(id, operation, register).filter(isTried) };
}

/** Filters that no trial could prove, with why: what would prove them. */
export function unprovenFilters({ filters }: Operation, trials: readonly ProbeRun[], why: string): FilterGap[] {
  const proven = new Set(trials.flatMap(({ proves }) => proves));
  const unproven = filters.filter((filter) => !proven.has(filter));
  return unproven.map((filter) => ({ filters: [filter], text: `${filter.name}: ${why}` }));
}

/** Documented values that no row has, although a row may have them. */
export function unusedValues(operation: Operation, rows: readonly Row[]): FilterGap[] {
  return operation.filters.flatMap((filter) =>
    documentedValues(operation, filter)
      .filter((value) => !rows.some((row) => passes(filter, row, [value])))
      .map((value) => ({
        filters: [filter],
        text: `${filter.name}=${value}: needs one ${nounOf(operation)} with ${filter.field} ${restricting(filter, [value]).join(' or ')}`,
      })),
  );
}

/** The documented values that some row may pass, of a filter that looks for a value. */
function documentedValues({ fieldValues }: Operation, filter: Filter): readonly FilterValue[] {
  const { allowed, when, unrestricted, field } = filter;
  if (isNegative(filter) || !['identity', 'elements'].includes(kindOf(filter))) return [];
  const possible = fieldValues.get(field);
  const values = when === undefined ? allowed.filter((each) => each !== unrestricted) : [when];
  return values.filter(
    (each) => possible === undefined || restricting(filter, [each]).some((tested) => possible.includes(tested)),
  );
}

/** Pairs of filters of which no answered probe could prove both; they concern filters that could be proven beside no other. */
export function unprovenPairs(operation: Operation, trials: readonly ProbeRun[], rows: readonly Row[]): FilterGap[] {
  const { filters } = operation;
  const answered = trials.filter(({ walk, probe }) => walk.stop === 'end' && probe.args.length > 1);
  const beside = new Set(answered.flatMap(({ proves }) => proves));
  return filters.flatMap((one, index) =>
    filters.slice(index + 1).flatMap((other) => {
      const together = answered.filter(({ probe }) =>
        [one, other].every((filter) => probe.args.some((argument) => argument.filter === filter)),
      );
      const proven = new Set(together.flatMap(({ proves }) => proves));
      if (proven.has(one) && proven.has(other)) return [];
      const why = canDecide(one, other, rows)
        ? 'they were not asked for so that both decide, raise --max-requests'
        : `no answer depended on both, for which they need ${nounOf(operation)}s that pass one of them and not the other`;
      const text = `${one.name} with ${other.name}: ${why}`;
      return [{ filters: [one, other].filter((filter) => !beside.has(filter)), text }];
    }),
  );
}

/** Rows whose values are tried for two filters. */
const TRIED = 50;

/** Whether there are values of two filters with which some row passes both, and some pass the one and the other alone. */
function canDecide(one: Filter, other: Filter, rows: readonly Row[]): boolean {
  return spread(rows, TRIED).some((row) => {
    const [value, beside] = [valueIn(one, row, rows), valueIn(other, row, rows)];
    if (value === undefined || beside === undefined) return false;
    const passing = rows.map((each) => [passes(one, each, [value]), passes(other, each, [beside])] as const);
    const shows = (first: boolean, second: boolean) => passing.some(([a, b]) => a === first && b === second);
    return shows(true, true) && shows(true, false) && shows(false, true);
  });
}

/** What changes and what is unstable look alike where rows differ for ever. */
export const MOVING =
  'the rows differed from call to call (moving data, unstable replies, or a cache that says so with Age)';

/** Why some trials say nothing. */
export function unansweredTrials(trials: readonly ProbeRun[], { whyUnsent }: Pick<Evidence, 'whyUnsent'>): string[] {
  const isRefused = ({ walk: { stop, pages } }: ProbeRun) =>
    stop === 'refused' && pages[0]?.exchange.request.expect === 'list';
  const refused = trials.find(isRefused);
  const reasons = trials.flatMap((trial) => {
    const { walk, comparison, probe } = trial;
    // One of those that are refused stands for all.
    if (walk.stop === 'refused') return trial === refused ? [notListed(walk)] : [];
    if (walk.stop === 'budget') return [whyUnsent];
    if (comparison?.moving === true) return [MOVING];
    // Rows that the list leaves out by default speak for themselves.
    if (comparison !== undefined || leavesDefault(probe.args)) return [];
    return ['the whole list could not be walked to its end'];
  });
  return [...new Set(reasons)];
}

function notListed({ args, pages }: Walk): string {
  const { status = 0, problem } = pages.at(-1)?.exchange ?? {};
  return `${describe(args)} was answered with ${status === 0 ? (problem?.detail ?? 'nothing') : `status ${status}`}, and no list`;
}
