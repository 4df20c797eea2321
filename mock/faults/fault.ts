// A fault that is in force: what misbehaves, where, how often and how many times more.
import type { ContractFault } from './contract-fault.ts';

/** What a user says of a fault. Parameters of the fault itself stand beside its name. */
export type FaultSettings = {
  readonly name: string;
  /** The id of the only operation that it concerns. @default all */
  readonly operation?: string;
  /** How likely it is for each call, from 0 to 1. @default 1 */
  readonly probability?: number;
  /** For how many calls it is in force. @default all */
  readonly count?: number;
  /** Chooses the calls, where the probability is below 1. @default 1 */
  readonly seed?: number;
  readonly [parameter: string]: string | number | undefined;
};

export type Fault = {
  readonly settings: FaultSettings;
  /** A fault of the contract, as a wrapped handler; undefined for one of the network. */
  readonly contract: ContractFault | undefined;
  /** For how many calls more; undefined for all. */
  left: number | undefined;
  /** How many calls it was drawn for. */
  drawn: number;
};

/** The fault as a header tells it: `status;code=503;count=2`. */
export function faultText({ settings, left }: Fault): string {
  const { name, count, ...others } = settings;
  const parts = Object.entries({ ...others, ...(count === undefined ? {} : { count: left ?? count }) });
  return [name, ...parts.map(([key, value]) => `${key}=${value}`)].join(';');
}
