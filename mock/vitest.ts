// A session of its own for each test, in one line. This is a door of its own.
import { test as base, type TestAPI } from 'vitest';
import type { Mock, MockSession } from './mock.ts';

/** Vitest's `test`, whose tests get `session`: a view of the mock that no other test sees, forgotten when the test ends. */
export function mockTest(mock: Mock): TestAPI<{ session: MockSession }> {
  return base.extend<{ session: MockSession }>({
    session: async ({ task }, use) => {
      const session = mock.session(`${task.id}-${task.retry ?? 0}`);
      await use(session);
      await session.drop();
    },
  });
}
