// All checks, in the order in which they run: what a later one builds on comes first, what looks at every exchange last.
import type { Check } from '../check.ts';
import { authentication } from './authentication.ts';
import { badCursor } from './bad-cursor.ts';
import { cursorAdvances } from './cursor-advances.ts';
import { cursorKeepsFilters } from './cursor-keeps-filters.ts';
import { defaultPageSize } from './default-page-size.ts';
import { errorBody } from './error-body.ts';
import { filterBounds } from './filter-bounds.ts';
import { filterCompleteness } from './filter-completeness.ts';
import { filterImpossible } from './filter-impossible.ts';
import { filterPairs } from './filter-pairs.ts';
import { filterSoundness } from './filter-soundness.ts';
import { filterValues } from './filter-values.ts';
import { foreignProject } from './foreign-project.ts';
import { invalidParameters } from './invalid-parameters.ts';
import { maximumPageSize } from './maximum-page-size.ts';
import { noRowTwice } from './no-row-twice.ts';
import { order } from './order.ts';
import { pageArithmetic } from './page-arithmetic.ts';
import { pageBefore } from './page-before.ts';
import { pageSize } from './page-size.ts';
import { pagesAgree } from './pages-agree.ts';
import { references } from './references.ts';
import { plan, revokedKey, scope } from './refused-keys.ts';
import { responseHeaders } from './response-headers.ts';
import { responseShape } from './response-shape.ts';
import { rules } from './rules.ts';
import { totals } from './totals.ts';
import { undocumentedMembers } from './undocumented-members.ts';
import { uniqueness } from './uniqueness.ts';
import { versionHeader } from './version-header.ts';

export const checks: readonly Check[] = [
  filterSoundness,
  filterCompleteness,
  filterBounds,
  filterImpossible,
  filterValues,
  filterPairs,
  pagesAgree,
  noRowTwice,
  cursorAdvances,
  cursorKeepsFilters,
  pageSize,
  defaultPageSize,
  maximumPageSize,
  badCursor,
  pageArithmetic,
  pageBefore,
  totals,
  order,
  authentication,
  scope,
  foreignProject,
  revokedKey,
  plan,
  uniqueness,
  references,
  rules,
  invalidParameters,
  versionHeader,
  errorBody,
  responseHeaders,
  responseShape,
  undocumentedMembers,
];
