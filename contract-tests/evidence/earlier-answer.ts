// A wrong answer that another call had before: what remembers replies by too short a key gives it again, and what forgets a
// filter gives that of the call without it. Whoever sends both calls in this order sees the same.
import type { Operation } from '../../spec/index.ts';
import { cached } from '../../spec/index.ts';
import { type Arguments, describe, mayPass } from '../walk/filter-arguments.ts';
import { keyOf } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';

/** The rows of walks, by their keys: they are compared with many others. */
const known = new WeakMap<Walk, readonly string[]>();

const keysOf = (operation: Operation, walk: Walk): readonly string[] =>
  cached(known, walk, () => walk.rows.map((row) => keyOf(operation, row)));

/** Whether two walks show the same rows, as far as both have come: a page at least, and all of them where both have come to the end. */
function areAlike(operation: Operation, one: Walk, other: Walk): boolean {
  const [keys, others] = [keysOf(operation, one), keysOf(operation, other)];
  const isWhole = one.stop === 'end' && other.stop === 'end';
  if (one.pages[0]?.rows.length !== other.pages[0]?.rows.length || (isWhole && keys.length !== others.length))
    return false;
  const length = Math.min(keys.length, others.length);
  for (let place = 0; place < length; place += 1) if (keys[place] !== others[place]) return false;
  return true;
}

/** How many filters two calls ask for otherwise. */
function apart(one: Arguments, other: Arguments): number {
  const asked = [one, other].map((args) => new Map(args.map((argument) => [argument.filter, describe([argument])])));
  const filters = new Set([...one, ...other].map(({ filter }) => filter));
  return [...filters].filter((filter) => asked[0]?.get(filter) !== asked[1]?.get(filter)).length;
}

const isRight = ({ args, rows }: Walk): boolean => rows.every((row) => mayPass(args, row));

/** The latest right walk before this one that differs in one filter and shows the same rows; of no rows none is. */
export function earlierAnswer(operation: Operation, walks: readonly Walk[], walk: Walk): Walk | undefined {
  if (walk.pages[0]?.rows.length === 0) return undefined;
  return walks
    .slice(0, walks.indexOf(walk))
    .findLast((other) => apart(other.args, walk.args) === 1 && areAlike(operation, walk, other) && isRight(other));
}
