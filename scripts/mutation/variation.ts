// A variation: a deployment that keeps its documentation and is not like the mock. The judge must not fail it.
import type { MockOptions } from '../../mock/index.ts';
import type { Api } from '../faults/built-in.ts';
import type { Place, Wrap } from '../faults/fault.ts';

export type Variation = {
  readonly id: string;
  readonly summary: string;
  /** The vendors whose lists it concerns. */
  readonly apis: readonly Api[];
  readonly world?: MockOptions;
  /** Milliseconds that the judge waits for one exchange. @default the judge's own */
  readonly timeout?: number;
} & Place;

export const BOTH: readonly Api[] = ['layers', 'klayrai'];
export const LAYERS: readonly Api[] = ['layers'];
export const KLAYRAI: readonly Api[] = ['klayrai'];

/** A variation of both vendors, or of some, behind a wrap. */
export const wrapped = (id: string, summary: string, wrap: Wrap, apis: readonly Api[] = LAYERS): Variation => ({
  id,
  summary,
  apis,
  wrap,
});

/** The clean mock with another world, or other manners. */
export const inWorld = (id: string, summary: string, world: MockOptions, apis: readonly Api[] = BOTH): Variation => ({
  id,
  summary,
  apis,
  world,
  wrap: (handler) => handler,
});
