// The pieces in which a broken or slow body is sent.
import type { Delivery } from '../answer/call.ts';

/** In how many pieces a slow body comes. */
const PIECES = 10;

export type BodyPieces = {
  /** In their order; what a cut body lacks is in none. */
  readonly pieces: readonly Uint8Array[];
  /** Milliseconds between one piece and the next. */
  readonly pause: number;
};

/** Cuts and divides a body as its delivery says. */
export function bodyPieces(bytes: Uint8Array, { ending, share = 1, pace }: Delivery): BodyPieces {
  const sent = ending === 'cut' ? bytes.subarray(0, Math.floor(bytes.length * share)) : bytes;
  if (pace === undefined) return { pieces: [sent], pause: 0 };
  const size = Math.max(1, Math.ceil(sent.length / PIECES));
  const count = Math.max(1, Math.ceil(sent.length / size));
  const pieces = Array.from({ length: count }, (_, nth) => sent.subarray(nth * size, (nth + 1) * size));
  return { pieces, pause: pace / PIECES };
}
