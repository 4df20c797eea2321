// A variation: a deployment that keeps its documentation and is not like the mock. The judge must not fail it.
import type { MockOptions } from '../../mock/index.ts';
import type { Api } from '../../spec/index.ts';
import type { Place } from './fault.ts';

export type Variation = {
  readonly id: string;
  readonly summary: string;
  /** The vendors whose lists it concerns. */
  readonly apis: readonly Api[];
  readonly world?: MockOptions;
  /** Milliseconds that the judge waits for one exchange. @default the judge's own */
  readonly timeout?: number;
} & Place;
