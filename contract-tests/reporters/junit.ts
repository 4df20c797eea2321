// The report as JUnit XML, in the dialect that Jenkins, GitLab and their kind read: a suite per operation, a case per check.

import type { Verdict } from '../verdict/finding.ts';
import type { Report, Result } from '../verdict/report.ts';
import { evidenceLines } from './evidence.ts';
import { problemsIn } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { runFacts } from './run-facts.ts';
import { visible } from './visible.ts';

export function junit(report: Report): string {
  const judged = report.results.filter(({ verdict }) => verdict !== 'NOT_APPLICABLE');
  const operations = [...new Set(judged.map(({ operation }) => operation))];
  const suites = operations.flatMap((operation) =>
    suite(
      operation,
      judged.filter((result) => result.operation === operation),
      report,
    ),
  );
  const totals = { ...countsOf(judged), time: seconds(report.durationMs), timestamp: report.startedAt };
  return document(totals, suites);
}

/** One suite with one error: why there is no report. */
export function refusalSuite({ target, startedAt, error }: Refusal): string {
  const counts = { tests: 1, failures: 0, errors: 1, skipped: 0, time: seconds(0), timestamp: startedAt };
  const broken = element('error', { message: error, type: 'ERROR' });
  const test = element('testcase', { name: 'verdict', classname: 'ads-contract-kit', time: seconds(0) }, broken);
  const properties = element('properties', {}, element('property', { name: 'Target', value: target }));
  return document(counts, element('testsuite', { name: 'ads-contract-kit', ...counts }, [...properties, ...test]));
}

/** The whole document, its suites in it. */
function document(totals: Readonly<Record<string, string | number>>, suites: readonly string[]): string {
  const root = element('testsuites', { name: 'ads-contract-kit', ...totals }, suites);
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...root, ''].join('\n');
}

function suite(operation: string, results: readonly Result[], report: Report): string[] {
  const properties = runFacts(report).flatMap(([name, value]) => element('property', { name, value }));
  const time = seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0));
  return element('testsuite', { name: operation, ...countsOf(results), time, timestamp: report.startedAt }, [
    ...element('properties', {}, properties),
    ...results.flatMap(testcase),
  ]);
}

function testcase(result: Result): string[] {
  return element(
    'testcase',
    { name: result.check, classname: result.operation, time: seconds(result.durationMs) },
    outcome(result),
  );
}

function outcome(result: Result): string[] {
  const { verdict, reason = '' } = result;
  if (verdict === 'NOT_EXERCISED') return element('skipped', { message: reason });
  const problems = problemsIn(result);
  const [first] = problems;
  if (first === undefined) return [];
  const evidence = escaped(problems.flatMap((problem) => evidenceLines(problem)).join('\n'));
  if (verdict === 'WARN') return [`<system-out>${evidence}</system-out>`];
  const message = problems.map((problem) => problem.message).join('; ');
  if (verdict === 'ERROR') return [`<error${attributes({ message, type: verdict })}>${evidence}</error>`];
  return [`<failure${attributes({ message, type: verdict })}>${evidence}</failure>`];
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function countsOf(results: readonly Result[]): Readonly<Record<string, number>> {
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  return { tests: results.length, failures: count('FAIL'), errors: count('ERROR'), skipped: count('NOT_EXERCISED') };
}

function element(
  name: string,
  values: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string[] {
  const start = `<${name}${attributes(values)}`;
  return children.length === 0 ? [`${start}/>`] : [`${start}>`, ...children, `</${name}>`];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes alike; what XML 1.0 forbids, and what an attribute would turn into a space, is gone or escaped. */
function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
