// Without a register: which checks hold the statement that each word makes.
import { type FilterTest, filterTests } from '../meaning/filter-tests.ts';
import type { Situation } from '../meaning/operation.ts';

export const UNOBSERVABLE = 'unobservable';

/** `check:a check:b`: how a clause names its holders. */
function held(...checks: readonly string[]): string {
  return checks.map((check) => `check:${check}`).join(' ');
}

/** The checks that hold a filter. */
export function filterHolders(test: FilterTest, many: boolean): string {
  const { kind } = filterTests[test];
  return held(
    'filter-soundness',
    'filter-completeness',
    'filter-pairs',
    'cursor-keeps-filters',
    ...(kind === 'instant' || kind === 'number' ? ['filter-bounds'] : []),
    ...(kind === 'identity' ? ['filter-impossible'] : []),
    ...(many ? ['filter-values'] : []),
  );
}

/** The checks that hold what x-list says of one of its matters. */
export const listHolders = {
  key: held('no-row-twice'),
  unique: held('uniqueness'),
  order: held('order'),
  place: held('pages-agree', 'cursor-advances'),
  before: held('page-before'),
  offset: held('page-offset'),
  limit: held('page-size', 'default-page-size', 'maximum-page-size'),
  overMaximum: held('maximum-page-size'),
  badCursor: held('bad-cursor'),
  total: held('totals'),
  tells: held('page-arithmetic'),
} as const;

export const rowHolders = { reference: held('references'), rule: held('rules') } as const;

export const replyHolders = { body: 'schema', error: held('error-body'), header: held('response-headers') } as const;

/** A reply that no call can bring about: it answers no situation, or only such as the judge leaves alone. */
export function isBeyondReach(situations: readonly string[]): boolean {
  return situations.every((situation) => situationHolders[situation as Situation] === UNOBSERVABLE);
}

export const callerHolders = { security: held('authentication'), tenant: held('foreign-project') } as const;

/** The check that holds what a situation answers; `unobservable` where none can bring it about. */
export const situationHolders: Readonly<Record<Situation, string>> = {
  'no-credential': held('authentication'),
  'wrong-credential': held('authentication'),
  'revoked-credential': held('revoked-key'),
  'insufficient-scope': held('scope'),
  'insufficient-plan': held('plan'),
  'unknown-tenant': held('foreign-project'),
  'foreign-tenant': held('foreign-project'),
  'invalid-parameter': held('invalid-parameters'),
  'rate-limited': UNOBSERVABLE,
  'internal-error': UNOBSERVABLE,
};
