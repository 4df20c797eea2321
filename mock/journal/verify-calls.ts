// Whether a client called as somebody expects; where it did not, the calls that came nearest, and what they lack.
import { isMeant, type JournalEntry, type JournalFilter } from './journal.ts';

/** A call that is expected, and how often. */
export type Expectation = Pick<JournalFilter, 'operation' | 'path' | 'method' | 'status'> & {
  /** Parameters with the values that they must have, in any order; null for one that must not be given. */
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Parameters that must not be given. */
  readonly without?: readonly string[];
  /** @default 1, unless another number is given */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly times?: number;
  /** The same as `times: 0`. */
  readonly never?: boolean;
};

/** A call that was not as expected, and in what. */
type NearMiss = { readonly entry: JournalEntry; readonly differences: readonly string[] };

export type Verification = {
  readonly ok: boolean;
  /** In a sentence. */
  readonly message: string;
  readonly count: number;
  /** The ids of the calls that were as expected. */
  readonly matches: readonly number[];
  /** The nearest first; none where the expectation is met. */
  readonly nearMisses: readonly NearMiss[];
};

/** How many calls are shown that came near. */
const SHOWN = 3;

/** Holds the calls against an expectation. */
export function verifyCalls(entries: readonly JournalEntry[], expected: Expectation): Verification {
  const compared = entries.map((entry) => ({ entry, differences: differencesOf(entry, expected) }));
  const matches = compared.filter(({ differences }) => differences.length === 0).map(({ entry }) => entry.id);
  const { least, most } = boundsOf(expected);
  const count = matches.length;
  const ok = count >= least && count <= most;
  const nearMisses = ok
    ? []
    : compared
        .filter(({ differences }) => differences.length > 0)
        .sort((one, other) => one.differences.length - other.differences.length || other.entry.id - one.entry.id)
        .slice(0, SHOWN);
  const wanted =
    least === most
      ? times(least)
      : most === Number.POSITIVE_INFINITY
        ? `at least ${times(least)}`
        : `${least} to ${times(most)}`;
  const message = `Expected ${wanted}, counted ${count}${ok ? '' : ` among ${entries.length} calls`}.`;
  return { ok, message, count, matches, nearMisses };
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function boundsOf({ atLeast, atMost, times: exactly, never }: Expectation) {
  if (never === true) return { least: 0, most: 0 };
  if (exactly !== undefined) return { least: exactly, most: exactly };
  return { least: atLeast ?? (atMost === undefined ? 1 : 0), most: atMost ?? Number.POSITIVE_INFINITY };
}

function differencesOf(entry: JournalEntry, { query = {}, without = [], ...filter }: Expectation): string[] {
  const differences: string[] = [];
  for (const name of ['operation', 'path', 'method', 'status'] as const) {
    const wanted = filter[name];
    if (wanted !== undefined && !isMeant(entry, { [name]: wanted }))
      differences.push(`${name} is ${entry[name] ?? 'none'}, not ${wanted}`);
  }
  const sent = new URLSearchParams(entry.query);
  for (const [name, wanted] of Object.entries(query)) {
    const values = sent.getAll(name).sort();
    const asked = wanted === null ? [] : [wanted].flat().sort();
    if (values.join('\n') === asked.join('\n')) continue;
    differences.push(`${name} is ${values.join(' and ') || 'not given'}, not ${asked.join(' and ') || 'left out'}`);
  }
  for (const name of without)
    if (sent.has(name)) differences.push(`${name} is given: ${sent.getAll(name).join(' and ')}`);
  return differences;
}
