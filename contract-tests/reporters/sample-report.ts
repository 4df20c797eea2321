// A small report with one of everything, and text as a hostile deployment would send it; for the tests of reporters.
import { type Report, type Result, summarize } from '../verdict/report.ts';

/** Everything that means something to a terminal, to XML, HTML, Markdown or GitHub. */
const HOSTILE =
  '<script>alert("1")</script> & \'q\' a|b \\| `tick` ]]> 100%0A @team \u001b[31m\u0000\ud800\u202e\uffff\r\n::error::forged, too';

const blank = { clauses: [], message: '', findings: [], requests: 0, durationMs: 250 };
const curl = [`curl -H "authorization: Bearer $ADS_KIT_TOKEN" 'http://sample/v1/ads?limit=200'`];
const example = (where: string) => ({ where, expected: 'a string', received: HOSTILE, curl });

const shape: Result = {
  ...blank,
  check: 'response-shape',
  title: 'Replies are as described',
  operation: 'listAds',
  verdict: 'FAIL',
  clauses: ['ADS-01', 'ADS-02', 'LAY-03'],
  findings: [
    {
      subject: '/items/*/name',
      level: 'must',
      clauses: [
        { id: 'ADS-01', statement: 'Each ad has a name.' },
        { id: 'ADS-02', statement: 'A name is a string.' },
      ],
      message: '/items/*/name must be a string',
      count: 412,
      examples: [example('/items/0/name'), example('/items/1/name'), { ...example(HOSTILE), curl: [...curl, ...curl] }],
    },
    {
      subject: 'media type',
      level: 'should',
      clauses: [{ id: 'LAY-03', statement: HOSTILE }],
      message: HOSTILE,
      count: 1,
      examples: [example('')],
    },
  ],
  reason: 'known until tomorrow',
};

export const results: readonly Result[] = [
  { ...blank, check: 'authentication', title: 'Keys are asked for', operation: 'listAds', verdict: 'PASS' },
  {
    ...blank,
    check: 'response-headers',
    title: 'Documented response headers are sent',
    operation: 'listAds',
    verdict: 'WARN',
    findings: [{ subject: '/x', level: 'should', clauses: [], message: '/x is missing', count: 2, examples: [] }],
  },
  shape,
  ...['no-row-twice', 'uniqueness'].map((check): Result => {
    return { ...blank, check, title: check, operation: 'listAds', verdict: 'NOT_EXERCISED', reason: 'needs two ads' };
  }),
  {
    ...blank,
    check: 'totals',
    title: 'Totals are right',
    operation: 'listAccounts',
    verdict: 'ERROR',
    reason: `The judge itself broke: Error: ${HOSTILE}\n    at totals.ts:1`,
  },
  { ...blank, check: 'plan', title: 'Plans', operation: 'listAccounts', verdict: 'NOT_EXERCISED', reason: HOSTILE },
  { ...blank, check: 'scope', title: 'Scopes', operation: 'listAccounts', verdict: 'NOT_APPLICABLE' },
];

const clause = { page: 'ADS', level: 'must', statement: 'Each ad has a name.', holder: 'schema' } as const;

/** The sample with other results. */
export function sampleReport(shown: readonly Result[] = results): Report {
  return {
    target: 'http://sample',
    api: ['layers', 'klayrai'],
    titles: { layers: 'Layers', klayrai: 'KlayrAI' },
    startedAt: '2026-06-01T08:30:00.000Z',
    durationMs: 65_432,
    requests: 140,
    seed: 1,
    depth: 'standard',
    summary: summarize(shown),
    coverage: { musts: 4, mapped: 4, observable: 3, exercised: 2 },
    clauses: {
      'ADS-01': { ...clause, status: 'FAIL' },
      'ADS-02': { ...clause, status: 'PASS' },
      'ADS-04': { ...clause, status: 'NOT_EXERCISED' },
      'ADS-05': { ...clause, holder: 'unobservable', status: 'UNOBSERVABLE' },
      'KLY-01': { ...clause, page: 'KLAYRAI', status: 'PASS' },
      'LAY-03': { ...clause, page: 'layers-facts', level: 'open', holder: 'none', statement: HOSTILE, status: 'OPEN' },
    },
    inputs: { listAds: { singles: 97.5, pairs: 41.2, triples: 12.1, leftOut: ['adsetId: a lengthened id'] } },
    observations: [{ operation: 'listAds', text: `limit=201 → 422 ${HOSTILE}` }],
    results: shown,
  };
}
