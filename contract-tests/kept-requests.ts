// What a check must leave of the run's requests to those behind it: a list that moves, or is wrong everywhere, takes nothing
// from the lists to come, and its filters nothing from the question who may call.
import type { Operation } from '../spec/index.ts';
import type { Check } from './checks/check.ts';
import { costOfRefusals } from './plan/request-budget.ts';
import type { Depth } from './walk/context.ts';

/** The place of a list in the run: how many are still `later` than it, of `all`, and `most` requests for all of them. */
type Place = { readonly later: number; readonly all: number; readonly most: number };

/** Of all requests the part that is kept for each list that is still to come, and for all of them together. */
const [FOR_A_LIST, FOR_LISTS] = [0.1, 0.5];
/** Of what is kept for refusals the part that is left to each check of them, whatever those before it have taken. */
const FOR_A_REFUSAL = 0.1;

/** Tells how many requests each check of a list must leave to others. */
export function keptRequests({
  operation,
  checks,
  depth,
  later,
  all,
  most,
}: Place & { readonly operation: Operation; readonly checks: readonly Check[]; readonly depth: Depth }): (
  check: Check,
) => number {
  const forLists = Math.floor(later * most * Math.min(FOR_A_LIST, FOR_LISTS / all));
  const forRefusals = Math.min(costOfRefusals(operation, depth), Math.floor(FOR_A_LIST * most));
  const asked = checks.map((check) => check.applies(operation) && isOfRefusals(check));
  return (check) => {
    const place = checks.indexOf(check);
    const toCome = asked.slice(place + 1).filter(Boolean).length;
    const hasBegun = asked.slice(0, place + 1).includes(true);
    return forLists + Math.floor(forRefusals * (hasBegun ? FOR_A_REFUSAL * toCome : Math.sign(toCome)));
  };
}

/** Whether a check asks what must be refused: by other callers, or with values that are none. */
function isOfRefusals({ situations, needs = [] }: Check): boolean {
  return situations !== undefined || needs.includes('invalid');
}
