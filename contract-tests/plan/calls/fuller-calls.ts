// Once it is known which filters are asked for, each call can have another page size and a bad cursor beside it, which counts
// as none: classes that have not met anything yet are met for no further request.
import { isBound } from '../../walk/filter-arguments.ts';
import type { CallSpace } from './call-space.ts';
import { type Choice, type MadeCall, makeCall } from './made-call.ts';

/** The calls with the same filters, in as many requests, in which more classes of sizes, places and bad cursors are met. */
export function fullerCalls(space: CallSpace, calls: readonly MadeCall[]): MadeCall[] {
  const times = new Map<number, number>();
  const count = ({ classes }: MadeCall, by: 1 | -1): void => {
    for (const each of classes) times.set(each, (times.get(each) ?? 0) + by);
  };
  for (const call of calls) count(call, 1);
  const newIn = ({ classes }: MadeCall): number => classes.filter((each) => (times.get(each) ?? 0) === 0).length;
  return calls.map((call) => {
    if (call.rows === 0 || call.choice.isPlaced) return call;
    count(call, -1);
    let best = { call, met: newIn(call) };
    const spare = isDelicate(call) ? 0 : 1;
    // No more pages than as it was, and no fewer rows but one.
    const asBrief = { ...space, readBehindCursor: call.read };
    for (const choice of formsOf(space, call)) {
      const made = makeCall(asBrief, choice, () => call.differsIn);
      const met = newIn(made);
      const isLike = made.read <= call.read && rowsRead(space, made) >= rowsRead(space, call) - spare;
      if (isLike && met > best.met) best = { call: made, met };
    }
    count(best.call, 1);
    return best.call;
  });
}

/** Whether every row counts: those of one filter, which shows most by itself, and the last ones of a bound. */
function isDelicate({ proven, choice }: MadeCall): boolean {
  return proven.length < 2 || choice.ways.some((way) => way !== undefined && isBound(way.filter));
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
