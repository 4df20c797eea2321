import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { createFetch, createMock } from '../../mock/index.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';
import { junit } from './junit.ts';
import { sampleReport } from './sample-report.ts';

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');
const text = junit(sampleReport());

async function flawsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [schema] });
  return errors.map(({ message }) => message);
}

/** The element of one test case, as it stands. */
function caseOf(check: string, xml = text): string {
  return new RegExp(`<testcase name="${check}"[^>/]*(?:/>|>[^]*?</testcase>)`).exec(xml)?.[0] ?? '';
}

describe('the JUnit report', () => {
  test('keeps the schema, hostile text included', async () => {
    expect(await flawsOf(text)).toEqual([]);
  });

  test('is held by a schema that can fail', async () => {
    expect(await flawsOf(text.replace('<properties>', '<properties/><properties>'))).not.toEqual([]);
    expect(await flawsOf(`${text}\u0000`)).not.toEqual([]);
  });

  test.each(['default', 'empty'] as const)('keeps the schema for the scenario %s', async (scenario) => {
    const mock = createMock({ contract: ownContract(), scenario });
    const { credentials } = mock;
    const report = await judge({ baseUrl: 'http://mock', credentials, fetch: createFetch(mock) });
    const xml = junit(report);
    expect(await flawsOf(xml)).toEqual([]);
    const { pass, notExercised } = report.summary;
    expect(xml.match(/<testcase /g)).toHaveLength(pass + notExercised);
    expect(xml.match(/<skipped /g) ?? []).toHaveLength(notExercised);
    expect(xml.match(/<testsuite /g)).toHaveLength(5);
  });

  test('counts the whole run and each list', () => {
    expect(text).toContain(
      '<testsuites name="ads-contract-kit" tests="7" failures="1" errors="1" skipped="3" time="65.432" timestamp="2026-06-01T08:30:00.000Z">',
    );
    expect(text).toContain(
      '<testsuite name="listAds" tests="5" failures="1" errors="0" skipped="2" time="1.250" timestamp=',
    );
    expect(text).toContain(
      '<testsuite name="listAccounts" tests="2" failures="0" errors="1" skipped="1" time="0.500" timestamp=',
    );
  });

  test('leaves out what does not apply', () => {
    expect(caseOf('scope')).toBe('');
  });

  test('says each verdict in the words of JUnit', () => {
    expect(caseOf('authentication')).toBe('<testcase name="authentication" classname="listAds" time="0.250"/>');
    expect(caseOf('uniqueness')).toContain('<skipped message="needs two ads"/>');
    expect(caseOf('response-headers')).toContain('<system-out>  /x is missing, in 2 places</system-out>');
    expect(caseOf('response-shape')).toContain('<failure message="/items/*/name must be a string; ');
    expect(caseOf('response-shape')).toContain('ADS-02  A name is a string.');
    expect(caseOf('totals')).toMatch(
      /<error message="The judge itself broke: Error: [^"]*" type="ERROR">[^<]*at totals.ts:1/,
    );
  });

  test('escapes what would be markup, and shows what XML forbids', () => {
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('\u001b');
    expect(caseOf('plan')).toContain(
      String.raw`&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'q' a|b \| ${'`tick`'} ]]&gt; 100%0A @team \u001b[31m\u0000\ud800\u202e\uffff\u000d`,
    );
  });
});
