// All variations: deployments that keep their documentation and are not like the mock.
import type { Variation } from './variation.ts';
import { combinedVariations } from './variations/combined.ts';
import { cursors } from './variations/cursors.ts';
import { data } from './variations/data.ts';
import { headers } from './variations/headers.ts';
import { ids } from './variations/ids.ts';
import { liveVariations } from './variations/live.ts';
import { openKlayrai } from './variations/open-klayrai.ts';
import { openMatters } from './variations/open-matters.ts';
import { orders } from './variations/orders.ts';
import { sockets } from './variations/sockets.ts';
import { texts } from './variations/texts.ts';
import { troubles } from './variations/troubles.ts';

/** Deployments whose data stands still. */
export const steadyVariations: readonly Variation[] = [
  ...data,
  ...ids,
  ...orders,
  ...cursors,
  ...openMatters,
  ...openKlayrai,
  ...texts,
  ...headers,
  ...troubles,
  ...sockets,
  ...combinedVariations(12),
];

/** All of them; `live` is how many seeds the busiest one is tried with. */
export function variationsOf(live: number): readonly Variation[] {
  return [...steadyVariations, ...liveVariations(live)];
}
