// What the judge says: findings, grouped; verdicts, derived.
import type { Level, Register } from '../../spec/index.ts';
import { cached, grouped } from '../../spec/index.ts';
import { curlOf } from '../http/curl.ts';
import type { Exchange } from '../http/exchange.ts';

export type Verdict = 'PASS' | 'FAIL' | 'WARN' | 'NOT_EXERCISED' | 'NOT_APPLICABLE' | 'ERROR';

/** One place where a check does not hold, as a check reports it. */
export type Flaw = {
  /** What the flaw is about: a parameter, a member, a page size. Flaws of one subject are one finding. */
  readonly subject: string;
  readonly clauses: readonly string[];
  readonly level: Level;
  /** The flaw in a sentence. */
  readonly message: string;
  /** The row's key, or a JSON Pointer, where there is one. */
  readonly where?: string;
  /** The row that is concerned, by its key: however many replies show it so, it is one place. */
  readonly row?: string;
  readonly expected: string;
  readonly received: string;
  readonly exchanges: readonly Exchange[];
  /** In how many places, where the flaw stands for several. @default 1 */
  readonly count?: number;
};

/** The same defect in however many places: counted, with three examples. */
export type Finding = {
  readonly subject: string;
  readonly level: 'must' | 'should';
  readonly clauses: readonly { readonly id: string; readonly statement: string }[];
  readonly message: string;
  readonly count: number;
  readonly examples: readonly {
    readonly where: string;
    readonly expected: string;
    readonly received: string;
    readonly curl: readonly string[];
  }[];
};

const EXAMPLES = 3;
const CURLS = 3;
/** Findings of one result; a reply can break as many statements as it has members. */
const FINDINGS = 100;
/** Characters of a text that quotes the accused. */
const QUOTED = 400;

/** Groups flaws by subject and clauses; what is open is no flaw and is left out. */
export function groupFlaws(flaws: readonly Flaw[], register: Register): Finding[] {
  const judged = flaws.filter(({ level }) => level !== 'open');
  const found = [...grouped(judged, keyOf).values()];
  const rest = found.slice(FINDINGS).flat();
  const others = (['must', 'should'] as const).flatMap((level) => {
    const left = rest.filter((flaw) => flaw.level === level);
    return left.length === 0 ? [] : [otherFindings(left, level)];
  });
  return [...found.slice(0, FINDINGS), ...others].map((group) => findingOf(group, register));
}

/** The flaws of many things, so that a million of them are no more than a few: each group's first, and how many there are. */
export function foldFlaws<T>(things: readonly T[], flawsOf: (thing: T) => readonly Flaw[]): Flaw[] {
  const groups = new Map<string, { readonly examples: Flaw[]; readonly places: Places }>();
  for (const thing of things) {
    for (const flaw of flawsOf(thing)) {
      const group = cached(groups, keyOf(flaw), () => ({ examples: [], places: createPlaces() }));
      const isNew = group.places.add(flaw);
      if (!isNew || group.examples.length >= EXAMPLES) continue;
      const { row, ...counted } = flaw;
      group.examples.push(counted);
    }
  }
  return [...groups.values()].flatMap(({ examples: [first, ...more], places }) =>
    first === undefined ? [] : [{ ...first, count: places.count() - more.length }, ...more],
  );
}

/** Counts places: a row is one, and every flaw that is about no row. */
type Places = { readonly add: (flaw: Flaw) => boolean; readonly count: () => number };

function createPlaces(): Places {
  const rows = new Set<string>();
  let others = 0;
  return {
    add: ({ row, count = 1 }) => {
      if (row === undefined) others += count;
      else if (rows.has(row)) return false;
      else rows.add(row);
      return true;
    },
    count: () => rows.size + others,
  };
}

const keyOf = ({ subject, level, clauses }: Flaw): string => JSON.stringify([subject, level, clauses]);

/** The findings beyond the bound, as one. */
function otherFindings(flaws: readonly Flaw[], level: 'must' | 'should'): Flaw[] {
  const clauses = [...new Set(flaws.flatMap((flaw) => flaw.clauses))];
  const subjects = new Set(flaws.map(({ subject }) => subject));
  const message = `${subjects.size} more of the kind are left out here`;
  return flaws.map((flaw) => ({ ...flaw, subject: 'others', level, clauses, message }));
}

function findingOf(group: readonly Flaw[], register: Register): Finding {
  const [first] = group;
  if (first === undefined) throw new Error('A finding needs a flaw.');
  const places = createPlaces();
  // Of each row one flaw.
  const shownBy = group.filter((flaw) => places.add(flaw));
  return {
    subject: quoted(first.subject),
    level: first.level === 'must' ? 'must' : 'should',
    clauses: first.clauses
      .filter((id) => register.get(id)?.level !== 'open')
      .map((id) => ({ id, statement: register.get(id)?.statement ?? '' })),
    message: quoted(first.message),
    count: places.count(),
    examples: shownBy.slice(0, EXAMPLES).map(({ where = '', expected, received, exchanges }) => ({
      where: quoted(where),
      expected: quoted(expected),
      received: quoted(received),
      curl: exchanges.slice(0, CURLS).map(curlOf),
    })),
  };
}

function quoted(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 3)}...` : text;
}

const SHOWN = 160;

/** A value as evidence shows it: JSON, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = beginningOf(value, SHOWN + 1);
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 3)}...` : text;
}

/** The first characters of a value's JSON, and a few more: a value of a million rows is not written out for them. */
function beginningOf(value: unknown, length: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, length));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  let text = isList ? '[' : '{';
  for (const [name, inner] of isList ? value.entries() : Object.entries(value)) {
    if (text.length >= length) break;
    const before = text.length === 1 ? '' : ',';
    const label = typeof name === 'number' ? '' : `${beginningOf(name, length)}:`;
    text += before + label + beginningOf(inner, length - text.length);
  }
  return text + (isList ? ']' : '}');
}
