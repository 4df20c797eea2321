// The bytes of a reply's body, decoded, and no more of them than can be worked with.
import type { Problem } from './exchange.ts';
import { createOutline, type Extent } from './outline.ts';

/** The bytes and what is in them, or why they were not read. */
export type ReadBody = { readonly bytes: Uint8Array; readonly extent: Extent } | NonNullable<Problem>;

/** Deeper than any documented shape: what walks through a value calls itself once a level. */
const MAX_DEPTH = 1100;
/** The memory that a body may take, as a multiple of the longest body that is read. */
const EXPANSION = 2;

/** Reads a body of at most `most` bytes. Throws where the connection breaks, and may wait for ever. */
export async function readBody(response: Response, most: number): Promise<ReadBody> {
  const coding = response.headers.get('content-encoding');
  const reader = response.body?.getReader();
  const outline = createOutline();
  if (reader === undefined) return { bytes: new Uint8Array(), extent: outline.extent() };
  const chunks: Uint8Array[] = [];
  // The length that is announced is that of the coded body.
  const announced = coding === null ? Number(response.headers.get('content-length')) : 0;
  let length = 0;
  try {
    for (;;) {
      const problem = problemOf(Math.max(length, announced), outline.extent(), outline.depth(), most);
      if (problem !== undefined) {
        // That the rest of it breaks is nobody's concern.
        reader.cancel().catch(() => undefined);
        return problem;
      }
      const { done, value } = await reader.read();
      if (done) return { bytes: Buffer.concat(chunks, length), extent: outline.extent() };
      length += value.byteLength;
      outline.add(value);
      chunks.push(value);
    }
  } catch (error) {
    const code = decodingCode(error);
    if (code === undefined || coding === null) throw error;
    return { kind: 'undecodable', detail: `the body is not ${coding} (${code})` };
  }
}

function problemOf(length: number, { weight }: Extent, depth: number, most: number): Problem {
  if (length > most)
    return { kind: 'too-large', detail: `a reply is longer than the ${inMegabytes(most)} that are read of one` };
  if (depth > MAX_DEPTH) return { kind: 'too-deep', detail: `the body is nested more than ${MAX_DEPTH} levels deep` };
  if (weight <= most * EXPANSION) return undefined;
  return { kind: 'too-large', detail: `a reply would take more than ${inMegabytes(most * EXPANSION)} of memory` };
}

/** `64 MB`. */
export function inMegabytes(bytes: number): string {
  return `${Math.round((bytes / 2 ** 20) * 100) / 100} MB`;
}

/** The code with which zlib refuses a body: `Z_…` of gzip and deflate, `ERR_…_ERROR_FORMAT_…` of Brotli. */
function decodingCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return /^(Z_|ERR_.*_ERROR_|ERR_BROTLI|ERR_ZSTD)/.exec(cause?.code ?? '') === null ? undefined : cause?.code;
}
