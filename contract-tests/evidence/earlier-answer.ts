// A wrong answer that another call had before: what remembers replies by too short a key gives it again, and what forgets a
// filter gives that of the call without it. Whoever sends both calls in this order sees the same.
import type { Operation } from '../../spec/index.ts';
import { cached } from '../../spec/index.ts';
import { type Arguments, describe, mayPass } from '../walk/filter-arguments.ts';
import { keyOf } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';

/** The rows of first pages, by their keys: they are compared with many others. */
const known = new WeakMap<Walk, string>();

const firstPageOf = (operation: Operation, walk: Walk): string =>
  cached(known, walk, () => (walk.pages[0]?.rows ?? []).map((row) => keyOf(operation, row)).join('\n'));

/** How many filters two calls ask for otherwise. */
function apart(one: Arguments, other: Arguments): number {
  const asked = [one, other].map((args) => new Map(args.map((argument) => [argument.filter, describe([argument])])));
  const filters = new Set([...one, ...other].map(({ filter }) => filter));
  return [...filters].filter((filter) => asked[0]?.get(filter) !== asked[1]?.get(filter)).length;
}

const isRight = ({ args, rows }: Walk): boolean => rows.every((row) => mayPass(args, row));

/** The latest right walk before this one that differs in one filter and shows the same rows on its first page; of no rows none is. */
export function earlierAnswer(operation: Operation, walks: readonly Walk[], walk: Walk): Walk | undefined {
  const own = firstPageOf(operation, walk);
  if (own === '') return undefined;
  return walks
    .slice(0, walks.indexOf(walk))
    .findLast((other) => apart(other.args, walk.args) === 1 && firstPageOf(operation, other) === own && isRight(other));
}
