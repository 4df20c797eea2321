// The rest of a run: what was not exercised, what was observed, and every check in every list.
import type { Report, Result } from '../../verdict/report.ts';
import { counted } from '../counted.ts';
import { untriedOf } from '../untried.ts';
import { badge } from './html-badge.ts';
import { anchorOf } from './html-findings.ts';
import { type Markup, markup, nothing } from './html-markup.ts';

const GAPS_SHOWN = 3;

export function notExercised(report: Report): Markup {
  const untried = untriedOf(report);
  const intro =
    untried.length === 0
      ? 'Every check that applies was put to the test.'
      : `${counted(report.summary.notExercised, 'check')} had nothing to try on. That is not green: what is missing is named here.`;
  return markup`<p>${intro}</p>
${untried.map(
  ({ operation, gaps }) => markup`<div class="card sheet"><table class="stack gapped"><caption>${operation}</caption>
<thead><tr><th scope="col">Checks</th><th scope="col">What was missing</th></tr></thead>
<tbody>${gaps.map(({ checks, reason }) => markup`<tr><th scope="row" class="mono">${checks.join(', ')}</th><td>${reasonBlock(reason)}</td></tr>\n`)}</tbody></table></div>`,
)}`;
}

/** The gaps of a check, one on a line; the first few of many. */
function reasonBlock(reason: string): Markup {
  const lines = reason.split('; ').map((gap) => markup`<li>${gap}</li>`);
  const shown = lines.length > GAPS_SHOWN + 1 ? lines.slice(0, GAPS_SHOWN) : lines;
  const folded = lines.slice(shown.length);
  const more = markup`<details class="more"><summary>${folded.length} more</summary><ul class="gaps">${folded}</ul></details>`;
  return markup`<ul class="gaps">${shown}</ul>${folded.length === 0 ? nothing : more}`;
}

export function observed({ observations }: Report): Markup {
  const list = markup`<ul class="list card">${observations.map(
    ({ operation, text }) => markup`<li><code class="muted">${operation}</code> ${text}</li>\n`,
  )}</ul>`;
  return markup`<p>What was seen where the documentation is silent. Nobody fails on it.</p>
${observations.length === 0 ? markup`<p>None.</p>` : list}`;
}

export function allResults(report: Report): Markup {
  const operations = [...new Set(report.results.map(({ operation }) => operation))];
  const checks = new Map(report.results.map(({ check, title }) => [check, title]));
  return markup`<p>Every check in every list, with what was looked at.</p>
<div class="card sheet"><table class="stack even"><caption class="hidden">All results</caption>
<thead><tr><th scope="col">Check</th>${operations.map((operation) => markup`<th scope="col">${operation}</th>`)}</tr></thead>
<tbody>${[...checks].map(
    ([check, title]) =>
      markup`<tr><th scope="row">${title}<small class="mono">${check}</small></th>${operations.map((operation) => cell(report, check, operation))}</tr>\n`,
  )}</tbody></table></div>`;
}

function cell(report: Report, check: string, operation: string): Markup {
  const results = report.results.filter((result) => result.check === check && result.operation === operation);
  const blank = results.every(({ verdict }) => verdict === 'NOT_APPLICABLE');
  if (blank)
    return markup`<td class="blank muted"><span aria-hidden="true">–</span><span class="hidden">not applicable</span></td>`;
  return markup`<td data-name="${operation}">${results.map((result) => verdictOf(report, result))}</td>`;
}

function verdictOf(report: Report, { check, operation, verdict, message }: Result): Markup {
  const anchor = anchorOf(report, check, operation);
  const label = anchor === undefined ? badge(verdict) : markup`<a href="${anchor}">${badge(verdict)}</a>`;
  return markup`${label}${message === '' ? nothing : markup`<small>${message}</small>`}`;
}
