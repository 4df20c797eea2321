// Faults of any contract: what a deployment may make of each of its filters, pages and keys.
import type { Call, ContractFault, ContractFaults, FaultyMock, Reply } from '../../mock/index.ts';
import { at, type Contract, isRecord, type Operation, placeParameter, type Row, withValue } from '../../spec/index.ts';

/** The faults of a contract, by name: each ends with the name of the list that it concerns. */
export function derivedFaults({ operations }: Contract): ContractFaults {
  return Object.fromEntries(operations.flatMap(faultsOf));
}

type Handler = Pick<FaultyMock, 'handle'>;

function faultsOf(operation: Operation): [string, ContractFault][] {
  const { list, filters } = operation;
  const fault = (name: string, summary: string, change: (handler: Handler, call: Call) => Reply) =>
    [`${name}-${list.name}`, { summary: `${list.name}: ${summary}`, wrap: onlyFor(operation, change) }] as [
      string,
      ContractFault,
    ];
  const rows = (name: string, summary: string, change: (rows: readonly Row[]) => readonly Row[]) =>
    fault(name, summary, (handler, call) => withRows(operation, handler.handle(call), change));
  const place = placeParameter(list.paging);
  const { limit } = list.paging;
  return [
    ...filters.map(({ name }) =>
      fault(`ignores-${name}`, `${name} restricts nothing`, (handler, call) => handler.handle(without(call, name))),
    ),
    rows('loses-the-last-row', 'each page lacks its last row', (all) => all.slice(0, -1)),
    rows('repeats-a-row', 'each page has its first row twice', (all) => [...all.slice(0, 1), ...all]),
    rows('turns-pages-round', 'each page stands in the opposite order', (all) => all.toReversed()),
    rows('forgets-the-key', `rows have no ${list.key}`, (all) => all.map(({ [list.key]: _key, ...row }) => row)),
    ...(place === undefined
      ? []
      : [
          fault('never-ends', `${place} is ignored: every page is the first`, (handler, call) =>
            handler.handle(without(call, place)),
          ),
        ]),
    ...(limit === undefined
      ? []
      : [fault('ignores-size', `${limit} is ignored`, (handler, call) => handler.handle(without(call, limit)))]),
  ];
}

/** Changes what is answered to one operation, and leaves the others alone. */
function onlyFor({ path }: Operation, change: (handler: Handler, call: Call) => Reply): ContractFault['wrap'] {
  const own = path.split('/');
  const concerns = (asked: string) => {
    const segments = asked.split('/');
    return (
      segments.length === own.length && own.every((each, place) => each.startsWith('{') || each === segments[place])
    );
  };
  return (handler) => ({ handle: (call) => (concerns(call.path) ? change(handler, call) : handler.handle(call)) });
}

function without(call: Call, parameter: string): Call {
  const query = new URLSearchParams(call.query);
  query.delete(parameter);
  return { ...call, query: String(query) };
}

function withRows({ list }: Operation, reply: Reply, change: (rows: readonly Row[]) => readonly Row[]): Reply {
  const rows = at(reply.body, list.items);
  if (reply.status !== 200 || !Array.isArray(rows)) return reply;
  const own = isRecord(reply.body) ? { ...reply.body } : reply.body;
  return { ...reply, body: withValue(own, list.items, change(rows.filter(isRecord))) };
}
