// Once it is known which filters are asked for, each call can have another page size and a bad cursor beside it, which counts
// as none: classes that have not met anything yet are met for no further request.
import { isBound } from '../../walk/filter-arguments.ts';
import type { CallSpace } from './call-space.ts';
import { type Choice, type MadeCall, makeCall } from './made-call.ts';
import { tally } from './tally.ts';

/** The calls with the same filters, in as many requests, in which more classes of sizes, places and bad cursors are met. */
export function fullerCalls(space: CallSpace, calls: readonly MadeCall[]): MadeCall[] {
  const meets = (call: MadeCall): readonly (number | string)[] =>
    showsUsualSize(space, call) ? [...call.classes, USUAL_SIZE] : call.classes;
  const met = tally<number | string>(calls.flatMap(meets));
  const proofs = tally(calls.flatMap(pairsProvenBy));
  const newIn = (call: MadeCall): number => meets(call).filter((each) => met.times(each) === 0).length;
  return calls.map((call) => {
    if (call.rows === 0 || call.choice.isPlaced) return call;
    met.remove(meets(call));
    const pairs = pairsProvenBy(call);
    const canBeCut = pairs.length > 0 && pairs.every((each) => proofs.times(each) > 1) && !hasBound(call);
    // As many pages as it was, and no fewer rows, or one where others show the same.
    const whole = rowsRead(space, call);
    const least = canBeCut ? whole - 1 : whole;
    let best = { call, gain: newIn(call) };
    for (const choice of formsOf(space, call)) {
      const made = makeCall(space, choice, () => call.differsIn, call.read);
      const gain = newIn(made);
      const isAsTelling = rowsRead(space, made) >= least && provesAsMuch(made, call);
      if (made.read === call.read && isAsTelling && gain > best.gain) best = { call: made, gain };
    }
    met.add(meets(best.call));
    if (rowsRead(space, best.call) < whole) proofs.remove(pairs);
    return best.call;
  });
}

/** Met where a call with filters shows which page size is taken when none is asked for. */
const USUAL_SIZE = 'the usual size';

/** Whether the page size is left to the deployment, and more rows than half a page of it show which one it takes. */
function showsUsualSize({ usual, smallest }: CallSpace, { choice, rows }: MadeCall): boolean {
  return smallest !== undefined && usual !== undefined && choice.size === undefined && rows * 2 > usual;
}

/** Two filters at a time of those that decide. */
function pairsProvenBy({ proven }: MadeCall): string[] {
  return proven.flatMap((one, index) => proven.slice(index + 1).map((other) => `${one} ${other}`));
}

/** Whether a call proves every filter behind its first page that another does. */
export function provesAsMuch({ provenLater }: MadeCall, other: MadeCall): boolean {
  return other.provenLater.every((place) => provenLater.includes(place));
}

/** Whether the last rows are those at a bound. */
function hasBound({ choice }: MadeCall): boolean {
  return choice.ways.some((way) => way !== undefined && isBound(way.filter));
}

/** How many rows the pages that are read have. */
function rowsRead({ usual }: CallSpace, { choice, rows, read }: MadeCall): number {
  return Math.min(rows, read * (choice.size ?? usual ?? rows));
}

/** In every size, with every bad cursor that a deployment could not have issued. */
function formsOf({ sizesFor, cursors }: CallSpace, { choice, rows }: MadeCall): Choice[] {
  const names = [undefined, ...cursors.filter(({ isCertain }) => isCertain).map(({ name }) => name)];
  return sizesFor(rows).flatMap(({ size }) => names.map((cursor): Choice => ({ ...choice, size, cursor })));
}
