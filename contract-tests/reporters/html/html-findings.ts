// What failed or warned: the statement, where it is broken, what came instead, and the requests that show it.
import type { Report } from '../../verdict/report.ts';
import { counted } from '../counted.ts';
import { type Problem, problemsOf } from '../problems.ts';
import { badge, tone } from './html-badge.ts';
import { type Markup, markup, nothing } from './html-markup.ts';

/** More findings than this are shown folded. */
const UNFOLDED = 8;

/** Examples that are shown at once; the others are a click away. */
const SHOWN = 1;

export function headingOf(report: Report): string {
  const { length } = problemsOf(report);
  return length === 0 ? 'Findings' : counted(length, 'finding');
}

export function findings(report: Report): Markup {
  const problems = problemsOf(report);
  const intro =
    problems.length === 0
      ? markup`<p>No check failed or warned.</p>`
      : markup`<p>Each request can be repeated in a POSIX shell, once the environment variable that it names (<code>$ADS_KIT_…</code>) holds the credential.</p>`;
  return markup`${intro}
${problems.map((problem, index) => article(problem, index, problems.length <= UNFOLDED))}`;
}

/** Where on the page the first finding of a check on an operation is. */
export function anchorOf(report: Report, check: string, operation: string): string | undefined {
  const index = problemsOf(report).findIndex((problem) => problem.check === check && problem.operation === operation);
  return index === -1 ? undefined : `#finding-${index + 1}`;
}

function article(problem: Problem, index: number, open: boolean): Markup {
  const { verdict, check, operation, message, count, clauses, examples, note } = problem;
  const extent = count === 1 ? '' : `, in ${counted(count, 'place')}`;
  const blocks = examples.map((example, at) => exampleBlock(example, at, problem));
  const folded = blocks.slice(SHOWN);
  const body = markup`${clauses.length === 0 ? nothing : markup`<ul class="clauses">${clauses.map(clause)}</ul>`}
${note === '' ? nothing : markup`<p class="note">${note}</p>`}
${blocks.slice(0, SHOWN)}
${folded.length === 0 ? nothing : markup`<details class="more"><summary>${counted(folded.length, 'more example')}${rest(problem)}</summary>${folded}</details>`}`;
  return markup`<details class="finding card ${tone(verdict)}" id="finding-${index + 1}"${open ? markup` open` : nothing}>
<summary><span class="where">${badge(verdict)} <code>${check}</code> in <code>${operation}</code>${extent}</span><h3>${message}</h3></summary>
<div>${body}</div>
</details>
`;
}

function clause({ id, statement }: Problem['clauses'][number]): Markup {
  return markup`<li><span class="mono muted">${id}</span> ${statement}</li>`;
}

function exampleBlock(
  { where, expected, received, curl }: Problem['examples'][number],
  index: number,
  { examples }: Problem,
): Markup {
  const repeated = index > 0 && String(curl) === String(examples[index - 1]?.curl);
  const requests = repeated
    ? markup`<p class="requests">By the same requests as before</p>`
    : markup`<p class="requests">${counted(curl.length, 'request')}</p>${curl.map((command) => markup`<pre>${command}</pre>`)}`;
  return markup`<div class="example">
<h4>${index + 1}. ${where === '' ? 'The reply' : where}</h4>
<dl class="sides"><div><dt>Expected</dt><dd><pre>${expected}</pre></dd></div><div class="received"><dt>Received</dt><dd><pre>${received}</pre></dd></div></dl>
${curl.length === 0 ? nothing : requests}
</div>
`;
}

function rest({ count, examples }: Problem): string {
  return count > examples.length ? `, of ${counted(count, 'place')}` : '';
}
