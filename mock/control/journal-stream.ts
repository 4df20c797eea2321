// The exchanges of a session as they happen, as server-sent events.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { isMeant } from '../journal/journal.ts';
import { exchangeOf, filterOf } from './journal-handlers.ts';

/** Milliseconds between comments that keep the connection open. */
const HEARTBEAT = 15_000;

/** Sends every exchange from now on that the query means, until the client goes. */
export function streamJournal(
  mock: Core,
  name: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const session = mock.sessions.of(name);
  if (session === undefined) return void response.writeHead(400).end();
  const sent = new URLSearchParams((request.url ?? '').split('?')[1]);
  const status = sent.get('status');
  const findings = sent.get('findings');
  const filter = filterOf({
    ...Object.fromEntries(['operation', 'path', 'method'].map((each) => [each, sent.get(each) ?? undefined])),
    ...(status === null ? {} : { status: Number(status) }),
    ...(findings === null ? {} : { findings: findings === 'true' }),
  });
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': the exchanges of this session, from now on\n\n');
  const stop = session.journal.listen((entry) => {
    if (isMeant(entry, filter))
      response.write(`event: exchange\nid: ${entry.id}\ndata: ${JSON.stringify(exchangeOf(entry))}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT);
  response.once('close', () => {
    stop();
    clearInterval(heartbeat);
  });
}
