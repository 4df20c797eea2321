// Rows that are missing where they stand on the bound that is asked for: is it the bound, or are they missing anyway?
import { kindOf, type Row } from '../../spec/index.ts';
import type { StableComparison } from '../model/stable-comparison.ts';
import { directionOf, instantBeside, numberBeside } from '../plan/filters/bound-values.ts';
import { inBounds } from '../plan/filters/row-values.ts';
import type { Context } from '../walk/context.ts';
import { type Arguments, standsOn } from '../walk/filter-arguments.ts';
import { keyOf } from '../walk/rows.ts';
import type { Walk } from '../walk/walk.ts';

/** An answer, and what it came to. */
type Compared = { readonly comparison: StableComparison | undefined; readonly walk: Pick<Walk, 'args'> };

/** The keys of the missing rows that a bound one step further away does not bring either; asked once, and only where rows are missing. */
export async function lostAtBound(
  context: Context,
  { comparison, walk: { args } }: Compared,
): Promise<ReadonlySet<string>> {
  const missing = comparison?.differences.filter(({ kind }) => kind === 'missing') ?? [];
  const standing = missing.filter(({ listed }) => listed !== undefined && standsOn(args, listed));
  const wider = standing[0]?.listed && furtherAway(args, standing[0].listed);
  if (wider === undefined) return new Set();
  const walk = await context.walk(wider, context.operation.list.size?.maximum);
  if (walk.stop !== 'end') return new Set();
  const brought = new Set(walk.rows.map((row) => keyOf(context.operation, row)));
  return new Set(standing.flatMap(({ key }) => (brought.has(key) ? [] : [key])));
}

/** The same with the bound that the row stands on one step further away; undefined where there is no such bound. */
function furtherAway(args: Arguments, row: Row): Arguments | undefined {
  const moved = args.map((argument) => {
    if (!standsOn([argument], row)) return argument;
    const { filter } = argument;
    const beside = kindOf(filter) === 'instant' ? instantBeside : numberBeside;
    // A bound that the parameter cannot have would only be refused.
    const bound = inBounds(filter, beside(filter, row, -directionOf(filter)));
    return bound === undefined ? undefined : { filter, values: [bound] };
  });
  const known = moved.filter((argument) => argument !== undefined);
  return known.length === args.length ? known : undefined;
}
