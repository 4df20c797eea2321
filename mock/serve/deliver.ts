// Writes an answer to a socket: at once and whole, or as the faults that met it say.
import type { ServerResponse } from 'node:http';
import type { Answer, Delivery } from '../answer/call.ts';
import { bodyPieces } from './body-pieces.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Writes the answer to a request with this method. */
export function deliver(response: ServerResponse, method: string | undefined, answer: Answer): void {
  const { delivery } = answer;
  if (delivery === undefined) {
    write(response, method, answer);
    return;
  }
  const late = () => deliverBroken(response, method, answer, delivery);
  const timer = setTimeout(late, delivery.delay ?? 0);
  // Who has gone does not wait any more.
  response.once('close', () => clearTimeout(timer));
}

function write(response: ServerResponse, method: string | undefined, { status, headers, body }: Answer): void {
  const bytes = body.bytes();
  response.writeHead(status, { 'Content-Type': JSON_TYPE, ...headers, 'Content-Length': bytes.length });
  response.end(method === 'HEAD' ? undefined : bytes);
}

function deliverBroken(response: ServerResponse, method: string | undefined, answer: Answer, delivery: Delivery): void {
  const { ending, pace } = delivery;
  if (ending === 'reset') return void (response.socket?.resetAndDestroy() ?? response.destroy());
  if (ending === undefined && pace === undefined) {
    write(response, method, answer);
    return;
  }
  const bytes = answer.body.bytes();
  response.writeHead(answer.status, { 'Content-Type': JSON_TYPE, ...answer.headers, 'Content-Length': bytes.length });
  if (method === 'HEAD') return void response.end();
  const { pieces, pause } = bodyPieces(bytes, delivery);
  const finish = () => (ending === 'cut' ? response.destroy() : response.end());
  if (pace === undefined) return void response.write(pieces[0] ?? bytes, finish);
  let next = 0;
  const timer = setInterval(() => {
    response.write(pieces[next] ?? bytes.subarray(0, 0));
    next += 1;
    if (next < pieces.length) return;
    clearInterval(timer);
    finish();
  }, pause);
  response.once('close', () => clearInterval(timer));
}
