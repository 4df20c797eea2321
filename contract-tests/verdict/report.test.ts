// What the results of checks say of a clause.
import { describe, expect, test } from 'vitest';
import type { Clause } from '../../spec/index.ts';
import { ownContract } from '../own-contract.ts';
import type { Finding } from './finding.ts';
import { clauseStatuses, type Result } from './report.ts';

const { operations } = ownContract();
const [operation] = operations.filter(({ id }) => id === 'listAds');
if (operation === undefined) throw new Error('There is no list of ads.');

const clause = (holder: string, id = 'ADS-39'): Clause => ({
  ...{ id, level: 'must', page: 'ADS', section: 'Response', statement: 'It is so.', holder },
});
const blank = { title: '', operation: 'listAds', clauses: [], message: '', requests: 0, durationMs: 0 };
const result = (check: string, verdict: Result['verdict'], more: Partial<Result> = {}): Result => ({
  ...{ ...blank, check, verdict, findings: [] },
  ...more,
});
const citing = (id: string, level: Finding['level'] = 'must'): Partial<Result> => ({
  findings: [{ subject: '', level, clauses: [{ id, statement: '' }], message: '', count: 1, examples: [] }],
});

describe('a clause', () => {
  test.each<[string, Clause, readonly Result[], string]>([
    ['that no check looked at', clause('check:totals'), [], 'NOT_EXERCISED'],
    ['whose check passed', clause('check:totals'), [result('totals', 'PASS')], 'PASS'],
    ['whose check failed over another', clause('check:totals'), [result('totals', 'FAIL', citing('X'))], 'PASS'],
    [
      'whose check failed over another, and could not try all',
      clause('check:totals'),
      [result('totals', 'FAIL', { ...citing('X'), reason: 'needs two rows' })],
      'NOT_EXERCISED',
    ],
    ['that a finding cites', clause('check:totals'), [result('totals', 'FAIL', citing('ADS-39'))], 'FAIL'],
    ['that a should cites', clause('check:totals'), [result('totals', 'WARN', citing('ADS-39', 'should'))], 'WARN'],
    [
      'that is a should, and that a must cites beside others',
      { ...clause('check:totals'), level: 'should' },
      [result('totals', 'FAIL', citing('ADS-39'))],
      'WARN',
    ],
    [
      'that a finding of another check cites',
      clause('check:totals'),
      [result('totals', 'PASS'), result('error-body', 'FAIL', citing('ADS-39'))],
      'FAIL',
    ],
    [
      'of a schema that no body met',
      clause('schema'),
      [result('response-shape', 'PASS', { exercised: [] })],
      'NOT_EXERCISED',
    ],
    [
      'of a schema that a body met',
      clause('schema'),
      [result('response-shape', 'NOT_EXERCISED', { exercised: ['ADS-39'], reason: 'needs one ad' })],
      'PASS',
    ],
    [
      'of a schema that a body met and broke',
      clause('schema'),
      [result('response-shape', 'FAIL', { exercised: ['ADS-39'], ...citing('ADS-39') })],
      'FAIL',
    ],
    [
      'that was put to the test by one of its two checks',
      clause('check:totals check:order'),
      [result('totals', 'PASS', { exercised: ['ADS-39'] }), result('order', 'PASS', { exercised: [] })],
      'NOT_EXERCISED',
    ],
    ['that cannot be observed', clause('unobservable'), [result('totals', 'PASS')], 'UNOBSERVABLE'],
    [
      'that cannot be brought about, seen broken',
      clause('unobservable'),
      [result('totals', 'FAIL', citing('ADS-39'))],
      'FAIL',
    ],
    ['that is open', clause('none'), [result('totals', 'FAIL', citing('ADS-39'))], 'OPEN'],
    ['whose check broke', clause('check:totals'), [result('totals', 'ERROR', { reason: 'a stack' })], 'ERROR'],
  ])('%s', (_, one, results, status) => {
    const statuses = clauseStatuses(new Map([[one.id, one]]), [operation], results);
    expect(statuses[one.id]?.status).toBe(status);
  });

  test('of the vendor that only another list carries is not waited for here', () => {
    const [accounts] = operations.filter(({ id }) => id === 'listAdAccounts');
    if (accounts === undefined) throw new Error('There is no list of ad accounts.');
    const shared = { ...clause('schema'), page: 'layers-facts' };
    const shape = (id: string, exercised: readonly string[]) =>
      result('response-shape', 'PASS', { operation: id, exercised });
    const results = [shape('listAds', ['ADS-39']), shape('listAdAccounts', [])];
    const statuses = clauseStatuses(new Map([[shared.id, shared]]), [operation, accounts], results);
    expect(statuses[shared.id]?.status).toBe('PASS');
  });
});
