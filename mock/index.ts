// The mock's door.
export type { Call, Reply } from './call.ts';
export { createFetch } from './fetch.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export { type Handler, listen, type MockServer } from './server.ts';
