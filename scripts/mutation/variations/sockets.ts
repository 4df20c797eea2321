// The same replies, sent otherwise over a real socket.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Call } from '../../../mock/index.ts';
import { plainly, serveBy, type Write } from '../../faults/serve.ts';
import { BOTH, type Variation } from '../variation.ts';

const TYPE = 'application/json; charset=utf-8';

const packed =
  (encoding: string, pack: (text: string) => Buffer): Write =>
  ({ response, reply, text }) => {
    response.writeHead(reply.status, { 'Content-Type': TYPE, ...reply.headers, 'Content-Encoding': encoding });
    response.end(pack(text));
  };

/** In pieces of seven bytes, so that letters are cut in two. */
const inPieces: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': TYPE, ...reply.headers, 'Transfer-Encoding': 'chunked' });
  const bytes = Buffer.from(text);
  const size = Math.max(7, Math.ceil(bytes.length / 40));
  for (let start = 0; start < bytes.length; start += size) response.write(bytes.subarray(start, start + size));
  response.end();
};

const smallLetters: Write = ({ response, reply, text }) => {
  const headers = Object.entries({ 'Content-Type': TYPE, ...reply.headers });
  response.writeHead(
    reply.status,
    headers.flatMap(([name, value]) => [name.toLowerCase(), value]),
  );
  response.end(text);
};

const lastOnConnection: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': TYPE, ...reply.headers, Connection: 'close' });
  response.end(text);
};

/** HTTP/1.0: no length, the end of the connection is the end of the body. */
const withoutLength: Write = ({ response, reply, text }) => {
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.removeHeader('Transfer-Encoding');
  response.writeHead(reply.status, { 'Content-Type': TYPE, ...reply.headers, Connection: 'close' });
  response.write(text);
  response.end();
};

/** Some connections end before the reply, or in the middle of it. */
const dropping = (isDue: (count: number) => boolean, inTheMiddle: boolean): Write => {
  let count = 0;
  return (wire) => {
    count += 1;
    if (!isDue(count)) return plainly(wire);
    const { request, response, reply, text } = wire;
    if (!inTheMiddle) return void request.socket.destroy();
    response.writeHead(reply.status, { 'Content-Type': TYPE, 'Content-Length': Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
  };
};

const served = (id: string, summary: string, write: () => Write): Variation => ({
  id,
  summary,
  apis: BOTH,
  serve: (mock) => serveBy(mock, write()),
});

/** Behind a gateway, under a path of its own. */
const underPath: Variation = {
  id: 'base-path',
  summary: 'the API stands under /gateway/staging',
  apis: BOTH,
  serve: async (mock) => {
    const BASE = '/gateway/staging';
    const inner = (call: Call) => mock.handle({ ...call, path: call.path.replace(BASE, '') });
    const outside = { status: 404, headers: {}, body: { error: { message: 'Nothing here.' } } };
    const { url, close } = await serveBy(
      { handle: (call) => (call.path.startsWith(`${BASE}/v1/`) ? inner(call) : outside) },
      plainly,
    );
    return { url: `${url}${BASE}`, close };
  },
};

export const sockets: readonly Variation[] = [
  underPath,
  served('socket', 'the mock on a socket', () => plainly),
  served('gzip', 'replies are compressed with gzip', () => packed('gzip', gzipSync)),
  served('deflate', 'replies are compressed with deflate', () => packed('deflate', deflateSync)),
  served('brotli', 'replies are compressed with brotli', () => packed('br', brotliCompressSync)),
  served('chunked', 'replies come in pieces', () => inPieces),
  served('small-letters', 'header names are written in small letters', () => smallLetters),
  served('no-keep-alive', 'each connection carries one call', () => lastOnConnection),
  served('no-length', 'the end of the connection ends the body', () => withoutLength),
  served('a-reset-now-and-then', 'every eleventh connection is reset', () =>
    dropping((count) => count % 11 === 4, false),
  ),
  served('a-cut-now-and-then', 'every thirteenth reply is cut in the middle', () =>
    dropping((count) => count % 13 === 4, true),
  ),
];
