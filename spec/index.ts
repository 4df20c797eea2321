// The contract's door.
export { type Clause, type Level, type Register, strictest } from './clause.ts';
export { ContractError } from './contract-error.ts';
export { type Filter, type FilterValue, instant, passes } from './filter.ts';
export { type Contract, type Contracts, loadContracts, readContract } from './load-contract.ts';
export type {
  Api,
  ListMeaning,
  Operation,
  Parameter,
  Reference,
  Refusal,
  Row,
  Security,
  Situation,
} from './operation.ts';
export { at, isRecord } from './pointer.ts';
export type { ReplySchema, Violation } from './reply-schema.ts';
export type {
  Account,
  Ad,
  AdAccount,
  Adset,
  Campaign,
  KlayraiError,
  LayersError,
  Pagination,
  Resource,
  Rows,
} from './rows.ts';
