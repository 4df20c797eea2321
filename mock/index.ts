// The mock's door.
export type { Call, Reply } from './answer/call.ts';
export { type Control, type ControlOptions, ControlRefused, createControl } from './control/client.ts';
export type { ContractFault, ContractFaults, FaultyMock } from './faults/contract-fault.ts';
export type { FaultSettings } from './faults/fault.ts';
export { networkFaults } from './faults/network-faults.ts';
export { createMock, type Mock, type MockSession } from './mock.ts';
export type { MockOptions } from './options.ts';
export type { Handler } from './serve/answer-of.ts';
export { createFetch } from './serve/fetch.ts';
export { listen, type MockServer } from './serve/server.ts';
