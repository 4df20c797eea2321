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
