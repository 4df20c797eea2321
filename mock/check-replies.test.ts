import { expect, test } from 'vitest';
import { at, loadContract } from '../spec/index.ts';
import { createMock } from './mock.ts';
import { sampleCall } from './sample-call.ts';

const contract = loadContract();

test.each(contract.operations)(
  'a mock that checks its replies answers 500 where a row of $id is broken',
  (operation) => {
    const bugs: unknown[] = [];
    const mock = createMock({ contract, checkReplies: true, scenario: 'one-page', onBug: (error) => bugs.push(error) });
    expect(mock.handle(sampleCall(operation)).status).toBe(200);
    mock.stores[operation.list.name]?.put({ [operation.list.key]: '!' });
    const reply = mock.handle(sampleCall(operation));
    expect([reply.status, at(reply.body, operation.error.code ?? '')]).toEqual([
      500,
      operation.error.undocumented['internal-error'],
    ]);
    expect(bugs.map(String)).toEqual([expect.stringContaining(`${operation.id} answered ${operation.list.items}/`)]);
  },
);
