// The report as GitHub Actions workflow commands, which become annotations of the job.
import type { Report } from '../verdict/report.ts';
import { coverageText } from './conclusion.ts';
import { counted } from './counted.ts';
import { briefly } from './evidence.ts';
import { type Problem, problemsOf } from './problems.ts';
import { untriedOf } from './untried.ts';
import { visible } from './visible.ts';

const COMMAND = { FAIL: 'error', ERROR: 'error', WARN: 'warning' } as const satisfies Record<
  Problem['verdict'],
  string
>;

/** One annotation for each finding, and one notice for all that was not exercised; nothing where all is well. */
export function github(report: Report): string {
  const annotations = problemsOf(report).map((problem) =>
    annotation(COMMAND[problem.verdict], `${problem.check} in ${problem.operation}`, briefly(problem)),
  );
  return [...annotations, ...notExercised(report)].map((line) => `${line}\n`).join('');
}

function notExercised(report: Report): string[] {
  const untried = untriedOf(report);
  if (untried.length === 0) return [];
  const reasons = untried.flatMap(({ operation, gaps }) =>
    gaps.map(({ checks, reason }) => `${operation} ${checks.join(', ')}: ${reason}`),
  );
  const title = `${counted(report.summary.notExercised, 'check')} not exercised`;
  return [annotation('notice', title, [coverageText(report), ...reasons].join('\n'))];
}

/** One workflow command. */
export function annotation(command: string, title: string, message: string): string {
  return `::${command} title=${escapedProperty(title)}::${escaped(message)}`;
}

/** As GitHub's own toolkit escapes the data of a command. A carriage return is never left to be shown as a line's end. */
function escaped(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
