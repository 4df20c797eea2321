// The mock's door.
export type { Call, Reply } from './answer/call.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export { createFetch } from './serve/fetch.ts';
export { type Handler, listen, type MockServer } from './serve/server.ts';
