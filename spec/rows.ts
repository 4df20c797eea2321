// The rows of the five lists, by the names that `x-list` gives them. Generated from the contract: rename a member there and its users stop compiling.
import type { components as Klayrai } from './generated/klayrai.ts';
import type { components as Layers } from './generated/layers.ts';

export type AdAccount = Layers['schemas']['AdAccount'];
export type Campaign = Layers['schemas']['Campaign'];
export type Adset = Layers['schemas']['Adset'];
export type Ad = Layers['schemas']['Ad'];
export type Account = Klayrai['schemas']['Account'];
