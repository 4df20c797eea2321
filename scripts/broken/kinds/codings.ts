// Bodies that are not coded as their headers say.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type Kind, sending } from '../kind.ts';

const coded = (id: string, coding: string, bytes: (text: string) => string | Uint8Array): Kind => ({
  id: `coding-${id}`,
  write: sending(bytes, { 'content-encoding': coding }),
});

const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 20);
const flipped = (bytes: Buffer): Buffer => {
  const half = bytes.length >> 1;
  return Buffer.concat([
    bytes.subarray(0, half),
    Buffer.from(bytes.subarray(half, half + 8).map((byte) => ~byte)),
    bytes.subarray(half + 8),
  ]);
};
const behind = (bytes: Uint8Array): Uint8Array => Buffer.concat([bytes, Buffer.from('garbage behind the end')]);
let bomb: Uint8Array | undefined;
/** Two hundred megabytes of nothing, made when they are first asked for. */
const bombOf = (): Uint8Array => {
  bomb ??= gzipSync(Buffer.alloc(200 * 2 ** 20, ' '));
  return bomb;
};

export const codings: readonly Kind[] = [
  coded('gzip-lie', 'gzip', (text) => text),
  coded('deflate-lie', 'deflate', (text) => text),
  coded('br-lie', 'br', (text) => text),
  coded('zstd-lie', 'zstd', (text) => text),
  coded('unknown', 'rot13', (text) => text),
  coded('identity', 'identity', (text) => text),
  coded('gzip-twice', 'gzip', (text) => gzipSync(gzipSync(text))),
  coded('gzip-once-of-two', 'gzip, gzip', (text) => gzipSync(text)),
  coded('two', 'deflate, gzip', (text) => gzipSync(deflateSync(text))),
  coded('many', Array.from({ length: 40 }, () => 'gzip').join(', '), (text) => gzipSync(text)),
  coded('gzip-cut', 'gzip', (text) => cut(gzipSync(text))),
  coded('deflate-cut', 'deflate', (text) => cut(deflateSync(text))),
  coded('br-cut', 'br', (text) => cut(brotliCompressSync(text))),
  coded('gzip-flipped', 'gzip', (text) => flipped(gzipSync(text))),
  coded('deflate-raw', 'deflate', (text) => deflateRawSync(text)),
  coded('gzip-garbage-behind', 'gzip', (text) => behind(gzipSync(text))),
  coded('deflate-garbage-behind', 'deflate', (text) => behind(deflateSync(text))),
  coded('br-garbage-behind', 'br', (text) => behind(brotliCompressSync(text))),
  coded('gzip-empty', 'gzip', () => ''),
  coded('gzip-two-members', 'gzip', (text) => Buffer.concat([gzipSync(text), gzipSync(text)])),
  { ...coded('gzip-bomb', 'gzip', bombOf), slow: true },
];
