// What became of every documented statement, page by page: a bar, its numbers in words, and the statements to unfold.

import { grouped } from '../../../spec/index.ts';
import type { ClauseStatus, Report } from '../../verdict/report.ts';
import { inputLines } from '../run-facts.ts';
import { badge, STATUSES, type Status, tone } from './html-badge.ts';
import { type Markup, markup } from './html-markup.ts';

type Page = { readonly title: string; readonly clauses: readonly (ClauseStatus & { readonly id: string })[] };

export function coverageOf(report: Report): Markup {
  const pages = pagesOf(report);
  const seen = statusesIn(pages.flatMap(({ clauses }) => clauses));
  return markup`<p>${inWords(report)} Unfold a page to read its statements.</p>
<details class="card asked"><summary>What was asked of each list, by classes of inputs</summary><ul>${inputLines(report).map((line) => markup`<li>${line}</li>`)}</ul></details>
<ul class="legend">${seen.map(({ status }) => markup`<li class="fill ${tone(status)}">${STATUSES[status]}</li>`)}</ul>
${pages.map(pageBlock)}`;
}

/** The figures of the coverage for readers who know none of our words. */
function inWords({ coverage: { musts, observable, exercised } }: Report): string {
  return `The pages of the documentation make ${musts} binding statements. ${observable} of them can be seen from outside, and this run put ${exercised} of those to the test.`;
}

function pageBlock({ title, clauses }: Page): Markup {
  const counts = statusesIn(clauses);
  const numbers = counts.map(({ status, count }) => `${count} ${STATUSES[status]}`).join(' · ');
  const segment = ({ status, count }: { status: Status; count: number }) =>
    markup`<span class="fill ${tone(status)}" style="flex: ${count} 1 0"></span>`;
  return markup`<details class="page card">
<summary><h3>${title}</h3><span class="bar" aria-hidden="true">${counts.map(segment)}</span><span class="counts">${numbers}</span></summary>
<table class="stack statements"><caption class="hidden">Statements of ${title}</caption>
<thead><tr><th scope="col">Clause</th><th scope="col">Level</th><th scope="col">Statement</th><th scope="col">Status</th></tr></thead>
<tbody>${clauses.map(
    ({ id, level, statement, status }) =>
      markup`<tr><th scope="row" class="mono">${id}</th><td class="muted">${level}</td><td>${statement}</td><td>${badge(status)}</td></tr>\n`,
  )}</tbody></table>
</details>
`;
}

function pagesOf({ clauses, titles }: Report): readonly Page[] {
  const all = Object.entries(clauses).map(([id, clause]) => ({ id, ...clause }));
  return [...grouped(all, ({ page }) => page)].map(([name, clauses]) => ({ title: titleOf(name, titles), clauses }));
}

function statusesIn(clauses: Page['clauses']): { status: Status; count: number }[] {
  const count = (status: string) => clauses.filter((clause) => clause.status === status).length;
  return Object.keys(STATUSES)
    .map((status) => ({ status: status as Status, count: count(status) }))
    .filter((entry) => entry.count > 0);
}

/** `BOOK-LISTS` as `Book lists`, a vendor's name as people write it; an operation's own name stays as it is. */
function titleOf(page: string, titles: Report['titles']): string {
  const isWord = page === page.toUpperCase() || page === page.toLowerCase();
  const name = page.toLowerCase();
  const vendor = Object.keys(titles).find((each) => name === each || name.startsWith(`${each}-`));
  if (vendor !== undefined && isWord) return `${titles[vendor]}${name.slice(vendor.length).replaceAll('-', ' ')}`;
  const words = name.replaceAll('-', ' ');
  return isWord ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : page;
}
