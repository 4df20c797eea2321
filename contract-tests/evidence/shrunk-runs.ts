// A call of many filters that is answered wrongly does not say which of them are to blame. Filters are left out of it, one
// after the other, and of several values of one all but one, as long as the answer stays wrong: what is left is asked as a
// probe of its own.
import { probeOf } from '../plan/calls/plan-calls.ts';
import type { InputModel } from '../plan/input-model.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, isPartOf } from '../walk/filter-arguments.ts';
import { attempt, isWrong, looksWrong, type ProbeRun } from './probe-run.ts';

/** How many wrong answers are looked into: each costs some requests for every filter. */
const MOST = { standard: 3, full: 6 } as const;

/** The smaller calls that are answered wrongly too; none where no filter can be left out. */
export async function shrunkRuns(
  context: Context,
  model: InputModel,
  runs: readonly ProbeRun[],
): Promise<readonly ProbeRun[]> {
  const wrong = runs.filter(isWrong).sort((one, other) => one.probe.args.length - other.probe.args.length);
  const causes = wrong.filter(({ probe }) => probe.args.length === 1).map(({ probe }) => probe.args);
  const found: ProbeRun[] = [];
  let tried = 0;
  for (const { probe, walk } of wrong) {
    if (tried >= MOST[context.depth]) break;
    if (causes.some((cause) => isPartOf(cause, probe.args))) continue;
    tried += 1;
    const isStillWrong = (fewer: Arguments) => looksWrong(context, walk, fewer);
    // Where pages as large as can be are right, it is not the filters that are to blame.
    if (walk.pages.length > 1 && !(await isStillWrong(probe.args))) continue;
    const fewest = await smallest(probe.args, isStillWrong);
    const args = await simplest(fewest, isStillWrong);
    causes.push(args);
    if (args === probe.args) continue;
    const asking = { size: context.operation.list.size?.maximum };
    const again = await attempt(context, model, { probe: probeOf(args, model), asking });
    if (isWrong(again)) found.push(again);
  }
  return found;
}

/** The same filters, each with one of its several values where that alone is answered wrongly too. */
async function simplest(args: Arguments, isStillWrong: (fewer: Arguments) => Promise<boolean>): Promise<Arguments> {
  let left = args;
  for (const [place, { filter, values }] of args.entries()) {
    if (values.length < 2) continue;
    for (const value of new Set(values)) {
      const fewer = left.with(place, { filter, values: [value] });
      if (!(await isStillWrong(fewer))) continue;
      left = fewer;
      break;
    }
  }
  return left;
}

/** As few of the arguments as are still answered wrongly together. */
async function smallest(args: Arguments, isStillWrong: (fewer: Arguments) => Promise<boolean>): Promise<Arguments> {
  let left = args;
  for (const argument of args) {
    const fewer = left.filter((each) => each !== argument);
    if (fewer.length > 0 && (await isStillWrong(fewer))) left = fewer;
  }
  return left;
}
