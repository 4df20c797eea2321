// The report as one HTML page that needs nothing but itself: to read offline, to print, to show to the vendor.
import type { Report } from '../../verdict/report.ts';
import { conclusionOf, tally } from '../conclusion.ts';
import { runFacts } from '../run-facts.ts';
import { STATUSES, tone } from './html-badge.ts';
import { coverageOf } from './html-coverage.ts';
import { findings, headingOf } from './html-findings.ts';
import { head } from './html-head.ts';
import { type Markup, markup, nothing } from './html-markup.ts';
import { allResults, notExercised, observed } from './html-results.ts';

export function html(report: Report): string {
  const { headline } = conclusionOf(report);
  return markup`${head(`${headline} · ${report.target}`)}
<body>
<main>
${masthead(report)}
${SECTIONS.map((section) => sectionOf(section, report))}</main>
<footer>Written by ads-contract-kit, which asks only (GET) and changes nothing. Credentials are left out of this page.</footer>
</body>
</html>
`.markup;
}

type Section = readonly [id: string, title: string, body: (report: Report) => Markup, heading?: typeof headingOf];

/** Every section, in the order of the page and of its contents. */
const SECTIONS: readonly Section[] = [
  ['summary', 'Checks', figures],
  ['coverage', 'Documented statements', coverageOf],
  ['findings', 'Findings', findings, headingOf],
  ['not-exercised', 'Not exercised', notExercised],
  ['observations', 'Observations', observed],
  ['results', 'All results', allResults],
  ['reading', 'How to read this', reading],
];

function sectionOf([id, title, body, heading]: Section, report: Report): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${heading?.(report) ?? title}</h2>
${body(report)}
</section>
`;
}

function masthead(report: Report): Markup {
  const { verdict, headline, detail } = conclusionOf(report);
  const lead =
    detail === '' ? nothing : markup`<p class="lead">${detail.charAt(0).toUpperCase()}${detail.slice(1)}.</p>`;
  return markup`<header class="masthead ${tone(verdict)}">
<p class="eyebrow">Contract report</p>
<h1>${headline}</h1>
${lead}
<p class="about">This page says whether ${report.target} keeps what its documentation says, judged from outside by asking and comparing.</p>
<dl class="facts">${runFacts(report).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<nav class="contents" aria-label="Contents">${SECTIONS.map(([id, name]) => markup`<a href="#${id}">${name}</a>\n`)}</nav>
</header>`;
}

function figures(report: Report): Markup {
  const figure = ({ verdict, count }: ReturnType<typeof tally>[number]) =>
    markup`<div class="figure card ${tone(verdict)}${count === 0 ? ' zero' : ''}"><dt>${STATUSES[verdict]}</dt><dd>${count}</dd></div>\n`;
  return markup`<dl class="figures">${tally(report).map(figure)}</dl>`;
}

const MEANINGS = [
  ['Passed', 'The property held wherever it was tried.'],
  ['Failed', 'A statement of the list’s own page of documentation does not hold.'],
  [
    'Warned',
    'A statement made elsewhere by the same vendor does not hold, or a failure is known and accepted for a time.',
  ],
  [
    'Not exercised',
    'What the trial needs was missing: data, rows that differ, a credential, or requests left to spend. It proves nothing.',
  ],
  ['Broke in the judge', 'The judge itself has a fault; this says nothing about the deployment.'],
  ['Not observable', 'A documented statement that no request can show to be true or false.'],
  ['Left open', 'The documentation is silent or contradicts itself. What was seen is told under Observations.'],
] as const;

function reading(): Markup {
  return markup`<dl class="reading">${MEANINGS.map(([word, meaning]) => markup`<dt>${word}</dt><dd>${meaning}</dd>\n`)}</dl>`;
}
