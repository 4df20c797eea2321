// Looks for a call in which a combination breaks the documents: a combination that has none is no fault.
import type { Call } from '../../../mock/index.ts';
import type { Handler } from '../../faults/built-in.ts';
import { breachOf } from './breach.ts';
import type { Breach } from './broken-page.ts';
import { CALLER, TENANT } from './classes/caller-classes.ts';
import { type Combination, deploy } from './combination.ts';
import { callOf, copyOf, type Draft, plainDraft } from './draft.ts';
import { type Class, nameOf } from './factor.ts';
import { createLedger } from './ledger.ts';
import type { Model } from './model.ts';

/** What is wrong with the answer to a call, and a sentence that says what to ask in order to see it. */
export type Sighting = { readonly breach: Breach; readonly says: string; readonly calls: readonly Call[] };

type Bench = { readonly handler: Handler; readonly model: Model };

/** Calls in which the combination is tried: its own classes, alone and with every other class. */
const MOST = 400;

/**
 * The first call that breaks a must; else the first that breaks a should. A combination changes nothing outside of its
 * classes, so the calls in them, alone and with each class of every other factor, are all that need be tried.
 */
export function sightingOf(model: Model, combination: Combination, clean: Handler): Sighting | undefined {
  let best: Sighting | undefined;
  let tried = 0;
  for (const classes of circumstances(model, combination)) {
    for (const prelude of preludes(model, combination, classes)) {
      const ledger = createLedger();
      const fresh = (): Bench => ({ handler: deploy(combination, clean, model.scene.mock, ledger), model });
      const bench = fresh();
      for (const draft of drafts(bench, classes)) {
        if (++tried > MOST) return best;
        // What remembers must have nothing in its memory but the call before.
        const { handler } = prelude === undefined ? bench : fresh();
        const before = prelude === undefined ? [] : first(drafts(bench, prelude)).map(callOf);
        for (const call of before) handler.handle(call);
        const breach = breachOf(model.scene, handler, callOf(draft), ledger);
        if (breach === undefined) continue;
        const told = [shown(callOf(draft), classes), ...before.map((call) => `after ${shown(call, prelude ?? [])}`)];
        const sighting = { breach, says: `Ask ${told.join(' ')}: ${breach.says}.`, calls: [...before, callOf(draft)] };
        if (breach.level === 'must') return sighting;
        best ??= sighting;
      }
    }
  }
  return best;
}

/** The combination's own classes, and with each class of the other factors that a served call may have. */
function* circumstances(model: Model, { where, what }: Combination): Generator<readonly Class[]> {
  const own = new Set(where.map(({ factor }) => factor));
  const { after } = what;
  const apart = typeof after === 'object' ? after.factor : undefined;
  if (apart === undefined) yield where;
  const others = model.factors.filter(({ name }) => !own.has(name) && (apart === undefined || name === apart));
  for (const { name, classes } of others) {
    if (apart === undefined && ['caller', 'tenant', 'cursor'].includes(name)) continue;
    for (const each of classes) yield [...where, each];
  }
}

/** What is asked before: nothing, anything else, or the same with another class of one factor. */
function preludes(
  model: Model,
  { where, what: { after } }: Combination,
  classes: readonly Class[],
): readonly (readonly Class[] | undefined)[] {
  if (after === undefined) return [after];
  const factor = after === 'any' ? model.factors[0]?.name : after.factor;
  const others = model.factors.find(({ name }) => name === factor)?.classes ?? [];
  const rest = after === 'any' ? [] : where;
  return others.filter((each) => !classes.includes(each)).map((each) => [...rest, each]);
}

/** Drafts with a few concrete values of each class, in the order of the model's factors. */
function* drafts({ model, handler }: Bench, classes: readonly Class[]): Generator<Draft> {
  const order = model.factors.map(({ name }) => name);
  const sorted = [...classes].sort((one, other) => order.indexOf(one.factor) - order.indexOf(other.factor));
  const { scene } = model;
  function* fill(draft: Draft, [next, ...rest]: readonly Class[]): Generator<Draft> {
    if (next === undefined) {
      yield draft;
      return;
    }
    for (const setting of next.settings) {
      const copy = copyOf(draft);
      setting(copy, scene, (call) => handler.handle(call));
      yield* fill(copy, rest);
    }
  }
  yield* fill(plainDraft(scene), sorted);
}

function first<T>(values: Iterable<T>): readonly T[] {
  for (const value of values) return [value];
  return [];
}

/** Letters of a query that are worth showing. */
const SHOWN = 240;

/** A call as one can make it: its query, and who makes it for whom. */
function shown({ query }: Call, classes: readonly Class[]): string {
  const callers = classes.filter(({ factor }) => factor === CALLER || factor === TENANT).map(nameOf);
  const short = query.length > SHOWN ? `${query.slice(0, SHOWN)}...` : query;
  return [short === '' ? 'without parameters' : `?${short}`, ...callers.map((each) => `(${each})`)].join(' ');
}
