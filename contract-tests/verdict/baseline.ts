// Known failures: accepted for a reason and for a time, so that a gate stays green on them and red on everything else.
import { didYouMean, isDay, isRecord } from '../../spec/index.ts';
import { CannotJudge } from '../cannot-judge.ts';
import { type Report, type Result, summarize } from './report.ts';

/** One accepted failure. */
export type BaselineEntry = {
  readonly check: string;
  readonly operation: string;
  readonly subject: string;
  readonly reason: string;
  readonly ticket: string;
  /** The last day on which the failure is accepted: `2026-12-31`. */
  readonly expires: string;
};

const MEMBERS = ['check', 'operation', 'subject', 'reason', 'ticket', 'expires'] as const;
const DAYS_TO_EXPLAIN = 30;

/** What entries may name. */
type Known = { readonly checks: readonly string[]; readonly operations: readonly string[] };

/** Reads a baseline file's text; throws CannotJudge with advice where it is not one. */
export function readBaseline(text: string, file: string, known: Known): readonly BaselineEntry[] {
  const refuse = (advice: string) => new CannotJudge(`The baseline ${file} cannot be used: ${advice}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw refuse(`it is not JSON (${(error as Error).message}).`);
  }
  const entries = isRecord(parsed) ? parsed.entries : undefined;
  if (!Array.isArray(entries)) throw refuse('it needs a member "entries", an array. --update-baseline writes one.');
  for (const [index, entry] of entries.entries()) {
    const missing = MEMBERS.filter((name) => !isRecord(entry) || typeof entry[name] !== 'string' || entry[name] === '');
    if (missing.length > 0)
      throw refuse(
        `entry ${index} needs ${missing.join(', ')}. Every accepted failure has a reason, a ticket and an end.`,
      );
    if (!isDay(entry.expires))
      throw refuse(`entry ${index} expires on ${entry.expires}; write a day, such as 2026-12-31.`);
    for (const [member, names] of [
      ['check', known.checks],
      ['operation', known.operations],
    ] as const)
      if (!names.includes(entry[member]))
        throw refuse(
          `entry ${index} names the ${member} ${entry[member]}, which there is not.${didYouMean(entry[member], names)}`,
        );
  }
  return entries;
}

/** The report with accepted failures as warnings; an entry that has expired, or that no longer fails, is a failure itself. */
export function applyBaseline(report: Report, entries: readonly BaselineEntry[], today: string): Report {
  const valid = entries.filter(({ expires }) => expires >= today);
  const results = report.results.map((result) => acceptKnown(result, valid));
  const problems = entries.flatMap((entry): Result[] => {
    const result = report.results.find(
      ({ check, operation }) => check === entry.check && operation === entry.operation,
    );
    const seen = result?.findings.some(({ subject }) => subject === entry.subject) === true;
    if (entry.expires < today)
      return [
        problemOf(
          entry,
          `The entry for ${entry.ticket} expired on ${entry.expires}. Mend the failure, or renew the entry.`,
        ),
      ];
    if (seen || result === undefined || result.verdict === 'NOT_EXERCISED' || result.verdict === 'ERROR') return [];
    return [problemOf(entry, `The failure of ${entry.ticket} no longer occurs. Remove the entry from the baseline.`)];
  });
  const all = [...results, ...problems];
  return { ...report, results: all, summary: summarize(all) };
}

function acceptKnown(result: Result, entries: readonly BaselineEntry[]): Result {
  if (result.verdict !== 'FAIL') return result;
  const entryOf = (subject: string) =>
    entries.find(
      (entry) => entry.check === result.check && entry.operation === result.operation && entry.subject === subject,
    );
  const known = result.findings.flatMap(({ subject, level }) => (level === 'must' ? [entryOf(subject)] : []));
  if (known.some((entry) => entry === undefined)) return result;
  const reason = known.map((entry) => `known until ${entry?.expires}: ${entry?.reason} (${entry?.ticket})`).join('; ');
  return { ...result, verdict: 'WARN', reason };
}

function problemOf({ check, operation, subject }: BaselineEntry, message: string): Result {
  const finding = { subject, level: 'must' as const, clauses: [], message, count: 1, examples: [] };
  return {
    check: 'baseline',
    title: 'Known failures still fail',
    operation,
    verdict: 'FAIL',
    clauses: [],
    message: `${check}: ${subject}`,
    findings: [finding],
    requests: 0,
    durationMs: 0,
  };
}

/** The text of a baseline that accepts every failure of the report; entries that are known keep their reasons. */
export function writeBaseline(report: Report, entries: readonly BaselineEntry[], today: string): string {
  const expires = new Date(Date.parse(today) + DAYS_TO_EXPLAIN * 86_400_000).toISOString().slice(0, 10);
  const failing = report.results.filter(({ verdict }) => verdict === 'FAIL');
  const found = failing.flatMap(({ check, operation, findings }) =>
    findings.filter(({ level }) => level === 'must').map(({ subject }) => ({ check, operation, subject })),
  );
  const written = found.map((failure) => {
    const known = entries.find((entry) =>
      (['check', 'operation', 'subject'] as const).every((name) => entry[name] === failure[name]),
    );
    // A new entry has no reason and no ticket yet, and is refused until somebody gives both.
    return known ?? { ...failure, reason: '', ticket: '', expires };
  });
  return `${JSON.stringify({ entries: written }, null, 2)}\n`;
}
