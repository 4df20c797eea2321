// How a mock behaves.
import type { WorldOptions } from '../fixtures/index.ts';
import type { Contract } from '../spec/index.ts';
import type { ContractFaults } from './faults/contract-fault.ts';
import type { FaultSettings } from './faults/fault.ts';
import type { SessionBounds } from './session/sessions.ts';

export type MockOptions = WorldOptions & {
  /** The contract to execute. @default this package's own */
  readonly contract?: Contract;
  /** Refuse a query that is not written as the contract says, instead of understanding and reporting it. @default false */
  readonly strict?: boolean;
  /** Accept every credential that is not empty. @default false */
  readonly anyKey?: boolean;
  /** Count the calls of each key by this tier of the contract. @default calls are not counted */
  readonly rateLimit?: string;
  /** Faults that are in force from the start: settings, or texts such as `latency;ms=200`. */
  readonly faults?: readonly (FaultSettings | string)[];
  /** Faults of the contract that may be put in force, by name; a function is called when one is first needed. @default none */
  readonly contractFaults?: ContractFaults | (() => Promise<ContractFaults>);
  /** Answer browsers of other origins, with the documented paths alone. @default true */
  readonly cors?: boolean;
  /** How many sessions there may be, and for how long. */
  readonly sessions?: SessionBounds;
  /** Stop the clock from the start. @default false */
  readonly frozen?: boolean;
  /** Check every reply against its own schema, and answer 500 where it fails. For development. @default false */
  readonly checkReplies?: boolean;
  /** Told of every bug of the mock, with the id of the request that met it. @default prints it on stderr */
  readonly onBug?: (error: unknown, requestId: string) => void;
};
