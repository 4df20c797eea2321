// Forged and malformed cursors that are not treated as no cursor.
import type { Call, Reply } from '../../../mock/index.ts';
import { type Ask, askOf } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS } from '../lists.ts';

const fault = faultOf('paging');

/** Answers calls whose cursor the deployment never issued. */
const onBadCursor = (answer: (reply: Reply, ask: Ask, again: (query: string) => Reply) => Reply): Wrap => {
  return (handler) => {
    const issued = new Set<string>();
    return {
      handle: (call: Call) => {
        const reply = handler.handle(call);
        const { nextCursor } = (reply.body ?? {}) as { nextCursor?: unknown };
        if (typeof nextCursor === 'string') issued.add(nextCursor);
        const ask = askOf(call);
        const cursor = ask?.query.get('cursor') ?? undefined;
        if (ask === undefined || cursor === undefined || issued.has(cursor)) return reply;
        return answer(reply, ask, (query) => handler.handle({ ...call, query }));
      },
    };
  };
};

const error = (status: number, code: string) => (reply: Reply) => ({
  ...reply,
  status,
  body: { error: { code, message: 'The cursor is not valid.', requestId: reply.headers['X-Request-Id'] ?? 'req_0' } },
});

const page = (items: (rows: readonly unknown[]) => readonly unknown[]) => (reply: Reply) => {
  const body = reply.body as { items: readonly unknown[] };
  return { ...reply, body: { items: items(body.items), nextCursor: null } };
};

/** The page behind the one that was answered. */
const pageBehind = (reply: Reply, { query }: Ask, again: (query: string) => Reply): Reply => {
  const { nextCursor } = reply.body as { nextCursor: string | null };
  if (nextCursor === null) return { ...reply, body: { items: [], nextCursor: null } };
  const next = new URLSearchParams(query);
  next.set('cursor', nextCursor);
  return again(next.toString());
};

const ANSWERS: readonly (readonly [string, string, Wrap])[] = [
  ['422', 'is refused with 422', onBadCursor(error(422, 'VALIDATION'))],
  ['400', 'is refused with 400', onBadCursor(error(400, 'VALIDATION'))],
  ['404', 'is refused with 404', onBadCursor(error(404, 'NOT_FOUND'))],
  ['500', 'breaks the server', onBadCursor(error(500, 'INTERNAL'))],
  ['empty-page', 'gives an empty page', onBadCursor(page(() => []))],
  ['last-row', 'gives the last row of the first page', onBadCursor(page((rows) => rows.slice(-1)))],
  ['second-page', 'gives the second page', onBadCursor(pageBehind)],
];

const answered = CURSOR_LISTS.flatMap((list) =>
  ANSWERS.map(([name, summary, wrap]) =>
    fault({
      list,
      name: `bad-cursor-${name}`,
      clause: CLAUSES[list]['bad cursor'],
      summary: `a bad cursor ${summary}`,
      wrap,
    }),
  ),
);

/** The kinds of cursor that a server may trip over, each refused on its own. */
const KINDS: readonly (readonly [string, string, (cursor: string) => boolean])[] = [
  ['short', 'a short cursor', (cursor) => cursor.length < 12],
  ['long', 'a cursor of more than 200 letters', (cursor) => cursor.length > 200],
  ['foreign-letters', 'a cursor with letters outside base64url and dot', (cursor) => /[^A-Za-z0-9_.-]/.test(cursor)],
  ['altered', 'an issued cursor that was altered', (cursor) => cursor.length > 40 && /^[\w-]+\.[\w-]+$/.test(cursor)],
];

const kinds = CURSOR_LISTS.flatMap((list) =>
  KINDS.map(([name, what, isKind]) =>
    fault({
      list,
      name: `bad-cursor-${name}-422`,
      clause: CLAUSES[list]['bad cursor'],
      summary: `${what} is refused with 422`,
      wrap: onBadCursor((reply, { query }) =>
        isKind(query.get('cursor') ?? '') ? error(422, 'VALIDATION')(reply) : reply,
      ),
    }),
  ),
);

const payloadOf = (cursor: string): string => cursor.split('.')[0] ?? '';

/** Which of the cursors that were issued another one is taken for: the signature behind the dot is not looked at, or any beginning of it is enough. */
const LIKENESSES: readonly (readonly [string, string, (cursor: string, issued: string) => boolean])[] = [
  [
    'forged-cursor-honoured',
    'a cursor with an altered signature is honoured',
    (cursor, issued) => payloadOf(issued) === payloadOf(cursor),
  ],
  [
    'cut-cursor-honoured',
    'a cursor whose signature is cut is honoured',
    (cursor, issued) => cursor.length > issued.indexOf('.') + 1 && issued.startsWith(cursor),
  ],
];

const honoured = CURSOR_LISTS.flatMap((list) =>
  LIKENESSES.map(([name, summary, isLike]) =>
    fault({
      list,
      name,
      clause: CLAUSES[list]['bad cursor'],
      summary,
      wrap: (handler) => {
        const issued = new Set<string>();
        return {
          handle: (call) => {
            const query = new URLSearchParams(call.query);
            const cursor = query.get('cursor') ?? '';
            const genuine = [...issued].findLast((each) => isLike(cursor, each));
            if (cursor !== '' && genuine !== undefined) query.set('cursor', genuine);
            const reply = handler.handle({ ...call, query: query.toString() });
            const { nextCursor } = (reply.body ?? {}) as { nextCursor?: unknown };
            if (typeof nextCursor === 'string') issued.add(nextCursor);
            return reply;
          },
        };
      },
    }),
  ),
);

/** What a made-up cursor may say: how many rows to pass over, or behind which one to go on. */
const PLACES: readonly (readonly [string, string, (cursor: string, ids: readonly unknown[]) => number])[] = [
  [
    'offset',
    'a made-up cursor with an offset is honoured',
    (cursor) => Number(/^\{"offset":(\d+)\}$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1] ?? 0),
  ],
  ['row', 'the id of a row is honoured as a cursor', (cursor, ids) => ids.indexOf(cursor) + 1],
];

const madeUp = CURSOR_LISTS.flatMap((list) =>
  PLACES.map(([name, summary, placeOf]) =>
    fault({
      list,
      name: `${name}-as-cursor`,
      clause: CLAUSES[list]['bad cursor'],
      summary,
      wrap: onBadCursor((reply, { query }, again) => {
        const all = new URLSearchParams(query);
        all.delete('cursor');
        all.set('limit', '200');
        const { items = [] } = (again(all.toString()).body ?? {}) as { items?: readonly Record<string, unknown>[] };
        const place = placeOf(
          query.get('cursor') ?? '',
          items.map((row) => row[LISTS[list].key]),
        );
        const size = Number(query.get('limit') ?? 100);
        return place === 0 ? reply : page(() => items.slice(place, place + size))(reply);
      }),
    }),
  ),
);

export const pagingBadCursor: readonly Fault[] = [...answered, ...kinds, ...honoured, ...madeUp];
