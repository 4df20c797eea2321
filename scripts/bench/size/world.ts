// A mock of some size in this process, and calls to one of its lists that no kept answer serves.
import { type Call, createMock, type Mock } from '../../../mock/index.ts';
import { at, type Operation, type Row, shownKey } from '../../../spec/index.ts';

export type World = {
  readonly mock: Mock;
  readonly operation: Operation;
  /** Makes the call and writes the body of its reply; every call names another host, so that it is another question. */
  readonly ask: (query: string) => Buffer;
  /** The body of the reply as data. */
  readonly read: (query: string) => unknown;
  /** The rows of a reply. */
  readonly rows: (query: string) => readonly Row[];
};

/** The world of so many rows of each list, and the list of a resource in it. */
export function createWorld(size: Readonly<Record<string, number>>, resource: string): World {
  const mock = createMock({ scenario: 'large', size });
  const operation = mock.contract.operations.find(({ list }) => list.resource === resource);
  if (operation === undefined) throw new Error(`Nothing lists ${resource}.`);
  const usual = callOf(operation);
  let count = 0;
  const answer = (query: string) => {
    count += 1;
    const given = mock.answer({ ...usual, query, headers: { ...usual.headers, host: `h${count}` } });
    if (given.status !== 200) throw new Error(`${query} was answered with ${given.status}.`);
    return given.body;
  };
  const read = (query: string) => answer(query).value();
  return {
    mock,
    operation,
    ask: (query) => answer(query).bytes(),
    read,
    rows: (query) => at(read(query), operation.list.items) as Row[],
  };
}

/** The call of a good caller. */
function callOf({ path, tenants, security }: Operation): Call {
  const target = tenants.reduce(
    (all, { parameter, own }) => all.replace(`{${parameter}}`, own.examples[0] ?? ''),
    path,
  );
  const scheme = security.alternatives[0]?.scheme;
  const key = scheme?.credentials.valid?.examples[0];
  const headers =
    scheme === undefined || key === undefined ? {} : { [scheme.parameter.toLowerCase()]: shownKey(scheme, key) };
  return { method: 'GET', path: target, query: '', headers };
}

/** Fails where a question that was asked before is answered from memory: then nothing would be measured. */
export function holdCold({ ask }: World): void {
  const once = ask('limit=1');
  if (ask('limit=1') === once) throw new Error('Answers are kept beyond their host: ask for something else.');
}
