// Connections that break, stall or never end, and bytes that are no HTTP.
import { type Kind, plainly, raw, sending, type Wire } from '../kind.ts';

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

const kind = (id: string, write: Kind['write'], more: Partial<Kind> = {}): Kind => ({
  id: `connection-${id}`,
  write,
  ...more,
});

/** Writes bytes one after the other, for as long as the connection lasts. */
function dripping(head: string, bytes: (text: string) => string, pause: number): Kind['write'] {
  return ({ socket, text }: Wire) => {
    const all = bytes(text);
    let sent = 0;
    socket.write(head);
    const timer = setInterval(() => socket.write(all[sent++] ?? ' '), pause);
    socket.once('close', () => clearInterval(timer));
  };
}

/** Writes megabytes without an end. */
const endless: Kind['write'] = ({ response }) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(2 ** 20, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

const chunked = (chunks: string): Kind['write'] => raw(() => `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunks}`);
const bytesOf = (text: string): number => Buffer.byteLength(text);

export const connections: readonly Kind[] = [
  kind('reset-at-once', ({ socket }) => void socket.resetAndDestroy()),
  kind('closed-at-once', ({ socket }) => void socket.end()),
  kind(
    'reset-in-status-line',
    raw(() => 'HTTP/1.1 20', 'reset'),
  ),
  kind(
    'reset-in-headers',
    raw(() => `${HEAD}Content-Le`, 'reset'),
  ),
  kind(
    'reset-behind-headers',
    raw((text) => `${HEAD}Content-Length: ${bytesOf(text)}\r\n\r\n`, 'reset'),
  ),
  kind(
    'reset-in-body',
    raw((text) => `${HEAD}Content-Length: ${bytesOf(text)}\r\n\r\n${text.slice(0, 30)}`, 'reset'),
  ),
  kind(
    'reset-behind-body',
    raw((text) => `${HEAD}Content-Length: ${bytesOf(text)}\r\n\r\n${text}`, 'reset'),
  ),
  kind('silent', () => undefined),
  kind(
    'silent-behind-headers',
    raw(() => `${HEAD}Content-Length: 100\r\n\r\n`, 'stay'),
  ),
  kind(
    'half-open',
    raw((text) => `${HEAD}Content-Length: ${bytesOf(text) + 10}\r\n\r\n${text}`, 'stay'),
  ),
  kind(
    'cut-body',
    raw((text) => `${HEAD}Content-Length: ${bytesOf(text) + 10}\r\n\r\n${text}`),
  ),
  kind(
    'length-too-small',
    raw((text) => `${HEAD}Content-Length: ${bytesOf(text) - 10}\r\n\r\n${text}`),
  ),
  kind(
    'length-zero',
    raw((text) => `${HEAD}Content-Length: 0\r\n\r\n${text}`),
  ),
  kind(
    'length-negative',
    raw((text) => `${HEAD}Content-Length: -5\r\n\r\n${text}`),
  ),
  kind(
    'length-no-number',
    raw((text) => `${HEAD}Content-Length: many\r\n\r\n${text}`),
  ),
  kind(
    'length-huge',
    raw((text) => `${HEAD}Content-Length: 99999999999999\r\n\r\n${text}`),
  ),
  kind(
    'length-twice',
    raw((text) => `${HEAD}Content-Length: 5\r\nContent-Length: ${bytesOf(text)}\r\n\r\n${text}`),
  ),
  kind(
    'length-and-chunked',
    raw((text) => `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${text}`),
  ),
  kind('chunk-size-broken', chunked('zz\r\n{}\r\n0\r\n\r\n')),
  kind('chunk-size-huge', chunked('ffffffffffffffff\r\n{}\r\n')),
  kind('chunk-without-end', chunked('2\r\n{}\r\n')),
  kind('chunk-too-long', chunked('1\r\n{}\r\n0\r\n\r\n')),
  kind(
    'no-headers',
    raw((text) => `HTTP/1.1 200 OK\r\n\r\n${text}`),
  ),
  kind(
    'http-1.0',
    raw((text) => `HTTP/1.0 200 OK\r\n\r\n${text}`),
  ),
  kind(
    'http-0.9',
    raw((text) => text),
  ),
  kind(
    'http-2-preface',
    raw(() => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  ),
  kind(
    'another-protocol',
    raw(() => 'SSH-2.0-OpenSSH_9.6\r\n'),
  ),
  kind(
    'random-bytes',
    raw(() => Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))),
  ),
  kind('tls-expected', plainly, { protocol: 'https' }),
  kind(
    'header-without-colon',
    raw((text) => `${HEAD}nonsense\r\n\r\n${text}`),
  ),
  kind(
    'header-with-controls',
    raw((text) => `${HEAD}X-A: a\u0000b\u0007\r\n\r\n${text}`),
  ),
  kind(
    'header-latin1',
    raw((text) => Buffer.from(`${HEAD}X-A: caf\u00e9\r\n\r\n${text}`, 'latin1')),
  ),
  kind('headers-100-kb', sending(undefined, { 'x-debug': 'x'.repeat(100_000) })),
  kind('headers-many', sending(undefined, Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x-${n}`, n])))),
  kind(
    'status-line-only',
    raw(() => 'HTTP/1.1 200 OK\r\n\r\n'),
  ),
  kind(
    'status-999',
    raw((text) => `HTTP/1.1 999 Odd\r\n\r\n${text}`),
  ),
  kind(
    'status-0',
    raw((text) => `HTTP/1.1 000 Odd\r\n\r\n${text}`),
  ),
  kind(
    'two-replies',
    raw((text) => `${HEAD}Content-Length: 2\r\n\r\n{}${HEAD}Content-Length: ${bytesOf(text)}\r\n\r\n${text}`),
  ),
  kind(
    'early-hints',
    raw(
      (text) => `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${HEAD}Content-Length: ${bytesOf(text)}\r\n\r\n${text}`,
    ),
  ),
  kind(
    'continue-for-ever',
    raw(() => 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(2000), 'stay'),
  ),
  kind(
    'switching-protocols',
    raw(() => 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', 'stay'),
  ),
  kind(
    'slow-bytes',
    dripping(`${HEAD}\r\n`, (text) => text, 20),
  ),
  kind(
    'slow-headers',
    dripping('HTTP/1.1 200 OK\r\n', () => 'X-Slow: '.repeat(10_000), 20),
  ),
  kind('endless', endless, { slow: true }),
];
