// A verdict in words and colour; never by colour alone.
import type { ClauseStatus } from '../../verdict/report.ts';
import { type Markup, markup } from './html-markup.ts';

export type Status = ClauseStatus['status'];

/** Every status, from the best to what says nothing; the order of the bars. */
export const STATUSES = {
  PASS: 'passed',
  WARN: 'warned',
  FAIL: 'failed',
  ERROR: 'broke in the judge',
  NOT_EXERCISED: 'not exercised',
  UNOBSERVABLE: 'not observable',
  OPEN: 'left open',
  NOT_APPLICABLE: 'not applicable',
} as const satisfies Record<Status, string>;

export function badge(status: Status): Markup {
  return markup`<span class="badge ${tone(status)}">${status.replaceAll('_', ' ')}</span>`;
}

/** The class that colours a status. */
export function tone(status: Status): string {
  return status.toLowerCase().replaceAll('_', '-');
}
