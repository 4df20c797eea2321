// `since`, read in other ways than "created on or after this time".
import type { Row } from '../../../spec/index.ts';
import { all, given, within } from '../ask.ts';
import { deploying } from '../deployment.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LISTS } from '../lists.ts';

const fault = faultOf('filters');
const HOUR = 3_600_000;
/** No campaign of the world is created later. */
const LATEST = Date.parse('2026-04-24T23:59:59Z');
const created = (row: Row): number => Date.parse(String(row.createdAt));
const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

type Reading = {
  readonly name: string;
  readonly summary: string;
  readonly clause?: string;
  readonly passes: (row: Row, since: number) => boolean;
};

const READINGS: readonly Reading[] = [
  {
    name: 'since-exclusive',
    clause: 'CMP-19',
    summary: 'a campaign created exactly at since is left out',
    passes: (row, since) => created(row) > since,
  },
  {
    name: 'since-reversed',
    summary: 'since lists what was created at that time or before',
    passes: (row, since) => created(row) <= since,
  },
  {
    name: 'since-by-date',
    summary: 'since compares the date only and lists what is older on the same day',
    passes: (row, since) => day(created(row)) >= day(since),
  },
  {
    name: 'since-next-day',
    clause: 'CMP-20',
    summary: 'since begins with the next day',
    passes: (row, since) => day(created(row)) > day(since),
  },
  {
    name: 'since-by-hour',
    summary: 'since is cut to the full hour',
    passes: (row, since) => created(row) >= Math.floor(since / HOUR) * HOUR,
  },
  {
    name: 'since-by-minute',
    summary: 'since is cut to the full minute',
    passes: (row, since) => created(row) >= Math.floor(since / 60_000) * 60_000,
  },
  {
    name: 'since-local-time',
    summary: 'since is taken for local time, two hours off',
    passes: (row, since) => created(row) >= since - 2 * HOUR,
  },
  {
    name: 'since-local-time-late',
    clause: 'CMP-20',
    summary: 'since is taken for local time, two hours late',
    passes: (row, since) => created(row) >= since + 2 * HOUR,
  },
  {
    name: 'since-seconds-late',
    clause: 'CMP-19',
    summary: 'since is one second late',
    passes: (row, since) => created(row) >= since + 1000,
  },
  {
    name: 'since-seconds-early',
    summary: 'since is one second early',
    passes: (row, since) => created(row) >= since - 1000,
  },
  {
    name: 'since-start-time',
    summary: 'since compares startTime',
    passes: (row, since) => Date.parse(String(row.startTime)) >= since,
  },
  {
    name: 'since-either-time',
    summary: 'since lists what was created or starts at that time or later',
    passes: (row, since) => created(row) >= since || Date.parse(String(row.startTime)) >= since,
  },
  {
    name: 'since-capped',
    summary: 'since never reaches further back than April 2nd',
    clause: 'CMP-20',
    passes: (row, since) => created(row) >= since && created(row) > Date.parse('2026-04-02T00:00:00Z'),
  },
  {
    name: 'since-in-the-future-ignored',
    summary: 'since is ignored where it is later than all campaigns',
    passes: (row, since) => created(row) >= since || since > LATEST,
  },
  {
    name: 'since-ended-left-out',
    clause: 'CMP-20',
    summary: 'since leaves out the campaigns without an end',
    passes: (row, since) => created(row) >= since && row.endTime !== null,
  },
];

const misread = READINGS.map(({ name, summary, clause = 'CMP-18', passes }) =>
  fault({
    list: 'campaigns',
    name,
    clause,
    summary,
    wrap: deploying({
      passes: (row, filter, { query }) =>
        filter === 'since'
          ? passes(row, Date.parse(query.get('since') ?? ''))
          : (LISTS.campaigns.filters[filter]?.(row, query.getAll(filter)) ?? true),
    }),
  }),
);

const refused: Fault = fault({
  list: 'campaigns',
  name: 'since-refused-beside-cursor',
  clause: 'CMP-24',
  summary: 'since together with a cursor gives nothing',
  wrap: within(all(given('since'), given('cursor')), deploying({ order: () => [] })),
});

export const filterSince: readonly Fault[] = [...misread, refused];
