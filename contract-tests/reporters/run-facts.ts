// What was run, against what, and at what cost.
import type { Report } from '../verdict/report.ts';
import { counted, duration } from './counted.ts';

/** The run in a few words: `shop, library · depth standard · 140 requests · 1.3 s`. */
export function runText({ api, depth, requests, durationMs }: Report): string {
  return [api.join(', '), `depth ${depth}`, counted(requests, 'request'), duration(durationMs)].join(' · ');
}

/** The facts of a run by name. */
export function runFacts(report: Report): readonly (readonly [name: string, value: string])[] {
  return [
    ['Target', report.target],
    ['APIs', report.api.join(', ')],
    ['Depth', report.depth],
    ['Requests', String(report.requests)],
    ['Duration', duration(report.durationMs)],
    ['Started', `${report.startedAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['Seed', String(report.seed)],
  ];
}

/** Classes that are named of those left out. */
const NAMED = 6;

/** What was asked of each list, a line each: per cent of the classes of a call, and of their combinations. */
export function inputLines({ inputs }: Report): string[] {
  return Object.entries(inputs).map(([operation, { singles, pairs, triples, leftOut }]) => {
    const more = leftOut.length > NAMED ? ` and ${leftOut.length - NAMED} more` : '';
    const missing = leftOut.length === 0 ? '' : `; left out: ${leftOut.slice(0, NAMED).join(', ')}${more}`;
    return `${operation}: ${singles} % of the classes of inputs, ${pairs} % of their pairs, ${triples} % of their triples${missing}`;
  });
}
