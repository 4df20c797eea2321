// The style sheet of the page: system fonts, one column, verdict colours; from a phone to a desk, and on paper.
import { variables } from './html-palette.ts';

const BASE = `
:root { color-scheme: light dark; ${variables('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables('dark')} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 70rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(2rem, 1.4rem + 2.6vw, 3.1rem); font-weight: 680; letter-spacing: -0.022em; }
h2 { font-size: 1.4rem; font-weight: 650; letter-spacing: -0.012em; }
h3 { font-size: 1.03rem; font-weight: 620; line-height: 1.4; }
p { margin: 0; max-width: 46rem; }
a { color: var(--accent); }
code, pre, .mono { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875em; }
.muted { color: var(--muted); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
section { margin-top: clamp(2.5rem, 6vw, 4rem); }
section > h2 + p { margin-top: 0.4rem; color: var(--muted); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
summary { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
`;

const BADGE = `
.badge { display: inline-block; padding: 0.1em 0.55em; border-radius: 4px; font-size: 0.72rem; line-height: 1.5; font-weight: 680; letter-spacing: 0.045em; white-space: nowrap; color: var(--muted); background: var(--code); }
.pass { --tone: var(--pass); --ground: var(--pass-ground); }
.warn { --tone: var(--warn); --ground: var(--warn-ground); }
.fail, .error { --tone: var(--fail); --ground: var(--fail-ground); }
.not-exercised { --tone: var(--idle); --ground: var(--idle-ground); }
.not-applicable, .unobservable, .open { --tone: var(--muted); --ground: var(--code); }
.badge { color: var(--tone); background: var(--ground); }
`;

const HEAD = `
.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 0; }
.eyebrow { font-size: 0.8rem; font-weight: 620; letter-spacing: 0.09em; text-transform: uppercase; color: var(--muted); margin-bottom: 0.9rem; }
.masthead h1 { color: var(--tone); }
.lead { margin-top: 0.9rem; font-size: 1.15rem; line-height: 1.5; }
.about { margin-top: 0.9rem; color: var(--muted); }
.contents { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; margin-top: 1.4rem; font-size: 0.92rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; margin: 1.6rem 0 0; padding-top: 1.1rem; border-top: 1px solid var(--line); font-size: 0.9rem; }
.facts dt { color: var(--muted); font-size: 0.78rem; }
.facts dd { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.2rem, 1fr)); gap: 0.75rem; margin: 1.1rem 0 0; }
.figure { padding: 0.85rem 1rem 0.8rem; border-top: 3px solid var(--tone); }
.figure dd { margin: 0; font-size: 2rem; line-height: 1.15; font-weight: 640; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; color: var(--tone); }
.figure dt { font-size: 0.85rem; color: var(--muted); }
.figure { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.zero { border-top-color: var(--line); }
.zero dd { color: var(--muted); }
`;

const COVERAGE = `
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; list-style: none; margin: 1rem 0 0.8rem; padding: 0; font-size: 0.85rem; color: var(--muted); }
.legend li::before { content: ""; display: inline-block; width: 0.75em; height: 0.75em; border-radius: 2px; margin-right: 0.45em; background: var(--fill); }
.bar { display: flex; gap: 2px; height: 0.7rem; border-radius: 3px; overflow: hidden; print-color-adjust: exact; }
.bar span { min-width: 3px; background: var(--fill); }
.fill { --fill: var(--tone); }
.fill.unobservable { --fill: var(--line); }
.fill.open { --fill: repeating-linear-gradient(135deg, var(--line) 0 2px, transparent 2px 4px); }
.page > summary { display: grid; grid-template-columns: 1fr; gap: 0.45rem; padding: 0.9rem 1rem; list-style: none; }
.page > summary::-webkit-details-marker, .finding > summary::-webkit-details-marker { display: none; }
.page + .page { margin-top: 0.5rem; }
.asked { margin: 0.9rem 0; padding: 0.7rem 1rem; }
.page h3::before, .finding > summary::after { content: ""; display: inline-block; width: 0.45rem; height: 0.45rem; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: translateY(-0.1rem) rotate(-45deg); transition: transform 0.15s; }
.page h3::before { margin-right: 0.65rem; }
.page[open] h3::before, .finding[open] > summary::after { transform: translateY(-0.15rem) rotate(45deg); }
.counts { font-size: 0.88rem; color: var(--muted); }
.page table { border-top: 1px solid var(--line); }
@media (min-width: 56rem) { .page > summary { grid-template-columns: 9.5rem minmax(12rem, 1fr) 29.5rem; align-items: center; gap: 1.25rem; } }
`;

const FINDING = `
.finding { margin-top: 0.9rem; border-left: 4px solid var(--tone); }
.finding > summary { list-style: none; display: grid; grid-template-columns: 1fr auto; gap: 0.4rem 1rem; align-items: center; padding: 1rem clamp(0.9rem, 2.5vw, 1.4rem); }
.finding > summary > * { grid-column: 1; }
.finding > summary::after { grid-area: 1 / 2; margin-right: 0.2rem; }
.finding > summary .where { font-size: 0.88rem; color: var(--muted); }
.finding > summary .badge { margin-right: 0.35rem; }
.finding > div { padding: 0 clamp(0.9rem, 2.5vw, 1.4rem) 1.2rem; }
.clauses { margin: 0; padding: 0; list-style: none; }
.clauses li { padding: 0.15rem 0 0.15rem 0.9rem; border-left: 2px solid var(--line); }
.note { margin-top: 0.8rem; font-size: 0.9rem; color: var(--muted); white-space: pre-line; }
.more { margin-top: 1.1rem; }
.more > summary { font-size: 0.88rem; color: var(--muted); }
td .more { margin-top: 0.2rem; }
.example { margin-top: 1.2rem; }
.example h4 { margin: 0 0 0.45rem; font-size: 0.88rem; font-weight: 600; }
.sides { display: grid; gap: 0.6rem; grid-template-columns: 1fr; margin: 0; }
.sides dt, .requests { font-size: 0.78rem; color: var(--muted); margin: 0 0 0.2rem; }
.sides dd { margin: 0; }
.requests { margin-top: 0.6rem; }
pre { margin: 0; padding: 0.6rem 0.75rem; background: var(--code); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
pre + pre { margin-top: 0.4rem; }
.received pre { background: var(--ground); color: var(--tone); }
@media (min-width: 44rem) { .sides { grid-template-columns: 1fr 1fr; } }
`;

const TABLE = `
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
caption { text-align: left; padding: 0.8rem 1rem; font-weight: 620; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem; border-top: 1px solid var(--line); font-weight: 400; }
thead th { font-size: 0.78rem; color: var(--muted); font-weight: 600; }
td small, th small { display: block; margin-top: 0.15rem; color: var(--muted); font-size: 0.8rem; line-height: 1.4; }
.gaps { margin: 0; padding: 0; list-style: none; }
.gaps li + li { margin-top: 0.2rem; }
.even thead th { border-top: 0; }
td a { color: var(--fail); }
@media (min-width: 48rem) {
  table { table-layout: fixed; }
  .statements th:nth-child(1), .statements th:nth-child(2) { width: 6.5rem; }
  .statements th:nth-child(4) { width: 10rem; }
  .even { font-size: 0.86rem; }
  .even th:first-child { width: 24%; }
  .even th, .even td { padding: 0.55rem 0.6rem; }
  .even th:first-child { padding-left: 1rem; }
  .gapped th:first-child { width: 16rem; }
}
.card + .card.sheet, .sheet { margin-top: 0.9rem; }
.list { margin: 1rem 0 0; padding: 0.4rem 1rem; list-style: none; }
.list li { padding: 0.4rem 0; }
.list li + li { border-top: 1px solid var(--line); }
@media (max-width: 47.99rem) {
  .stack, .stack tbody, .stack caption { display: block; }
  .stack thead { display: none; }
  .stack tr { display: block; border-top: 1px solid var(--line); padding: 0.6rem 1rem; }
  .stack th, .stack td { display: block; border: 0; padding: 0.12rem 0; }
  .stack td[data-name]::before { content: attr(data-name); grid-column: 1; color: var(--muted); font-size: 0.82rem; }
  .stack td[data-name] { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 0.6rem; align-items: baseline; }
  .stack td[data-name] > * { grid-column: 2; justify-self: start; }
  .stack td[data-name] > small { display: none; }
  .even tbody tr:first-child { border-top: 0; }
  .statements tr { display: grid; grid-template-columns: auto 1fr auto; gap: 0 0.7rem; align-items: baseline; }
  .statements td:nth-child(3) { grid-area: 2 / 1 / 3 / 4; }
  .stack .blank { display: none; }
}
.reading { display: grid; gap: 0.15rem 1rem; margin: 1rem 0 0; font-size: 0.9rem; }
.reading dd { margin: 0 0 0.6rem; color: var(--muted); }
@media (min-width: 44rem) { .reading { grid-template-columns: 10rem 1fr; } }
footer { margin-top: 4rem; padding-top: 1.2rem; padding-bottom: 3rem; font-size: 0.85rem; color: var(--muted); }
@media print {
  :root { color-scheme: only light; }
  body { background: none; font-size: 10pt; }
  .contents { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .card { break-inside: avoid-page; }
  .page, .sheet { break-inside: auto; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none; } html { scroll-behavior: auto; } }
`;

export const STYLE = [BASE, BADGE, HEAD, COVERAGE, FINDING, TABLE].join('');
