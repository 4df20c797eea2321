// What a report comes to: the counts, the coverage, and the sentence that says whether its green means anything.

import type { Verdict } from '../verdict/finding.ts';
import { type Report, SUMMARY_OF } from '../verdict/report.ts';
import { counted } from './counted.ts';

export type Conclusion = { readonly verdict: Verdict; readonly headline: string; readonly detail: string };

/** Every verdict with its count, the worst first. */
export function tally({ summary }: Report): readonly { readonly verdict: Verdict; readonly count: number }[] {
  return Object.entries(SUMMARY_OF).map(([verdict, member]) => ({
    verdict: verdict as Verdict,
    count: summary[member],
  }));
}

export function coverageText({ coverage: { exercised, observable, mapped, musts } }: Report): string {
  return `${exercised} of ${observable} observable musts exercised; ${mapped} of ${musts} mapped`;
}

/** The verdict on the whole, in a headline and the rest of its sentence, which may be empty. */
export function conclusionOf(report: Report): Conclusion {
  const { fail, error, warn, notExercised } = report.summary;
  const { exercised, observable } = report.coverage;
  const broke = `the judge itself broke in ${counted(error, 'check')}`;
  if (fail > 0)
    return { verdict: 'FAIL', headline: `${counted(fail, 'check')} failed`, detail: error > 0 ? broke : '' };
  if (error > 0) return { verdict: 'ERROR', headline: 'No verdict', detail: broke };
  if (exercised * 2 < observable || observable === 0) return meaningless(report);
  const untried = notExercised > 0 ? `${counted(notExercised, 'check')} could not be exercised` : '';
  if (warn === 0) return { verdict: 'PASS', headline: 'Nothing failed', detail: untried };
  return { verdict: 'WARN', headline: `Nothing failed, ${counted(warn, 'check')} warned`, detail: untried };
}

/** The conclusion as one sentence. */
export function conclusionText(report: Report): string {
  const { headline, detail } = conclusionOf(report);
  return detail === '' ? `${headline}.` : `${headline}: ${detail}.`;
}

function meaningless(report: Report): Conclusion {
  const { exercised, observable } = report.coverage;
  const because = nothingToRead(report) ? ', because every list that could be read is empty' : '';
  return {
    verdict: 'NOT_EXERCISED',
    headline: `Nothing failed, but this green is no proof`,
    detail: `${observable - exercised} of ${observable} observable musts could not be exercised${because}`,
  };
}

/** Only a list without rows leaves the shape of its replies untried; a run without any readable list ends without a report. */
function nothingToRead({ results }: Report): boolean {
  const shapes = results.filter(({ check }) => check === 'response-shape');
  return shapes.length > 0 && shapes.every(({ verdict }) => verdict === 'NOT_EXERCISED');
}
