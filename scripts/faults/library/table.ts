// All faults: those written by hand, and those that the operators make of the contract.
import type { Contract } from '../../../spec/index.ts';
import type { Fault } from '../fault.ts';
import { operatorFaults } from '../http-operators.ts';
import { authentication } from './authentication.ts';
import { authenticationCorners } from './authentication-corners.ts';
import { caches } from './caches.ts';
import { errors } from './errors.ts';
import { filterAccounts } from './filter-accounts.ts';
import { filterDisguised } from './filter-disguised.ts';
import { filterIds } from './filter-ids.ts';
import { filterIgnored } from './filter-ignored.ts';
import { filterPaging } from './filter-paging.ts';
import { filterPairs } from './filter-pairs.ts';
import { filterRows } from './filter-rows.ts';
import { filterSeveral } from './filter-several.ts';
import { filterSince } from './filter-since.ts';
import { filterValues } from './filter-values.ts';
import { invalidParameters } from './invalid-parameters.ts';
import { pagingBadCursor } from './paging-bad-cursor.ts';
import { pagingCursor } from './paging-cursor.ts';
import { pagingEndless } from './paging-endless.ts';
import { pagingMeta } from './paging-meta.ts';
import { pagingNumbers } from './paging-numbers.ts';
import { pagingOrder } from './paging-order.ts';
import { pagingRows } from './paging-rows.ts';
import { pagingSize } from './paging-size.ts';
import { references } from './references.ts';
import { referencesHidden } from './references-hidden.ts';
import { refusalsKlayrai } from './refusals-klayrai.ts';
import { refusalsLayers } from './refusals-layers.ts';
import { rowRemoved } from './row-removed.ts';
import { rowRules } from './row-rules.ts';
import { shapeAccounts } from './shape-accounts.ts';
import { shapeCorners } from './shape-corners.ts';
import { shapeEnvelope } from './shape-envelope.ts';
import { shapeRows } from './shape-rows.ts';
import { sometimesFaults } from './sometimes.ts';
import { transportBytes } from './transport-bytes.ts';
import { transportFailures } from './transport-failures.ts';
import { transportRedirects } from './transport-redirects.ts';
import { transportSockets } from './transport-sockets.ts';
import { uniqueness } from './uniqueness.ts';

/** The faults that are written by hand. */
const handWritten: readonly Fault[] = [
  ...filterIgnored,
  ...filterSeveral,
  ...filterValues,
  ...filterPairs,
  ...filterIds,
  ...filterSince,
  ...filterAccounts,
  ...filterRows,
  ...filterDisguised,
  ...filterPaging,
  ...rowRemoved,
  ...sometimesFaults,
  ...pagingRows,
  ...pagingSize,
  ...pagingCursor,
  ...pagingEndless,
  ...pagingOrder,
  ...pagingBadCursor,
  ...pagingNumbers,
  ...pagingMeta,
  ...references,
  ...referencesHidden,
  ...uniqueness,
  ...authentication,
  ...authenticationCorners,
  ...caches,
  ...refusalsLayers,
  ...refusalsKlayrai,
  ...errors,
  ...invalidParameters,
  ...shapeEnvelope,
  ...shapeRows,
  ...shapeAccounts,
  ...rowRules,
  ...shapeCorners,
  ...transportFailures,
  ...transportBytes,
  ...transportSockets,
  ...transportRedirects,
];

/** All faults against this contract. */
export function faultsOf(contract: Contract): readonly Fault[] {
  return [...handWritten, ...operatorFaults(contract)];
}
