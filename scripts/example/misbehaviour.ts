// What the deployments of the example do otherwise: they read the document in another way, or change calls and replies.
import { createMock, type Handler, type Mock, type Reply } from '../../mock/index.ts';
import { at, escapeToken, isRecord, type Row, readContract, withValue } from '../../spec/index.ts';
import { documents, type OperationId, PATHS } from './bookshop.ts';

/** Puts a misbehaviour of one operation in front of the mock. */
export type Misbehaviour = (mock: Mock, operation: OperationId) => Handler;

/** A word, the list that misunderstands it, what it does, the check that must fail, and how it is done. */
export type Fault = readonly [word: string, list: OperationId, does: string, check: string, how: Misbehaviour];

type Json = Record<string, unknown>;

/** A deployment whose makers read the document with another value at `pointer`, in the operation or, from `#`, anywhere. */
export const reading =
  (pointer: string, value: unknown): Misbehaviour =>
  (_, operation) => {
    const sources = documents().map((source) => {
      const place = pointer.startsWith('#')
        ? pointer.slice(1)
        : `/paths/${escapeToken(PATHS[operation].inDocument)}/get${pointer}`;
      const parent = place.slice(0, place.lastIndexOf('/'));
      if (at(source.value, parent) === undefined) return source;
      return { ...source, value: changed(structuredClone(source.value), place, value) };
    });
    return createMock({ contract: readContract(sources), seed: 1, ...WORLD });
  };

/** The world of every example: small lists are quickly judged. */
export const WORLD = { size: { book: 60, order: 60, review: 60, publisher: 24, copy: 60 } } as const;

function changed(document: unknown, place: string, value: unknown): unknown {
  const cut = place.lastIndexOf('/');
  const parent = at(document, place.slice(0, cut));
  const name = place.slice(cut + 1);
  if (Array.isArray(parent)) parent[Number(name)] = value;
  else if (isRecord(parent)) {
    if (value === undefined) delete parent[name];
    else parent[name] = value;
  }
  return document;
}

/** A filter whose word says something else. */
export const filtering =
  (name: string, stated: Json): Misbehaviour =>
  (mock, operation) => {
    const { place, word } = wordOf(operation, name);
    return reading(`${place}/x-filter`, { ...word, ...stated })(mock, operation);
  };

/** A parameter with another schema. */
export const typing =
  (name: string, member: string, value: unknown): Misbehaviour =>
  (mock, operation) =>
    reading(`${wordOf(operation, name).place}/${member}`, value)(mock, operation);

/** Where a parameter, or a member of an object parameter, stands in its operation; and its x-filter. */
function wordOf(operation: OperationId, name: string): { readonly place: string; readonly word: Json } {
  const [, outer = name, inner] = /^(\w+)\[(\w+)\]$/.exec(name) ?? [];
  for (const { value } of documents()) {
    const pointer = `/paths/${escapeToken(PATHS[operation].inDocument)}/get`;
    const list = at(value, `${pointer}/parameters`);
    const index = Array.isArray(list) ? list.findIndex((each) => isRecord(each) && each.name === outer) : -1;
    if (index < 0) continue;
    const place = `/parameters/${index}${inner === undefined ? '' : `/schema/properties/${inner}`}`;
    return { place, word: (at(value, `${pointer}${place}/x-filter`) ?? {}) as Json };
  }
  throw new Error(`${operation} has no parameter ${name}.`);
}

/** Changes the query before it is answered. */
export const asking =
  (change: (query: URLSearchParams) => void): Misbehaviour =>
  (mock, operation) => ({
    ...mock,
    handle: (call) => {
      if (call.path !== PATHS[operation].path) return mock.handle(call);
      const query = new URLSearchParams(call.query);
      change(query);
      return mock.handle({ ...call, query: query.toString() });
    },
  });

/** A call without these parameters. */
export const without = (...names: readonly string[]): Misbehaviour =>
  asking((query) => {
    for (const name of names) query.delete(name);
  });

/** A parameter that is given gets other values. */
export const turning = (name: string, turn: (values: readonly string[]) => readonly string[]): Misbehaviour =>
  asking((query) => {
    const values = query.getAll(name);
    query.delete(name);
    if (values.length > 0) for (const value of turn(values)) query.append(name, value);
  });

/** Changes headers before the call is answered. */
export const showing =
  (
    change: (headers: Readonly<Record<string, string | undefined>>, mock: Mock) => Record<string, string | undefined>,
  ): Misbehaviour =>
  (mock, operation) => ({
    ...mock,
    handle: (call) =>
      mock.handle(call.path === PATHS[operation].path ? { ...call, headers: change(call.headers, mock) } : call),
  });

/** Changes replies. */
export const replying =
  (change: (reply: Reply, query: URLSearchParams, mock: Mock) => Reply): Misbehaviour =>
  (mock, operation) => ({
    ...mock,
    handle: (call) => {
      const reply = mock.handle(call);
      return call.path === PATHS[operation].path ? change(reply, new URLSearchParams(call.query), mock) : reply;
    },
  });

/** Changes the bodies of lists. */
export const telling = (change: (body: Json, query: URLSearchParams, mock: Mock) => unknown): Misbehaviour =>
  replying((reply, query, mock) =>
    reply.status === 200 ? { ...reply, body: change(reply.body as Json, query, mock) } : reply,
  );

/** Puts a value into the bodies of lists. */
export const saying = (pointer: string, value: (seen: unknown, query: URLSearchParams) => unknown): Misbehaviour =>
  telling((body, query) => withValue(structuredClone(body), pointer, value(at(body, pointer), query)));

/** Changes the rows of every page. */
export const listing =
  (change: (rows: readonly Row[], query: URLSearchParams) => readonly unknown[]): Misbehaviour =>
  (mock, operation) =>
    telling((body, query) => {
      const { items } = PATHS[operation];
      const rows = (items === '' ? body : at(body, items)) as readonly Row[];
      return items === '' ? change(rows, query) : withValue(structuredClone(body), items, change(rows, query));
    })(mock, operation);

/** Changes one row in three. */
export const spoiling = (change: (row: Row) => Row): Misbehaviour =>
  listing((rows) => rows.map((row, index) => (index % 3 === 0 ? change(row) : row)));

/** Changes the refusals of one status. */
export const refusing = (status: number, change: (reply: Reply) => Partial<Reply>): Misbehaviour =>
  replying((reply) => (reply.status === status ? { ...reply, ...change(reply) } : reply));
