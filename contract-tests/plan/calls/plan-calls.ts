// What a list is asked: for the standard depth the few calls that tell most, for the full depth all that one can afford.
import { type FilterValue, grouped, kindOf as kindOfTest, type Operation, passes } from '../../../spec/index.ts';
import { type Arguments, describe, isBound, isId } from '../../walk/filter-arguments.ts';
import { count } from '../bitset.ts';
import { oddValues } from '../filters/odd-values.ts';
import { severalFor } from '../filters/several-values.ts';
import type { InputModel } from '../input-model.ts';
import { imagine } from '../mutants/filter-mutants.ts';
import { revealing } from '../mutants/revealed-mutants.ts';
import { orderQueries } from '../order-queries.ts';
import { createRandom } from '../random.ts';
import { type CallSpace, callSpace, type Way, wayOf } from './call-space.ts';
import { deepWalks } from './deep-walks.ts';
import { fullPath } from './full-path.ts';
import { argumentsOf, type MadeCall } from './made-call.ts';
import type { PlannedCall, Probe, ProbeKind } from './planned-call.ts';
import { respelledAlone, respelledInstants, sameDayAlone } from './respelled-instants.ts';
import { type Revealing, standardPath } from './standard-path.ts';
import { valuePairs } from './value-pairs.ts';

/** Of what tells as much as each other the same is chosen in every run: two runs ask the same. */
const SEED = 1;
/** Ids that the full depth asks for one by one; and before every two classes have met. */
const MOST_ALONE = 500;
const FEW_ALONE = 8;

/** Pages beyond those that the answer fills, for a list that grows: whoever goes on and on shows no more by it. */
const SPARE_PAGES = 2;

export type CallPlan = {
  /** The calls of the standard depth, in the order in which they are made; they take at most `budget` requests. */
  readonly standard: readonly PlannedCall[];
  /** What the full depth asks behind them, as far as one goes on. */
  readonly further: () => Generator<PlannedCall, void>;
};

/** Plans the calls to the filters of a list. */
export function planCalls(operation: Operation, model: InputModel, budget: number): CallPlan {
  const space = callSpace(operation, model);
  const standard = standardPath(space, revealedBy(model), budget);
  // Of a list without rows no call tells more than another: whatever a filter brings, the list lacks.
  const ofNone = model.rows.length > 0 ? [] : eachFilter(model).slice(0, budget);
  const asked = respelledInstants(model, standard);
  const inOrder = inSomeOrder(operation);
  return {
    standard: [
      ...standard.map((call, index) => inOrder(planned(call, space, asked[index] ?? [], index), 'standard')),
      ...ofNone.map((args) => ({ probe: probeOf(args, model), asking: { size: undefined } })),
    ],
    *further() {
      for (const args of respelledAlone(model.filters, model.rows))
        yield { probe: { kind: 'bound', args }, asking: { size: undefined } };
      for (const args of sameDayAlone(model.filters, model.rows))
        yield { probe: { kind: 'bound', args }, asking: { size: space.largest } };
      for (const args of oddValues(model)) yield { probe: probeOf(args, model), asking: { size: undefined } };
      for (const { args, size } of deepWalks(space)) yield { probe: probeOf(args, model), asking: { size } };
      let index = 0;
      for (const call of fullPath(space, standard, ...untried(space, standard), SEED))
        yield inOrder(planned(call, space, argumentsOf(call.choice.ways), index++), 'full');
    },
  };
}

/**
 * Parameters may stand in any order: in every other call the last filter of the document comes first, and in two calls of
 * four the size and the place.
 */
function inTurn(args: Arguments, index: number): { readonly args: Arguments; readonly isPageFirst: boolean } {
  return { args: index % 2 === 0 ? args : [...args].reverse(), isPageFirst: index % 4 >= 2 };
}

/** An order chooses no rows: some calls ask for one beside all else, and cost no more by it. What follows a bad cursor is told by the usual one. */
function inSomeOrder(operation: Operation): (call: PlannedCall, depth: 'standard' | 'full') => PlannedCall {
  const random = createRandom(SEED);
  return ({ probe, asking }, depth) => {
    const order = random.pick([[], ...orderQueries(operation, depth)]) ?? [];
    return order.length === 0 || asking.cursor !== undefined
      ? { probe, asking }
      : { probe, asking: { ...asking, order } };
  };
}

/** The mutants that a call reveals; and an empty list, which documented values alone must be answered with. */
function revealedBy(model: InputModel): Revealing {
  const mutants = revealing(model, imagine(model));
  return (args) => {
    const isEmpty =
      model.rows.length > 0 && count(model.passing(args)) === 0 && !args.some(({ filter }) => isId(filter));
    return isEmpty ? [...mutants(args), 'an empty list'] : mutants(args);
  };
}

function planned({ choice, read, pages }: MadeCall, space: CallSpace, asked: Arguments, index: number): PlannedCall {
  const { args, isPageFirst } = inTurn(asked, index);
  return {
    probe: probeOf(args, space.model),
    asking: {
      isPageFirst,
      size: choice.size,
      maxPages: read < pages ? read : pages + SPARE_PAGES,
      first: choice.isPlaced ? space.first : undefined,
      cursor: choice.cursor,
    },
  };
}

/** Ids and instants that a list without rows is asked for by each of its filters. */
const FEW = 2;

/** Every filter by itself, with each of its documented values or with a few others. */
function eachFilter({ filters, classes }: InputModel): Arguments[] {
  return filters.flatMap((filter) => {
    const { allowed } = filter;
    const values = allowed.length > 0 ? allowed : classes(filter).valuesAlone(FEW).slice(0, FEW);
    return values.map((value) => [{ filter, values: [value] }]);
  });
}

/** Every value of every filter by itself, several of them in every arrangement, and values of two filters, that have not been asked for. */
function untried(space: CallSpace, made: readonly MadeCall[]) {
  const { filters } = space.model;
  const known = new Set(made.map(({ choice }) => describe(argumentsOf(choice.ways))));
  const waysOf = (args: Arguments) =>
    filters.map((filter) =>
      wayOf(
        space,
        args.find((each) => each.filter === filter),
      ),
    );
  const nameOf = (ways: readonly (Way | undefined)[]) => describe(argumentsOf(ways));
  const few = [...valuesAlone(space.model, FEW_ALONE), ...severalAlone(space.model)].map(waysOf);
  const first = [...few, ...valuePairs(space)].filter((ways) => !known.has(nameOf(ways)));
  const asked = new Set([...known, ...first.map(nameOf)]);
  const later = valuesAlone(space.model, MOST_ALONE).filter((args) => !asked.has(describe(args)));
  return [first, later.map(waysOf)] as const;
}

/** The filters take turns, and their classes: where not all can be afforded, each has had some. */
function valuesAlone({ filters, classes }: InputModel, most: number): Arguments[] {
  return inTurns(
    filters.map((filter) => {
      const defaults: FilterValue[][] = filter.byDefault.length > 0 ? [[]] : [];
      const { valuesAlone: some, classOf } = classes(filter);
      const alone = inTurns([...grouped(some(most), (value) => classOf([value])).values()]);
      return [...alone.map((value) => [value]), ...defaults].map((values) => [{ filter, values }]);
    }),
  );
}

/** The first of each, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}

function severalAlone({ filters, rows }: InputModel): Arguments[] {
  return filters
    .filter(({ many }) => many)
    .flatMap((filter) => combinationsOf(severalFor(filter, rows)).map((values) => [{ filter, values }]));
}

/** The probe that asks for these. */
export function probeOf(args: Arguments, model: InputModel): Probe {
  return { kind: kindOf(args, model), args };
}

/** What the probe is for: an id that no row has is nobody's, whatever stands beside it. */
function kindOf(args: Arguments, { rows, isUnknown }: InputModel): ProbeKind {
  if (args.some(isUnknown)) return 'impossible';
  const [only, ...others] = args;
  if (others.length > 0) return 'pair';
  if (only === undefined) return 'value';
  if (only.values.length > 1) return 'values';
  if (isBound(only.filter)) return 'bound';
  const isElement = kindOfTest(only.filter) === 'elements' && only.filter.allowed.length === 0;
  return isElement && only.values.length > 0 && !rows.some((row) => passes(only.filter, row, only.values))
    ? 'impossible'
    : 'value';
}

/** All ordered pairs; runs of three, cyclically; all values at once; and one value twice. */
function combinationsOf<T>(values: readonly T[]): T[][] {
  const pairs = values.flatMap((first) => values.filter((second) => second !== first).map((second) => [first, second]));
  const runs = values.map((_, index) => [0, 1, 2].flatMap((step) => values[(index + step) % values.length] ?? []));
  const twice = pairs.slice(0, 1).map(([one, other]) => [one, other, one].filter((value) => value !== undefined));
  return [...pairs, ...(values.length < 3 ? [] : [...runs, [...values]]), ...twice];
}
