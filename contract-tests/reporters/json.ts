// The report as JSON, as report.schema.json describes it.
import type { Report } from '../verdict/report.ts';

export function json(report: Report): string {
  // What each check put to the test stands in the clauses already.
  const results = report.results.map(({ exercised: _, ...result }) => result);
  return `${JSON.stringify({ ...report, results }, null, 2)}\n`;
}
