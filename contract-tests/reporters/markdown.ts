// The report as GitHub-flavoured Markdown, for the summary of a CI job.
import type { Report } from '../verdict/report.ts';
import { conclusionOf, coverageText, tally } from './conclusion.ts';
import { type Problem, problemsOf } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { runText } from './run-facts.ts';
import { untriedOf } from './untried.ts';
import { visible } from './visible.ts';

const MARK = { FAIL: '❌', ERROR: '💥', WARN: '⚠️', NOT_EXERCISED: '⏸️', PASS: '✅', NOT_APPLICABLE: '➖' } as const;

export function markdown(report: Report): string {
  const { verdict, headline, detail } = conclusionOf(report);
  const blocks = [
    `## ${MARK[verdict]} Contract: ${headline}`,
    ...(detail === '' ? [] : [`${capital(detail)}.`]),
    `${code(report.target)} · ${runText(report)}`,
    summaryTable(report),
    `**${coverageText(report)}.**`,
    ...problemTable(problemsOf(report)),
    ...notExercised(report),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The sentence that says why there is no report. */
export function refusalMarkdown({ target, error }: Refusal): string {
  return `## ${MARK.ERROR} Contract: no verdict\n\n${plain(error)}\n\n${code(target)}\n`;
}

function summaryTable(report: Report): string {
  const rows = tally(report).map(({ verdict, count }) => [`${MARK[verdict]} ${words(verdict)}`, String(count)]);
  return table(['Verdict', 'Checks'], rows, ['---', '---:']);
}

function problemTable(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const rows = problems.map(({ verdict, check, operation, message, clauses, count }) => [
    `${MARK[verdict]} ${verdict}`,
    code(check),
    code(operation),
    plain(message),
    clauses.map(({ id }) => code(id)).join(' '),
    String(count),
  ]);
  const heads = ['Verdict', 'Check', 'Operation', 'What', 'Clauses', 'Places'];
  return ['### Failures and warnings', table(heads, rows, ['---', '---', '---', '---', '---', '---:'])];
}

function notExercised(report: Report): string[] {
  const untried = untriedOf(report);
  if (untried.length === 0) return [];
  const items = untried.flatMap(({ operation, gaps }) =>
    gaps.map(({ checks, reason }) => `- ${code(operation)} ${checks.map(code).join(', ')}: ${plain(reason)}`),
  );
  const title = `<summary>${report.summary.notExercised} not exercised, which is not green</summary>`;
  return [`<details>${title}`, items.join('\n'), '</details>'];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[], rule: readonly string[]): string {
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const words = (verdict: string): string => verdict.replaceAll('_', ' ');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Text that Markdown and HTML leave as it is, on one line, in a table cell or outside. */
function plain(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~#$]/g, String.raw`\$&`)
    .replaceAll('@', '&#64;');
}

/** A code span; what would end the span or its cell stands there as a URL writes it. */
function code(text: string): string {
  return `\`${oneLine(text).replaceAll(/[`|\\]/g, encodeURIComponent)}\``;
}

function oneLine(text: string): string {
  return visible(text).replaceAll(/\s+/g, ' ').trim();
}
