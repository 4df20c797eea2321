// What the judge says: findings, grouped; verdicts, derived.
import type { Level, Register } from '../../spec/index.ts';
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
  readonly expected: string;
  readonly received: string;
  readonly exchanges: readonly Exchange[];
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

/** Groups flaws by subject and clauses; what is open is no flaw and is left out. */
export function groupFlaws(flaws: readonly Flaw[], register: Register): Finding[] {
  const groups = new Map<string, Flaw[]>();
  for (const flaw of flaws) {
    if (flaw.level === 'open') continue;
    const key = JSON.stringify([flaw.subject, flaw.level, flaw.clauses]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flaw]);
    else group.push(flaw);
  }
  return [...groups.values()].map((group) => findingOf(group, register));
}

function findingOf(group: readonly Flaw[], register: Register): Finding {
  const [first] = group;
  if (first === undefined) throw new Error('A finding needs a flaw.');
  return {
    subject: first.subject,
    level: first.level === 'must' ? 'must' : 'should',
    clauses: first.clauses.map((id) => ({ id, statement: register.get(id)?.statement ?? '' })),
    message: first.message,
    count: group.length,
    examples: group.slice(0, EXAMPLES).map(({ where = '', expected, received, exchanges }) => ({
      where,
      expected,
      received,
      curl: exchanges.slice(0, CURLS).map(curlOf),
    })),
  };
}

/** A value as evidence shows it: JSON, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
