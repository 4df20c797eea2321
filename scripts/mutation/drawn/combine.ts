// Draws a combination: what happens, and the classes of calls that it happens to.
import { CALLER, TENANT } from './classes/caller-classes.ts';
import { BAD_CURSOR } from './classes/cursor-classes.ts';
import { PLACE } from './classes/page-classes.ts';
import type { Combination } from './combination.ts';
import type { Class, Factor } from './factor.ts';
import type { Model } from './model.ts';
import { type Maker, pick, type What } from './what.ts';

/** A combination of so many factors; undefined where what was drawn does not fit the operation. */
export function combine(
  model: Model,
  makers: readonly Maker[],
  factors: number,
  random: () => number,
): Combination | undefined {
  const what = pick(makers, random)?.(model.scene, random);
  if (what === undefined) return undefined;
  const where = placesOf(model, what, factors, random);
  return where === undefined ? undefined : { operation: model.scene.operation.id, where, what };
}

const isGiven = ({ says }: Class): boolean => says !== 'not given';
/** The caller and the tenant whom every list serves. */
const isAllowed = ({ factor, says }: Class): boolean =>
  (factor === CALLER && says === 'has the valid key') || (factor === TENANT && says === "is the caller's own");

/** Classes of as many different factors, those among them without which the change could not be. */
function placesOf(model: Model, what: What, count: number, random: () => number): readonly Class[] | undefined {
  const apart = typeof what.after === 'object' ? what.after.factor : undefined;
  const who = model.factors.filter(({ name }) => name === CALLER || name === TENANT);
  const needed: (readonly [Factor | undefined, (one: Class) => boolean])[] = [];
  const named = (name: string) => model.factors.find((factor) => factor.name === name);
  if (what.filter !== undefined) needed.push([named(what.filter), isGiven]);
  if (what.target === 'bad cursor') needed.push([named(BAD_CURSOR), () => true]);
  if (what.target === 'refused' && apart === undefined) needed.push([pick(who, random), (one) => !isAllowed(one)]);
  const where: Class[] = [];
  for (const [factor, suits] of needed) {
    const chosen = pick(factor?.classes.filter(suits) ?? [], random);
    if (chosen === undefined) return undefined;
    where.push(chosen);
  }
  // A place is meant for a genuine cursor, and a caller who is to be refused is drawn above.
  const left = model.factors.filter(
    ({ name }) =>
      name !== apart &&
      ![BAD_CURSOR, CALLER, TENANT].includes(name) &&
      !(what.target === 'bad cursor' && name === PLACE) &&
      !where.some(({ factor }) => factor === name),
  );
  const wanted = count - (apart === undefined ? 0 : 1);
  while (where.length < wanted && left.length > 0) {
    const [factor] = left.splice(Math.floor(random() * left.length), 1);
    const chosen = pick(factor?.classes ?? [], random);
    if (chosen !== undefined) where.push(chosen);
  }
  return where.length === wanted ? where : undefined;
}
