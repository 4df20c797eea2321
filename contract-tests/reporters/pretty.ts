// The report on a terminal: failures first, a summary that fits a screen last.
import { styleText } from 'node:util';
import type { Verdict } from '../verdict/finding.ts';
import type { Report } from '../verdict/report.ts';
import { conclusionOf, conclusionText, coverageText, tally } from './conclusion.ts';
import { counted } from './counted.ts';
import { evidenceLines, WIDTH, wrapped } from './evidence.ts';
import { type Problem, problemsOf } from './problems.ts';
import { inputLines, runText } from './run-facts.ts';
import { untriedOf } from './untried.ts';
import { visible } from './visible.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const STYLE = {
  FAIL: ['bold', 'red'],
  ERROR: ['bold', 'magenta'],
  WARN: ['bold', 'yellow'],
  NOT_EXERCISED: ['bold', 'blue'],
  PASS: ['bold', 'green'],
  NOT_APPLICABLE: 'dim',
} as const satisfies Record<Verdict, Style>;

export type PrettyOptions = {
  /** For a terminal that shows colours. @default false */
  readonly colour?: boolean;
};

/** Blocks of text with an empty line between them. */
export function pretty(report: Report, { colour = false }: PrettyOptions = {}): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const blocks = [
    header(report, paint),
    ...problemsOf(report).map((problem) => problemBlock(problem, paint)),
    ...notExercised(report, paint),
    ...observations(report, paint),
    ...inputs(report, paint),
    summary(report, paint),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function header(report: Report, paint: Paint): string[] {
  return [paint('bold', `Contract report on ${visible(report.target)}`), runText(report)];
}

function problemBlock(problem: Problem, paint: Paint): string[] {
  const { verdict, check, operation } = problem;
  return [
    `${paint(STYLE[verdict], verdict)}  ${visible(`${check} in ${operation}`)}`,
    ...evidenceLines(problem, paint),
  ];
}

function notExercised(report: Report, paint: Paint): string[][] {
  const untried = untriedOf(report);
  if (untried.length === 0) return [];
  const title = `${paint(STYLE.NOT_EXERCISED, 'NOT EXERCISED')}  ${counted(report.summary.notExercised, 'check')} could not be put to the test`;
  const lines = untried.flatMap(({ operation, gaps }) => [
    `  ${visible(operation)}`,
    ...gaps.flatMap(({ checks, reason }) => fewLines(`${named(checks)}: ${reason}`, 4)),
  ]);
  return [[title, ...lines]];
}

function observations({ observations: seen }: Report, paint: Paint): string[][] {
  if (seen.length === 0) return [];
  const title = `${paint('bold', 'OBSERVED')}  not documented, and not judged`;
  return [[title, ...seen.map(({ operation, text }) => oneLine(`  ${operation}: ${text}`))]];
}

function inputs(report: Report, paint: Paint): string[][] {
  const lines = inputLines(report);
  return lines.length === 0
    ? []
    : [[`${paint('bold', 'ASKED')}  by classes of inputs`, ...lines.flatMap((line) => fewLines(line, 2))]];
}

/** At most twelve lines. */
function summary(report: Report, paint: Paint): string[] {
  const counts = tally(report).map(({ verdict, count }) => {
    const line = `${String(count).padStart(6)}  ${verdict.replaceAll('_', ' ')}`;
    return paint(count === 0 ? 'dim' : STYLE[verdict], line);
  });
  const conclusion = wrapped(conclusionText(report), 0).map((line) => paint(STYLE[conclusionOf(report).verdict], line));
  return [paint('bold', 'SUMMARY'), ...counts, `${coverageText(report)}.`, ...conclusion];
}

function named(checks: readonly string[]): string {
  return checks.length < 4 ? checks.join(', ') : `${checks.slice(0, 2).join(', ')} and ${checks.length - 2} more`;
}

/** Lines that a text may take: the json and html reports have all of it. */
const FEW = 6;

function fewLines(text: string, indent: number): string[] {
  const [first = '', ...others] = wrapped(visible(text).replaceAll(/[\n\t]/g, ' '), indent + 2);
  const lines = [first.slice(2), ...others];
  return lines.length > FEW ? [...lines.slice(0, FEW), `${' '.repeat(indent + 2)}...`] : lines;
}

function oneLine(text: string): string {
  const line = visible(text).replaceAll(/[\n\t]/g, ' ');
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 3)}...` : line;
}
