// Why documented calls are not answered with a list: what they ask, or leave out, alone or two things together, and no answered
// call does.
import { cached, grouped, type Parameter, readValues } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';

/** Something that a call has: a value of a parameter, any value, several values, or none. */
type Trait = {
  readonly parameter: Parameter;
  readonly kind: 'value' | 'given' | 'several' | 'absent';
  /** As messages say it. */
  readonly text: string;
};

/** One trait that is refused by itself, or two that are refused together. */
export type RefusalCause = readonly Trait[];

/** What a call may be refused for, among all calls of its list: one cause, several that are as likely, or none that can be told. */
export function refusalCauses(
  { request }: Pick<Exchange, 'request'>,
  all: readonly Exchange[],
): readonly RefusalCause[] {
  const { answered, refused } = cached(known, all, () => comparedCalls(all));
  if (answered.size === 0) return [];
  const causes = causesIn(traitsOf(request)).filter((cause) => !answered.has(nameOf(cause)));
  return likeliest(causes, (cause) => refused.get(nameOf(cause)) ?? 0);
}

/** The causes as messages say them: `status=paused with limit`, `status=paused without limit`, `a call without limit`. */
export function describeCauses(causes: readonly RefusalCause[]): string {
  const [first, ...others] = causes;
  if (first === undefined || !others.every((cause) => aboutOf(cause) === aboutOf(first))) return 'a documented request';
  // Where it may be one value or another, or any, the parameter stands for them.
  const textOf = ({ text, parameter }: Trait, place: number) =>
    others.every((cause) => cause[place]?.text === text) ? text : parameter.name;
  const told = first.map((trait, place) => ({ isAbsent: trait.kind === 'absent', text: textOf(trait, place) }));
  const given = told.filter(({ isAbsent }) => !isAbsent).map(({ text }) => text);
  const absent = told.filter(({ isAbsent }) => isAbsent).map(({ text }) => text);
  return [given.length > 0 ? given.join(' with ') : 'a call', ...absent].join(' ');
}

/** The parameters that a cause gives or leaves out. */
function aboutOf(cause: RefusalCause): string {
  return cause.map(({ kind, parameter }) => `${kind === 'absent' ? 'without ' : ''}${parameter.name}`).join(' ');
}

/**
 * The causes that most refused calls have; of these one trait rather than two, several values or none rather than each value
 * that happens to be asked, what is asked rather than left out, and values where they are listed, none where any will do.
 */
function likeliest(causes: readonly RefusalCause[], callsOf: (cause: RefusalCause) => number): readonly RefusalCause[] {
  const number = (cause: RefusalCause, is: (trait: Trait) => boolean) => cause.filter(is).length;
  const never = new Set(
    causes.flatMap(([trait, other]) => (trait?.kind === 'given' && other === undefined ? trait.parameter : [])),
  );
  const isAlone = ({ kind, parameter }: Trait) => kind === 'absent' || (kind === 'several' && !never.has(parameter));
  const ranks: ((cause: RefusalCause) => number)[] = [
    callsOf,
    ({ length }) => -length,
    (cause) => (cause.length === 1 ? number(cause, isAlone) : 0),
    (cause) => -number(cause, ({ kind }) => kind === 'absent'),
    (cause) => number(cause, ({ kind, parameter }) => kind === (parameter.allowed.length > 0 ? 'value' : 'given')),
  ];
  return ranks.reduce((left, rank) => {
    const most = Math.max(...left.map(rank));
    return left.filter((cause) => rank(cause) === most);
  }, causes);
}

type ComparedCalls = {
  /** All causes that an answered call has. */
  readonly answered: ReadonlySet<string>;
  /** How many refused calls have each. */
  readonly refused: ReadonlyMap<string, number>;
};

const known = new WeakMap<readonly Exchange[], ComparedCalls>();

function comparedCalls(all: readonly Exchange[]): ComparedCalls {
  const answered = new Set<string>();
  const refused = new Map<string, number>();
  for (const exchange of all) {
    const isAnswered = isList(exchange);
    if (!isAnswered && (exchange.request.expect !== 'list' || exchange.status < 300)) continue;
    for (const cause of causesIn(traitsOf(exchange.request))) {
      const name = nameOf(cause);
      if (isAnswered) answered.add(name);
      else refused.set(name, (refused.get(name) ?? 0) + 1);
    }
  }
  return { answered, refused };
}

const nameOf = (cause: RefusalCause): string => cause.map(({ kind, text }) => `${kind} ${text}`).join(' & ');

/** Each trait, and each two. */
function causesIn(traits: readonly Trait[]): RefusalCause[] {
  return traits.flatMap((one, index) => [
    [one],
    ...traits.slice(index + 1).flatMap((other) => (areTwo(one, other) ? [[one, other]] : [])),
  ]);
}

/** Whether two traits are more than one of them: those of two parameters are, and a value among several. */
function areTwo(one: Trait, other: Trait): boolean {
  return one.parameter !== other.parameter || (one.kind === 'value' && other.kind === 'several');
}

function traitsOf({ operation, query }: Exchange['request']): Trait[] {
  const { paging } = operation.list;
  // A cursor is a value of its own on every page.
  const cursor = paging.style === 'cursor' ? paging.cursor : undefined;
  const byName = grouped(query, ([name]) => name);
  return operation.parameters.flatMap((parameter): Trait[] => {
    if (parameter.in !== 'query') return [];
    const { name } = parameter;
    const values = readValues(
      parameter,
      (byName.get(name) ?? []).map(([, value]) => value),
    );
    if (values.length === 0) return parameter.required ? [] : [{ parameter, kind: 'absent', text: `without ${name}` }];
    return [
      { parameter, kind: 'given', text: name },
      ...(name === cursor ? [] : [...new Set(values)]).map(
        (value): Trait => ({ parameter, kind: 'value', text: `${name}=${value}` }),
      ),
      ...(values.length > 1 ? [{ parameter, kind: 'several', text: `several values of ${name}` } as const] : []),
    ];
  });
}
