// A worked example of the suite: in your own repository, deployment is your own staging instead of the mock.

import { createMock, listen, type MockServer } from 'ads-contract-kit/mock';
import { contractSuite } from 'ads-contract-kit/vitest';
import { afterAll } from 'vitest';

let server: MockServer | undefined;
afterAll(() => server?.close());

contractSuite({
  deployment: async () => {
    const mock = createMock();
    server = await listen(mock);
    return { baseUrl: server.url, credentials: mock.credentials };
  },
});
