import { describe, expect, test } from 'vitest';
import { applyBaseline, readBaseline, writeBaseline } from './baseline.ts';
import { type Report, type Result, summarize } from './report.ts';

const finding = (subject: string) => ({
  subject,
  level: 'must' as const,
  clauses: [],
  message: 'm',
  count: 1,
  examples: [],
});
const result = (check: string, verdict: Result['verdict'], subjects: readonly string[]): Result => ({
  check,
  title: check,
  operation: 'listAds',
  verdict,
  clauses: [],
  message: '',
  findings: subjects.map(finding),
  requests: 0,
  durationMs: 0,
});
const known = { checks: ['references', 'order'], operations: ['listAds'] };
const reportOf = (...results: readonly Result[]): Report => ({
  target: 'http://x',
  api: ['layers'],
  titles: { layers: 'Layers' },
  startedAt: '2026-06-01T00:00:00Z',
  durationMs: 1,
  requests: 1,
  seed: 1,
  depth: 'standard',
  summary: summarize(results),
  inputs: {},
  coverage: { musts: 0, mapped: 0, observable: 0, exercised: 0 },
  clauses: {},
  observations: [],
  results,
});
const entry = {
  check: 'references',
  operation: 'listAds',
  subject: 'adsetId',
  reason: 'migration',
  ticket: 'T-1',
  expires: '2026-12-31',
};
const TODAY = '2026-06-01';

describe('a baseline', () => {
  test('turns a listed failure into a warning that names reason and ticket', () => {
    const report = applyBaseline(reportOf(result('references', 'FAIL', ['adsetId'])), [entry], TODAY);
    expect(report.summary).toMatchObject({ fail: 0, warn: 1 });
    expect(report.results[0]?.reason).toContain('migration (T-1)');
  });

  test('leaves a check failing that fails in another place too', () => {
    const report = applyBaseline(reportOf(result('references', 'FAIL', ['adsetId', 'campaignId'])), [entry], TODAY);
    expect(report.summary.fail).toBe(1);
  });

  test('fails for an entry that no longer fails', () => {
    const report = applyBaseline(reportOf(result('references', 'PASS', [])), [entry], TODAY);
    expect(report.summary.fail).toBe(1);
    expect(report.results.at(-1)?.findings[0]?.message).toContain('no longer occurs');
  });

  test('fails for an entry that has expired, and for the failure itself', () => {
    const report = applyBaseline(
      reportOf(result('references', 'FAIL', ['adsetId'])),
      [{ ...entry, expires: '2026-05-31' }],
      TODAY,
    );
    expect(report.summary.fail).toBe(2);
  });

  test('says nothing of an entry whose check could not be exercised', () => {
    const report = applyBaseline(reportOf(result('references', 'NOT_EXERCISED', [])), [entry], TODAY);
    expect(report.summary.fail).toBe(0);
  });

  test('is written with the reasons that are known, and refused until new ones are given', () => {
    const text = writeBaseline(reportOf(result('references', 'FAIL', ['adsetId', 'campaignId'])), [entry], TODAY);
    expect(JSON.parse(text).entries).toEqual([
      entry,
      { ...entry, subject: 'campaignId', reason: '', ticket: '', expires: '2026-07-01' },
    ]);
    expect(() => readBaseline(text, 'known.json', known)).toThrow('entry 1 needs reason, ticket');
  });

  test.each([
    ['no JSON', '{', 'it is not JSON'],
    ['no entries', '{}', 'needs a member "entries"'],
    [
      'a check that is none',
      JSON.stringify({ entries: [{ ...entry, check: 'reference' }] }),
      'Did you mean references?',
    ],
    [
      'an operation that is none',
      JSON.stringify({ entries: [{ ...entry, operation: 'listNope' }] }),
      'the operation listNope',
    ],
    ['a date that is none', JSON.stringify({ entries: [{ ...entry, expires: 'soon' }] }), 'write a day'],
    ['a day that no month has', JSON.stringify({ entries: [{ ...entry, expires: '2026-02-31' }] }), 'write a day'],
  ])('that is %s is refused with advice', (_, text, advice) => {
    expect(() => readBaseline(text, 'known.json', known)).toThrow(advice);
  });
});
