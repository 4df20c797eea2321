// What is asked for the sake of several checks, by the name under which they need it.
import type { Context } from '../walk/context.ts';
import type { Evidence } from './check.ts';
import { probeRuns } from './filters/probe-runs.ts';
import { sizedWalks } from './paging/paging-walks.ts';

const gatherers: Readonly<Record<Evidence, (context: Context) => Promise<unknown>>> = {
  probes: probeRuns,
  sizes: sizedWalks,
};

/** Asks the list, and then what is needed, unless another check has. */
export async function gather(context: Context, needs: readonly Evidence[] = []): Promise<void> {
  await context.snapshot();
  for (const need of needs) await gatherers[need](context);
}
