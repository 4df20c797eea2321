// The rows of the five lists, by the names that `x-list` gives them. Generated from the contract: rename a member there and its users stop compiling.
import type { components as Klayrai } from './generated/klayrai.ts';
import type { components as Layers } from './generated/layers.ts';

export type AdAccount = Layers['schemas']['AdAccount'];
export type Campaign = Layers['schemas']['Campaign'];
export type Adset = Layers['schemas']['Adset'];
export type Ad = Layers['schemas']['Ad'];
export type Account = Klayrai['schemas']['Account'];

/** The rows of one world, by resource. */
export type Rows = {
  readonly adAccount: readonly AdAccount[];
  readonly campaign: readonly Campaign[];
  readonly adset: readonly Adset[];
  readonly ad: readonly Ad[];
  readonly account: readonly Account[];
};

/** The name of a list, as `x-list` gives it. */
export type Resource = keyof Rows;

/** The error bodies of the two vendors. */
export type LayersError = Layers['schemas']['LayersError'];
export type KlayraiError = Klayrai['schemas']['KlayraiError'];
/** What KlayrAI says of a page. */
export type Pagination = Klayrai['schemas']['Pagination'];
