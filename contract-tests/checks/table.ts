// All checks, in the order in which they run: what a later one builds on comes first, what looks at every walk and every
// exchange last.

import { authentication, foreignProject, plan, revokedKey, scope } from './access/refused-callers.ts';
import type { Check } from './check.ts';
import { filterBounds } from './filters/filter-bounds.ts';
import { filterCompleteness } from './filters/filter-completeness.ts';
import { filterImpossible } from './filters/filter-impossible.ts';
import { filterPairs } from './filters/filter-pairs.ts';
import { filterSoundness } from './filters/filter-soundness.ts';
import { filterValues } from './filters/filter-values.ts';
import { unfilteredList } from './filters/unfiltered-list.ts';
import { badCursor } from './paging/bad-cursor.ts';
import { cursorAdvances } from './paging/cursor-advances.ts';
import { cursorKeepsFilters } from './paging/cursor-keeps-filters.ts';
import { defaultPageSize } from './paging/default-page-size.ts';
import { firstPage } from './paging/first-page.ts';
import { maximumPageSize } from './paging/maximum-page-size.ts';
import { noRowTwice } from './paging/no-row-twice.ts';
import { order } from './paging/order.ts';
import { pageArithmetic } from './paging/page-arithmetic.ts';
import { pageSize } from './paging/page-size.ts';
import { pagesAgree } from './paging/pages-agree.ts';
import { pageBefore, pageOffset } from './paging/placed-page.ts';
import { totals } from './paging/totals.ts';
import { errorBody } from './replies/error-body.ts';
import { invalidParameters } from './replies/invalid-parameters.ts';
import { requestId } from './replies/request-id.ts';
import { responseHeaders } from './replies/response-headers.ts';
import { responseShape } from './replies/response-shape.ts';
import { versionHeader } from './replies/version-header.ts';
import { references } from './rows/references.ts';
import { rules } from './rows/rules.ts';
import { uniqueness } from './rows/uniqueness.ts';

export const checks: readonly Check[] = [
  filterSoundness,
  filterCompleteness,
  filterBounds,
  filterImpossible,
  filterValues,
  filterPairs,
  unfilteredList,
  cursorAdvances,
  cursorKeepsFilters,
  pageSize,
  defaultPageSize,
  maximumPageSize,
  badCursor,
  versionHeader,
  firstPage,
  pageArithmetic,
  pageBefore,
  pageOffset,
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
  pagesAgree,
  noRowTwice,
  errorBody,
  responseHeaders,
  requestId,
  responseShape,
];
