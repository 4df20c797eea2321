// A way in which a reply can be broken, and the bytes that are written for it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One call, and what the mock answers to it. */
export type Wire = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The body as JSON. */
  readonly text: string;
};

/** Writes the reply, or something else. */
export type Write = (wire: Wire) => void;

export type Kind = {
  readonly id: string;
  readonly write: Write;
  /** Keeps the judge waiting, or costs much to make: left to `npm run broken`. */
  readonly slow?: true;
  /** The protocol of the base URL. @default 'http' */
  readonly protocol?: 'https';
};

/** Writes the reply as the mock means it. */
export const plainly: Write = (wire) => sending()(wire);

/** Writes other bytes, under other headers, with another status. */
export const sending =
  (
    bytes: (text: string, wire: Wire) => string | Uint8Array = (text) => text,
    headers: Readonly<Record<string, string | number>> = {},
    status?: number,
  ): Write =>
  (wire) => {
    const { response, text } = wire;
    response.writeHead(status ?? wire.status, { 'content-type': 'application/json', ...wire.headers, ...headers });
    response.end(bytes(text, wire));
  };

/** Writes bytes to the socket that no HTTP server would write, and ends the connection. */
export const raw =
  (bytes: (text: string, wire: Wire) => string | Uint8Array, end: 'end' | 'reset' | 'stay' = 'end'): Write =>
  (wire) => {
    const { socket, text } = wire;
    socket.write(bytes(text, wire));
    if (end === 'end') socket.end();
    if (end === 'reset') setTimeout(() => socket.resetAndDestroy(), 5);
  };

/** Writes another body: a change of the value, or of its rows. */
export const changing = (change: (body: unknown) => unknown): Write =>
  sending((_, { body }) => JSON.stringify(change(structuredClone(body))));

type Row = { [member: string]: unknown };

/** The body with other rows, whatever the member is called that holds them. */
export function withRows(body: unknown, change: (rows: readonly Row[]) => unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? change(value as Row[]) : value]),
  );
}

/** The body with another text in each of its own members that is one: the cursor. */
export function withTexts(body: unknown, change: (text: string) => unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );
}
