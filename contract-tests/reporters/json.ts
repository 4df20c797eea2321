// The report as JSON, as report.schema.json describes it.
import type { Report } from '../verdict/report.ts';

export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
