// How a fault changes an answer before it is sent.
import type { Reply } from '../../mock/index.ts';
import { isRecord, type Row } from '../../spec/index.ts';
import { type Ask, askOf } from './ask.ts';
import type { Mock } from './built-in.ts';
import type { Wrap } from './fault.ts';
import { LISTS } from './lists.ts';

/** The body of a list, as an object. */
export type Body = Readonly<Record<string, unknown>>;

/** Changes every reply to a call to the lists. */
export const replying =
  (change: (reply: Reply, ask: Ask, mock: Mock) => Reply): Wrap =>
  (handler, mock) => ({
    handle: (call) => {
      const reply = handler.handle(call);
      const ask = askOf(call);
      return ask === undefined ? reply : change(reply, ask, mock);
    },
  });

/** Changes the replies that are lists. */
export const listing = (change: (reply: Reply, ask: Ask, mock: Mock) => Reply): Wrap =>
  replying((reply, ask, mock) => (reply.status === 200 ? change(reply, ask, mock) : reply));

/** Changes the bodies of lists. */
export const bodies = (change: (body: Body, ask: Ask, mock: Mock) => unknown): Wrap =>
  listing((reply, ask, mock) => (isRecord(reply.body) ? { ...reply, body: change(reply.body, ask, mock) } : reply));

/** The rows of a list's body. */
export function rowsOf(body: Body, ask: Ask): readonly Row[] {
  const rows = body[LISTS[ask.list].items];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
}

/** Changes the rows of every page. */
export const pages = (change: (rows: readonly Row[], ask: Ask, mock: Mock) => readonly unknown[]): Wrap =>
  bodies((body, ask, mock) => ({ ...body, [LISTS[ask.list].items]: change(rowsOf(body, ask), ask, mock) }));

/** Changes each row. */
export const eachRow = (change: (row: Row, ask: Ask, mock: Mock) => unknown): Wrap =>
  pages((rows, ask, mock) => rows.map((row) => change(row, ask, mock)));

/** Changes the replies that are refusals. */
export const refusing = (change: (reply: Reply, ask: Ask) => Reply): Wrap =>
  replying((reply, ask) => (reply.status >= 400 ? change(reply, ask) : reply));

/** Answers in place of the handler. */
export const instead =
  (answer: (ask: Ask, mock: Mock) => Reply): Wrap =>
  (handler, mock) => ({
    handle: (call) => {
      const ask = askOf(call);
      return ask === undefined ? handler.handle(call) : answer(ask, mock);
    },
  });
