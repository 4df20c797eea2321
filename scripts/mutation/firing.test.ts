import { expect, test } from 'vitest';
import { checks } from '../../contract-tests/index.ts';
import { sharedContract } from '../faults/built-in.ts';
import { faultsOf } from '../faults/library/table.ts';
import { LISTS } from '../faults/lists.ts';
import { runFault } from './run.ts';

/** For each check a server that it must fail. */
const FIRED_BY: Readonly<Record<string, string>> = {
  authentication: 'no-key-served-ads',
  scope: 'no-scope-served-campaigns',
  'foreign-project': 'foreign-project-served-adsets',
  'revoked-key': 'revoked-key-served-accounts',
  plan: 'no-plan-served-accounts',
  'filter-soundness': 'status-ignored-campaigns',
  'filter-completeness': 'status-join-1-ads',
  'unfiltered-list': 'deleted-hidden-by-default-campaigns',
  'filter-bounds': 'since-exclusive-campaigns',
  'filter-impossible': 'campaignId-unknown-lists-all-adsets',
  'filter-values': 'status-first-value-only-adsets',
  'filter-pairs': 'adAccountId-ignored-beside-platforms-campaigns',
  'pages-agree': 'boundary-row-lost-adsets',
  'no-row-twice': 'boundary-row-twice-adsets',
  'cursor-advances': 'same-cursor-for-ever-campaigns',
  'cursor-keeps-filters': 'cursor-forgets-filters-ads',
  'page-size': 'limit-one-more-ads',
  'default-page-size': 'default-50-ads',
  'maximum-page-size': 'limit-capped-at-150-ads',
  'bad-cursor': 'bad-cursor-422-ads',
  'first-page': 'page-shown-from-zero-accounts',
  'page-arithmetic': 'page-shown-always-1-accounts',
  totals: 'total-of-page-accounts',
  uniqueness: 'two-on-meta_ads-adAccounts',
  references: 'adset-dangling-middle-ads',
  rules: 'active-over-total-accounts',
  'invalid-parameters': 'invalid-status-ignored-accounts',
  'version-header': 'version-required-accounts',
  'error-body': 'error-bare',
  'response-headers': 'no-request-id',
  'request-id': 'request-id-shared',
  'response-shape': 'created-at-null-ads',
};

const faults = new Map(faultsOf(sharedContract()).map((fault) => [fault.id, fault]));

/** Checks that nothing in the built-in contract calls for are made to fail by the example's faults. */
const called = checks.filter((check) => sharedContract().operations.some(check.applies));

test.each(called.map(({ id }) => id))('the check %s fails a server that it must fail', async (check) => {
  const fault = faults.get(FIRED_BY[check] ?? '');
  if (fault === undefined) throw new Error(`Name a fault in FIRED_BY that ${check} must notice.`);
  const { list } = fault;
  const operations = list === undefined ? {} : { operations: [LISTS[list].operation] };
  // What looks at the exchanges of others needs others to make them.
  const options = { ...operations, only: [...new Set(['authentication', check])] };
  const standard = await runFault(fault, options);
  const run = standard.checks.includes(check) ? standard : await runFault(fault, { ...options, depth: 'full' });
  expect(run.checks).toContain(check);
});
