// A call of many filters that is answered wrongly, or refused, does not say which of them are to blame. Filters are left out of
// it, one after the other, and of several values of one all but one, as long as the answer stays so: what is left is asked as
// a probe of its own.
import { probeOf } from '../plan/calls/plan-calls.ts';
import type { InputModel } from '../plan/input-model.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, isPartOf } from '../walk/filter-arguments.ts';
import type { Walk } from '../walk/walk.ts';
import { attempt, isWrong, looksWrong, type ProbeRun } from './probe-run.ts';

/** How many wrong answers are looked into: each costs some requests for every filter. */
const MOST = { standard: 3, full: 6 } as const;

/** The smaller calls that are answered wrongly too; none where no filter can be left out. Those that are refused are only asked. */
export async function shrunkRuns(
  context: Context,
  model: InputModel,
  runs: readonly ProbeRun[],
): Promise<readonly ProbeRun[]> {
  const wrong = runs
    .filter((run) => isWrong(run) || isRefused(run.walk))
    .sort((one, other) => one.probe.args.length - other.probe.args.length);
  const alone = wrong.filter((run) => run.probe.args.length === 1 && (isWrong(run) || run.walk.size === undefined));
  const causes = alone.map(({ probe }) => probe.args);
  const found: ProbeRun[] = [];
  let tried = 0;
  for (const { probe, walk } of wrong) {
    if (tried >= MOST[context.depth]) break;
    if (causes.some((cause) => isPartOf(cause, probe.args))) continue;
    tried += 1;
    if (isRefused(walk)) {
      const fewest = await smallestRefused(context, walk);
      if (fewest !== undefined) causes.push(fewest);
      continue;
    }
    const isStillWrong = (fewer: Arguments) => looksWrong(context, walk, fewer);
    // Where pages as large as can be are right, it is not the filters that are to blame.
    if (walk.pages.length > 1 && !(await isStillWrong(probe.args))) continue;
    const fewest = await smallest(probe.args, isStillWrong);
    const single = await simplest(fewest, isStillWrong);
    // One value of several may be wrong without what the others needed beside them.
    const args = single === fewest ? fewest : await smallest(single, isStillWrong);
    causes.push(args);
    if (args === probe.args) continue;
    const asking = { size: context.operation.list.size?.maximum };
    const again = await attempt(context, model, { probe: probeOf(args, model), asking });
    if (isWrong(again)) found.push(again);
  }
  return found;
}

/** Whether a documented call is refused, or breaks the server, for what it asks. */
function isRefused({ stop, pages }: Walk): boolean {
  const [first, ...others] = pages.map(({ exchange }) => exchange);
  if (stop !== 'refused' || first === undefined || others.length > 0 || first.request.expect !== 'list') return false;
  return first.status >= 400 && first.status !== 429;
}

/** As little of the call as is refused: without its size, if that will do, and with as few filters and values; undefined where it is the size. */
async function smallestRefused(context: Context, { args, size: asked, more }: Walk): Promise<Arguments | undefined> {
  const refuses = async (fewer: Arguments, size: number | undefined) =>
    isRefused(await context.fresh(fewer, size, { more, maxPages: 1 }));
  const size = asked !== undefined && (await refuses(args, undefined)) ? undefined : asked;
  if (size !== undefined && (await refuses([], size))) return undefined;
  const isStillRefused = (fewer: Arguments) => refuses(fewer, size);
  const fewest = await simplest(await smallest(args, isStillRefused), isStillRefused);
  return size === undefined ? fewest : undefined;
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
