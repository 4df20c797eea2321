// A deployment that breaks its documentation: a fault in front of a correct mock, given by whoever has a library of them.

import type { CredentialValues } from '../../fixtures/index.ts';
import type { Contract } from '../../spec/index.ts';
import type { Call, Reply } from '../answer/call.ts';
import type { Store } from '../store/store.ts';

/** A correct deployment, as a fault sees it. */
export type FaultyMock = {
  readonly handle: (call: Call) => Reply;
  readonly stores: Readonly<Record<string, Store>>;
  readonly credentials: CredentialValues;
  readonly contract: Contract;
};

export type ContractFault = {
  readonly summary: string;
  /** Puts the misbehaviour in front of a handler; it may change the rows of `mock`. */
  readonly wrap: (handler: Pick<FaultyMock, 'handle'>, mock: FaultyMock) => Pick<FaultyMock, 'handle'>;
};

/** Contract faults by their names. */
export type ContractFaults = Readonly<Record<string, ContractFault>>;
