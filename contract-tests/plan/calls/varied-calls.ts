// Once it is known which filters are asked for together, some can have other values: a class that is met twice makes room for one
// that no call has, for no further request.
import type { CallSpace, Way } from './call-space.ts';
import { provesAsMuch } from './fuller-calls.ts';
import { type MadeCall, makeCall } from './made-call.ts';
import { tally } from './tally.ts';

/** The calls with the same filters, in as many requests, in which more values of single filters are met. */
export function variedCalls(space: CallSpace, calls: readonly MadeCall[]): MadeCall[] {
  const met = tally(calls.flatMap(({ classes }) => classes));
  return calls.map((call) => {
    let best = call;
    for (const [place, way] of call.choice.ways.entries()) {
      if (way === undefined || !isOne(way) || !way.classes.every((each) => met.times(each) > 1)) continue;
      const other = othersOf(space, place)
        .filter(({ classes }) => classes.every((each) => met.times(each) === 0))
        .map((each) =>
          makeCall(space, { ...best.choice, ways: best.choice.ways.with(place, each) }, () => best.differsIn),
        )
        .find((made) => tellsAsMuch(made, best, met.times));
      if (other === undefined) continue;
      met.remove(best.classes);
      met.add(other.classes);
      best = other;
    }
    return best;
  });
}

/** One value that some row has. */
const isOne = ({ values, isUnknown }: Way): boolean => values.length === 1 && !isUnknown;

function othersOf({ ways }: CallSpace, place: number): readonly Way[] {
  return (ways[place] ?? []).flatMap((some) => some.slice(0, 1)).filter(isOne);
}

/** Whether the one call proves what the other does, in as many pages, and meets all that only the other meets. */
function tellsAsMuch(one: MadeCall, other: MadeCall, timesMet: (each: number) => number): boolean {
  const hasAll = (some: readonly number[], all: readonly number[]) => all.every((each) => some.includes(each));
  return (
    one.rows > 0 &&
    one.read === other.read &&
    one.pages > 1 === other.pages > 1 &&
    hasAll(one.proven, other.proven) &&
    provesAsMuch(one, other) &&
    other.classes.every((each) => timesMet(each) > 1 || one.classes.includes(each))
  );
}
