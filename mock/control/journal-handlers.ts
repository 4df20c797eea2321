// The control plane's part on the journal.
import { didYouMean, type Operation } from '../../spec/index.ts';
import type { JournalEntry, JournalFilter } from '../journal/journal.ts';
import { type Expectation, verifyCalls } from '../journal/verify-calls.ts';
import { ControlError, DONE, type Handlers, isoTime } from './handler.ts';

type Names = 'getJournal' | 'clearJournal' | 'verifyJournal';

export const journalHandlers: Handlers<Names> = {
  getJournal: ({ session, given }) => {
    const entries = session.journal.entries(filterOf(given));
    return {
      status: 200,
      body: { exchanges: entries.slice(-Number(given.limit)).map(exchangeOf), forgotten: session.journal.forgotten() },
    };
  },
  clearJournal: ({ session }) => {
    session.journal.clear();
    return DONE;
  },
  verifyJournal: ({ mock, session, body }) => {
    for (const each of body.expectations) checkExpectation(each as Expectation, mock.contract.operations);
    const entries = session.journal.entries();
    const results = body.expectations.map((each) => {
      const { nearMisses, matches, ...told } = verifyCalls(entries, each as Expectation);
      const near = nearMisses.map(({ entry, differences }) => ({
        exchange: exchangeOf(entry),
        differences: [...differences],
      }));
      return { ...told, matches: [...matches], nearMisses: near };
    });
    return { status: 200, body: { ok: results.every(({ ok }) => ok), results } };
  },
};

/** Throws a ControlError where an expectation could only be met by mistake. */
function checkExpectation(expected: Expectation, operations: readonly Pick<Operation, 'id'>[]): void {
  const { operation, atLeast, atMost, times, never } = expected;
  const ids = operations.map(({ id }) => id);
  if (operation !== undefined && !ids.includes(operation))
    throw new ControlError(
      `There is no operation ${operation}. There are ${ids.join(', ')}.${didYouMean(operation, ids)}`,
    );
  const said = [times, never === true ? never : undefined, atLeast ?? atMost].filter((each) => each !== undefined);
  if (said.length > 1) throw new ControlError('Give times, never, or atLeast and atMost: they exclude each other.');
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    throw new ControlError(`atLeast is ${atLeast} and atMost ${atMost}: no number is both.`);
}

/** Which exchanges a query means. */
export function filterOf(given: Readonly<Record<string, unknown>>): JournalFilter {
  const names = ['operation', 'path', 'method', 'status', 'findings', 'after'] as const;
  return Object.fromEntries(names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
}

/** The exchange as it is told. */
export function exchangeOf({ at, operation, findings, faults, ...entry }: JournalEntry) {
  return {
    ...entry,
    at: isoTime(at),
    ...(operation === undefined ? {} : { operation }),
    findings: findings.map((finding) => ({ ...finding })),
    faults: [...faults],
  };
}
