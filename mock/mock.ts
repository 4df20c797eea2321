// The mock, wherever it is used: in one's own process, in one's own Express app, or on a port.
import type { RequestHandler } from 'express';
import type { Contract } from '../spec/index.ts';
import { type Control, createControl } from './control/client.ts';
import { type Core, createCore } from './core.ts';
import type { MockOptions } from './options.ts';
import { createRouterHandler } from './serve/express-router.ts';
import { createFetch } from './serve/fetch.ts';
import { type ListenOptions, listen, type MockServer } from './serve/server.ts';

/** One caller's own view of a mock. */
export type MockSession = {
  readonly name: string;
  readonly contract: Contract;
  /** The header that chooses it, for clients that send their own requests. */
  readonly headers: Readonly<Record<string, string>>;
  /** A `fetch` whose calls are made in this session. */
  readonly fetch: typeof fetch;
  /** Drives this session alone. */
  readonly control: Control;
  /** Forgets it. */
  readonly drop: () => Promise<void>;
};

export type Mock = Core & {
  /** Answers in this process; the host of the URL does not matter. */
  readonly fetch: typeof fetch;
  /** A handler for one's own Express app, which may mount it under any path; what is not the mock's goes on to the next. */
  readonly express: () => RequestHandler;
  /** Listens; rejects with the system's error where it cannot. */
  readonly listen: (options?: ListenOptions) => Promise<MockServer>;
  /** Drives the session without a name. */
  readonly control: Control;
  /** A session of this name, made when it is first used. @default a name that no other session has */
  readonly session: (name?: string) => MockSession;
};

/** Builds a mock with a world of its own. Throws a ContractError, a FaultError, or a RangeError for an unknown tier. */
export function createMock(options: MockOptions = {}): Mock {
  const core = createCore(options);
  const send = createFetch(core);
  const url = 'http://mock';
  let count = 0;
  const session = (given?: string): MockSession => {
    count += 1;
    const name = given ?? `session-${count}`;
    const headers = { 'X-Mock-Session': name };
    return {
      name,
      contract: core.contract,
      headers,
      fetch: (input, init) => {
        const request = new Request(input, init);
        request.headers.set('X-Mock-Session', name);
        return send(request);
      },
      control: createControl({ url, session: name, fetch: send }),
      drop: async () => {
        core.sessions.drop(name);
      },
    };
  };
  const { answer, ...others } = Object.getOwnPropertyDescriptors(core);
  return Object.defineProperties({} as Mock, {
    ...others,
    // Not copied along: a copy with another `handle` is answered by that.
    answer: { ...answer, enumerable: false },
    ...Object.getOwnPropertyDescriptors({
      fetch: send,
      express: () => createRouterHandler(core),
      listen: (given?: ListenOptions) => listen(core, given),
      control: createControl({ url, fetch: send }),
      session,
    }),
  });
}
