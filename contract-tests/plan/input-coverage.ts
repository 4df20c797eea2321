// How much of the input model a run has asked for: every class of every factor, and classes of two and of three factors
// together.
import { type Operation, placeParameter } from '../../spec/index.ts';
import type { Exchange } from '../http/exchange.ts';
import { valuesIn } from '../walk/filter-arguments.ts';
import { placeOf, sizeParameter } from '../walk/page.ts';
import { ABSENT } from './filters/filter-classes.ts';
import { severalFor, severalSets } from './filters/several-values.ts';
import type { InputModel } from './input-model.ts';

/** Per cent of the classes, and of their combinations, that were asked for; and the classes that never were. */
export type InputCoverage = {
  readonly singles: number;
  readonly pairs: number;
  readonly triples: number;
  readonly leftOut: readonly string[];
};

/** A factor of a call: its classes, and the one that a call is in. */
type Factor = {
  readonly name: string;
  readonly classes: readonly string[];
  readonly of: (exchange: Exchange) => string;
};

/** The coverage that these exchanges come to. */
export function inputCoverage(operation: Operation, model: InputModel, exchanges: readonly Exchange[]): InputCoverage {
  const factors = factorsOf(operation, model);
  const sizes = factors.map(({ classes }) => classes.length);
  // Every class of every factor has a number.
  const before = sizes.map((_, factor) => sizes.slice(0, factor).reduce((sum, size) => sum + size, 0));
  const every = sizes.reduce((sum, size) => sum + size, 0);
  const seen = [new Set<number>(), new Set<number>(), new Set<number>()] as const;
  const calls = new Set(
    exchanges.map((exchange) => factors.map(({ classes, of }) => classes.indexOf(of(exchange))).join()),
  );
  const caller = factors.length - 1;
  for (const call of calls) {
    const known = call
      .split(',')
      .flatMap((index, factor) => (index === '-1' ? [] : (before[factor] ?? 0) + Number(index)));
    const last = known.at(-1) ?? 0;
    // Whoever is refused tells of nothing but of the caller, and of what a caller asks beside that.
    const counts = (...classes: readonly number[]) => last === before[caller] || classes.includes(last);
    for (const [i, one] of known.entries()) {
      if (counts(one)) seen[0].add(one);
      for (let j = i + 1; j < known.length; j += 1) {
        const other = known[j] ?? 0;
        const two = one * every + other;
        if (counts(one, other)) seen[1].add(two);
        for (let k = j + 1; k < known.length; k += 1)
          if (counts(one, other, known[k] ?? 0)) seen[2].add(two * every + (known[k] ?? 0));
      }
    }
  }
  const [single = 0, pair = 0, triple = 0] = [1, 2, 3].map((length) => combinations(sizes, length));
  const percent = (part: number, of: number) => (of === 0 ? 100 : Math.round((1000 * part) / of) / 10);
  return {
    singles: percent(seen[0].size, single),
    pairs: percent(seen[1].size, pair),
    triples: percent(seen[2].size, triple),
    leftOut: factors.flatMap(({ name, classes }, factor) =>
      classes.flatMap((each, index) => (seen[0].has((before[factor] ?? 0) + index) ? [] : `${name}: ${each}`)),
    ),
  };
}

/** How many ways there are to take a class each of so many factors. */
function combinations(sizes: readonly number[], length: number): number {
  if (length === 0) return 1;
  return sizes.reduce((sum, size, index) => sum + size * combinations(sizes.slice(index + 1), length - 1), 0);
}

function factorsOf(operation: Operation, { classes, rows }: InputModel): Factor[] {
  const filters = operation.filters.map((filter): Factor => {
    const { classOf, representatives } = classes(filter);
    const several = severalFor(filter, rows);
    const values = [
      ...representatives().map((value) => [value]),
      ...severalSets(filter, several, 0),
      ...severalSets(filter, several, 1),
    ];
    return {
      name: filter.name,
      classes: [...new Set([ABSENT, ...values.map(classOf)])],
      of: ({ request }) => classOf(valuesIn(filter, request.query)),
    };
  });
  return [
    ...filters,
    ...sortFactors(operation),
    ...sizeFactor(operation),
    ...placeFactor(operation),
    callerFactor(operation),
  ];
}

function sortFactors({ list: { sorting } }: Operation): Factor[] {
  return [sorting?.orders, sorting?.directions].flatMap((part) =>
    part === undefined
      ? []
      : {
          name: part.name,
          classes: [ABSENT, ...[...part.byValue.keys()].map(String)],
          of: ({ request }) => request.query.find(([name]) => name === part.name)?.[1] ?? ABSENT,
        },
  );
}

function sizeFactor(operation: Operation): Factor[] {
  const { size } = operation.list;
  const name = sizeParameter(operation);
  if (size === undefined || name === undefined) return [];
  const { minimum, maximum = Number.NaN } = size;
  const sizes = [minimum, minimum + 1, maximum - 1, maximum];
  const names = ['the smallest', 'beside the smallest', 'beside the largest', 'the largest'];
  const named = new Map(sizes.flatMap((each, index) => (Number.isNaN(each) ? [] : [[each, names[index] ?? '']])));
  return [
    {
      name,
      classes: [ABSENT, ...new Set(named.values()), 'between'],
      of: ({ request }) => {
        const asked = request.query.find(([each]) => each === name)?.[1];
        return asked === undefined ? ABSENT : (named.get(Number(asked)) ?? 'between');
      },
    },
  ];
}

function placeFactor({ list: { paging } }: Operation): Factor[] {
  if (paging.style === 'none') return [];
  return [
    {
      name: 'place',
      classes: ['the first page', 'a later page'],
      of: ({ request }) => {
        const { offset } = placeOf(request);
        const isLed = request.query.some(([name]) => name === placeParameter(paging));
        const later = paging.style === 'page' || paging.style === 'offset' ? offset > 0 : isLed;
        return later ? 'a later page' : 'the first page';
      },
    },
  ];
}

function callerFactor({ security }: Operation): Factor {
  const refused = security.alternatives.flatMap(({ scheme }) =>
    Object.keys(scheme.credentials).filter((role) => role !== 'valid'),
  );
  return {
    name: 'caller',
    classes: ['valid', 'none', 'near miss', ...new Set(refused)],
    of: ({ request: { credential } }) => {
      if (credential === 'none') return security.alternatives.length === 0 ? 'valid' : 'none';
      return 'altered' in credential ? 'near miss' : credential.role;
    },
  };
}
