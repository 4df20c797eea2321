// The bytes of a reply's body, decoded, and no more of them than are wanted.
import type { Problem } from './exchange.ts';

/** The bytes, or why they were not read. */
export type ReadBody = { readonly bytes: Uint8Array } | NonNullable<Problem>;

/** Reads the body up to `most` bytes. Throws where the connection breaks, and may wait for ever. */
export async function readBody(response: Response, most: number): Promise<ReadBody> {
  const coding = response.headers.get('content-encoding');
  const tooLarge: ReadBody = {
    kind: 'too-large',
    detail: `the body is longer than ${inMegabytes(most)}, which is all that is read of one`,
  };
  const reader = response.body?.getReader();
  if (reader === undefined) return { bytes: new Uint8Array() };
  // The length that is announced is that of the coded body.
  if (coding === null && Number(response.headers.get('content-length')) > most) {
    giveUp(reader);
    return tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: Buffer.concat(chunks, length) };
      length += value.byteLength;
      if (length > most) {
        giveUp(reader);
        return tooLarge;
      }
      chunks.push(value);
    }
  } catch (error) {
    const code = decodingCode(error);
    if (code === undefined || coding === null) throw error;
    return { kind: 'undecodable', detail: `the body is not ${coding} (${code})` };
  }
}

/** `64 MB`. */
export function inMegabytes(bytes: number): string {
  return `${Math.round((bytes / 2 ** 20) * 100) / 100} MB`;
}

/** Leaves the rest of a body unread; that it breaks then is nobody's concern. */
function giveUp(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}

/** The code with which zlib refuses a body: `Z_…` of gzip and deflate, `ERR_…_ERROR_FORMAT_…` of Brotli. */
function decodingCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return /^(Z_|ERR_.*_ERROR_|ERR_BROTLI|ERR_ZSTD)/.exec(cause?.code ?? '') === null ? undefined : cause?.code;
}
