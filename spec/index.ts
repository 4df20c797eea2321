// The contract's door.

export type { Contract } from './load/contract.ts';
export { ContractError, type Mistake } from './load/contract-error.ts';
export { loadContract, OWN_DOCUMENTS, readContract } from './load/load-contract.ts';
export { nameCredentials } from './load/name-credentials.ts';
export type { ContractDocument } from './load/read-document.ts';
export { parseText, readFile, type SourceFile } from './load/read-file.ts';
export { type Clause, concerns, isHeldBy, type Level, type Register, strictest } from './meaning/clause.ts';
export { type Credential, REFUSED_ROLES, type Role } from './meaning/credential.ts';
export type { ErrorShape, UndocumentedSituation } from './meaning/error-shape.ts';
export { type Filter, isNegative, kindOf, meantBy, passes, restricting } from './meaning/filter.ts';
export { elementsOf, type FilterTest, type FilterValue, type TestKind } from './meaning/filter-tests.ts';
export { compareInstants, instant, isDay } from './meaning/instant.ts';
export type { ListMeaning, Operation, Reference, Refusal, RetryAfter, Situation } from './meaning/operation.ts';
export {
  compareOrderValues,
  compareRows,
  type Order,
  type OrderValue,
  orderValues,
  outOfOrder,
} from './meaning/order.ts';
export { firstPlace, type NextPlace, type PageFacts, type Paging, placeParameter } from './meaning/paging.ts';
export { type Parameter, type QueryPair, readValues, writeValues } from './meaning/parameter.ts';
export { pathName } from './meaning/path-name.ts';
export { callsOf, type RateLimit } from './meaning/rate-limit.ts';
export { memberOf, pointerTo, type Row } from './meaning/row.ts';
export { keepsRule, type Rule } from './meaning/rule.ts';
export { credentialFor, type Security, type SecurityScheme, shownKey, type Tenant } from './meaning/security.ts';
export { orderFor, type Sorting } from './meaning/sorting.ts';
export type { Account, Ad, AdAccount, Adset, Campaign } from './rows.ts';
export { cached, grouped } from './schema/cached.ts';
export { ajvPackage, formatsPackage } from './schema/load-on-demand.ts';
export { once } from './schema/once.ts';
export { at, escapeToken, isRecord, tokensOf, withValue } from './schema/pointer.ts';
export type { ReplySchema, Violation } from './schema/reply-schema.ts';
export { childSchemas, follow, isNothing, memberNames, schemasAt } from './schema/schema-tree.ts';
export { didYouMean } from './words/nearest-name.ts';
