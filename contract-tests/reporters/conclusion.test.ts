import { describe, expect, test } from 'vitest';
import type { Verdict } from '../verdict/finding.ts';
import { conclusionOf, conclusionText } from './conclusion.ts';
import { results, sampleReport } from './sample-report.ts';

/** A report whose checks came to these verdicts; the first of them looks at the shape of replies. */
function reportOf(verdicts: readonly Verdict[], exercised: number) {
  const [result] = results;
  if (result === undefined) throw new Error('The sample has no results.');
  const shown = verdicts.map((verdict, index) => ({
    ...result,
    check: index === 0 ? 'response-shape' : `check-${index}`,
    verdict,
  }));
  return { ...sampleReport(shown), coverage: { musts: 12, mapped: 12, observable: 10, exercised } };
}

describe('the conclusion', () => {
  test.each<[string, readonly Verdict[], number, Verdict, string]>([
    ['all passed', ['PASS'], 10, 'PASS', 'Nothing failed.'],
    ['one failed', ['PASS', 'FAIL'], 10, 'FAIL', '1 check failed.'],
    ['failures outweigh warnings', ['FAIL', 'FAIL', 'WARN'], 10, 'FAIL', '2 checks failed.'],
    [
      'the judge broke beside failures',
      ['FAIL', 'ERROR'],
      10,
      'FAIL',
      '1 check failed: the judge itself broke in 1 check.',
    ],
    ['the judge broke', ['PASS', 'ERROR'], 10, 'ERROR', 'No verdict: the judge itself broke in 1 check.'],
    ['warnings', ['PASS', 'WARN'], 10, 'WARN', 'Nothing failed, 1 check warned.'],
    ['some untried', ['PASS', 'NOT_EXERCISED'], 9, 'PASS', 'Nothing failed: 1 check could not be exercised.'],
    [
      'most untried',
      ['PASS', 'NOT_EXERCISED'],
      4,
      'NOT_EXERCISED',
      'Nothing failed, but this green is no proof: 6 of 10 observable musts could not be exercised.',
    ],
    [
      'no rows anywhere',
      ['NOT_EXERCISED', 'PASS'],
      0,
      'NOT_EXERCISED',
      'Nothing failed, but this green is no proof: 10 of 10 observable musts could not be exercised, because every list that could be read is empty.',
    ],
  ])('where %s', (_, verdicts, exercised, verdict, sentence) => {
    const report = reportOf(verdicts, exercised);
    expect(conclusionOf(report).verdict).toBe(verdict);
    expect(conclusionText(report)).toBe(sentence);
  });
});
