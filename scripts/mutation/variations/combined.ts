// Several differences at once, drawn at random: no difference may hide behind another.
import { both, type Wrap } from '../../faults/fault.ts';
import { createRandom } from '../../faults/randomness.ts';
import { LAYERS, type Variation, wrapped } from '../variation.ts';
import { cursors } from './cursors.ts';
import { data } from './data.ts';
import { headers } from './headers.ts';
import { ids } from './ids.ts';
import { openMatters } from './open-matters.ts';
import { orders } from './orders.ts';
import { texts } from './texts.ts';

/** What may come together: the world first, then how it is listed, then how it is written. */
const LAYERS_OF_CHANGE: readonly (readonly Variation[])[] = [
  data,
  ids,
  [...cursors, ...orders],
  openMatters,
  texts,
  headers,
];

function wrapOf(variation: Variation | undefined): readonly Wrap[] {
  return variation !== undefined && 'wrap' in variation && variation.world === undefined ? [variation.wrap] : [];
}

/** One variation out of each kind, for each seed. */
export function combinedVariations(seeds: number): readonly Variation[] {
  return Array.from({ length: seeds }, (_, seed) => {
    const random = createRandom(500 + seed);
    const drawn = LAYERS_OF_CHANGE.map((kind) => kind[Math.floor(random() * kind.length)]);
    const used = drawn.filter((variation) => wrapOf(variation).length > 0);
    return wrapped(
      `combined-${seed + 1}`,
      used.map((variation) => variation?.id).join(' + '),
      both(...used.flatMap(wrapOf)),
      LAYERS,
    );
  });
}
