import { describe, expect, test } from 'vitest';
import { sampleReport } from './sample-report.ts';
import { reporters } from './table.ts';

describe.each(Object.entries(reporters))('the reporter %s', (_, reporter) => {
  test('gives the same text for the same report, and leaves the report as it was', () => {
    const report = sampleReport();
    const text = reporter(report);
    expect(reporter(report)).toBe(text);
    expect(report).toEqual(sampleReport());
    expect(text.endsWith('\n')).toBe(true);
  });

  test('says that a report without results proves nothing, or says nothing at all', () => {
    const empty = { ...sampleReport([]), coverage: { musts: 0, mapped: 0, observable: 0, exercised: 0 }, clauses: {} };
    const text = reporter(empty);
    if (['pretty', 'markdown', 'html'].includes(_)) expect(text).toContain('this green is no proof');
    else expect(text).not.toContain('undefined');
  });
});
