import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';
import { pretty } from './pretty.ts';
import { sampleReport } from './sample-report.ts';

const blocksOf = (text: string): string[] => text.trimEnd().split('\n\n');

describe('the report on a terminal', () => {
  const text = pretty(sampleReport());

  test('has failures first, then errors, warnings, what was not exercised, observations, and the summary', () => {
    const order = [
      'Contract report on http://sample\nlayers, klayrai · depth standard · 140 requests · 1 min 5 s\n',
      'FAIL  response-shape in listAds',
      'ERROR  totals in listAccounts',
      'WARN  response-headers in listAds',
      'WARN  response-shape in listAds',
      'NOT EXERCISED  3 checks could not be put to the test',
      'OBSERVED',
      'SUMMARY',
    ];
    const places = order.map((line) => text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('gives each finding its clauses, extent, examples and requests', () => {
    expect(blocksOf(text)[1]?.replaceAll(/(?<=received).*(\n {10,}.*)*/g, '  …')).toBe(`FAIL  response-shape in listAds
  /items/*/name must be a string, in 412 places
  ADS-01  Each ad has a name.
  ADS-02  A name is a string.
  known until tomorrow
  1.  /items/0/name
     expected  a string
     received  …
     $ curl -H "authorization: Bearer $ADS_KIT_TOKEN" 'http://sample/v1/ads?limit=200'
  2.  /items/1/name
     expected  a string
     received  …
     by the same requests
  3.  <script>alert("1")</script> & 'q' a|b \\| \`tick\` ]]> 100%0A @team
      \\u001b[31m\\u0000\\ud800\\u202e\\uffff\\u000d ::error::forged, too
     expected  a string
     received  …
     $ curl -H "authorization: Bearer $ADS_KIT_TOKEN" 'http://sample/v1/ads?limit=200'
     $ curl -H "authorization: Bearer $ADS_KIT_TOKEN" 'http://sample/v1/ads?limit=200'
  and 409 more like these`);
  });

  test('tells what waits for the same thing in one line', () => {
    expect(text).toContain('  listAds\n    no-row-twice, uniqueness: needs two ads\n  listAccounts\n    plan: ');
  });

  test('ends with a summary that fits a screen', () => {
    const summary = blocksOf(text).at(-1) ?? '';
    expect(summary.split('\n').length).toBeLessThanOrEqual(12);
    expect(summary).toContain('     1  FAIL\n     1  ERROR\n     1  WARN\n     3  NOT EXERCISED\n     1  PASS');
    expect(summary).toContain('2 of 3 observable musts exercised; 4 of 4 mapped.');
    expect(summary).toMatch(/1 check failed: the judge itself broke in 1 check\.$/);
  });

  test('keeps to its width, but for commands that are to be copied', () => {
    const long = text.split('\n').filter((line) => line.length > 100 && !line.includes('$ curl'));
    // A word that is longer than a line stays whole.
    expect(long.filter((line) => line.trim().split(' ').length > 2 && !line.includes('\\u001b'))).toEqual([]);
  });

  test('has colours only where they are asked for, and the same words then', () => {
    expect(text).toBe(stripVTControlCharacters(text));
    const coloured = pretty(sampleReport(), { colour: true });
    expect(coloured).not.toBe(text);
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });

  test('passes no terminal escape of the deployment on', () => {
    expect(text).toContain(String.raw`\u001b[31m`);
    expect(pretty(sampleReport(), { colour: true })).not.toContain('\u001b[31m\u0000');
  });
});

describe('the mock', () => {
  test.each([
    ['default', '215 of 215 observable musts exercised', 'Nothing failed.'],
    ['empty', '', 'exercised,\nbecause every list that could be read is empty.'],
  ] as const)('in the scenario %s comes to its conclusion', async (scenario, coverage, conclusion) => {
    const mock = createMock({ contract: ownContract(), scenario });
    const { credentials } = mock;
    const report = await judge({ baseUrl: 'http://mock', credentials, fetch: createFetch(mock) });
    const summary = blocksOf(pretty(report)).at(-1) ?? '';
    expect(summary).toContain(coverage);
    expect(summary.endsWith(conclusion)).toBe(true);
    expect(summary.split('\n').length).toBeLessThanOrEqual(12);
  });
});
