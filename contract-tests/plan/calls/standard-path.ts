// The calls of the standard depth: of all that could be made, again and again the one that tells most that is not known yet,
// for what it costs.
import type { Arguments } from '../../walk/filter-arguments.ts';
import { mostPromising } from '../most-promising.ts';
import { openMutants } from '../mutants/open-mutants.ts';
import { createRandom } from '../random.ts';
import { callPool } from './call-pool.ts';
import type { CallSpace } from './call-space.ts';
import { coveredClasses, type Worth } from './covered-classes.ts';
import { openDuties } from './duties.ts';
import { earlierCalls } from './earlier-calls.ts';
import { fullerCalls } from './fuller-calls.ts';
import { argumentsOf, type Choice, formsOf, type MadeCall, makeCall, NOTHING } from './made-call.ts';
import { variedCalls } from './varied-calls.ts';

const WORTH: Worth = {
  ...{ single: 10, decided: 10, pair: 0.1, matter: 0.3, later: 0 },
  ...{ factor: 25, memory: 0.1, triple: 0, hidden: 0 },
};
/** Calls whose sizes and cursors are looked at for each step. */
const SHORT_LIST = 12;
/** A reply costs something whatever it holds. */
const COST_OF_A_CALL = 0.15;
/** Pages that a call may take. */
const MOST_PAGES = 3;
const SEED = 1;

/** What a call can reveal beside the classes that meet in it. */
export type Revealing = (args: Arguments) => readonly unknown[];

/** One of the pool, as it could be made. */
type Candidate = { readonly index: number; readonly call: MadeCall; readonly worth: number };

/** The calls, in the order in which they are best made; they take at most `budget` requests. */
export function standardPath(space: CallSpace, revealing: Revealing, budget: number): MadeCall[] {
  const filters = space.ways.length;
  const covered = coveredClasses(space.size, filters + 1, WORTH);
  const earlier = earlierCalls(filters);
  const duties = openDuties(space);
  const pool = callPool(space, createRandom(SEED)).map((ways) => makeCall(space, { ...NOTHING, ways }, () => []));
  const mutants = openMutants(pool.map(({ choice }) => revealing(argumentsOf(choice.ways))));
  const asked = new Set<string>();
  const calls: MadeCall[] = [];

  const make = (choice: Choice) => makeCall(space, choice, earlier.differsIn);
  const best = (candidates: readonly Candidate[]): Candidate | undefined =>
    candidates.reduce<Candidate | undefined>(
      (found, each) => (each.worth > (found?.worth ?? 0) ? each : found),
      undefined,
    );

  /** The calls of the pool that promise most, were each cut into pages where it can be. */
  const shortList = mostPromising(pool, SHORT_LIST, (call, index) => {
    const behind = call.rows > 1 && space.smallest !== undefined ? call.proven : [];
    return covered.gain(call) + duties.gain(call, behind) + mutants.gain(index);
  });

  /** The call in every form that has not been asked, and that so many requests allow. */
  const formed = (index: number, plain: MadeCall, left: number): Candidate[] =>
    formsOf(space, plain.choice.ways)
      .filter((choice) => !asked.has(keyOf(index, choice)))
      .map(make)
      .filter(({ read }) => read <= Math.min(left, MOST_PAGES))
      .map((call) => {
        const gain = covered.gain(call) + duties.gain(call) + mutants.gain(index);
        return { index, call, worth: gain / (call.read + COST_OF_A_CALL) };
      });

  // The bare list has been asked for when these calls begin, whole and at the default size.
  for (const size of [space.largest, undefined]) {
    const call = make({ ...NOTHING, ways: space.ways.map(() => undefined), size });
    covered.add(call);
    earlier.add(call);
  }
  for (let left = budget; left > 0; ) {
    const found = best(shortList().flatMap(({ index, item }) => formed(index, item, left)));
    if (found === undefined) break;
    const { call } = found;
    asked.add(keyOf(found.index, call.choice));
    covered.add(call);
    earlier.add(call);
    duties.add(call);
    mutants.add(found.index);
    calls.push(call);
    left -= call.read;
  }
  return fullerCalls(space, variedCalls(space, calls));
}

/** What is asked: the same is not asked twice. */
function keyOf(index: number, { size, isPlaced }: Choice): string {
  return `${index} ${size} ${isPlaced}`;
}
