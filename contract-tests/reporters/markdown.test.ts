import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../mock/index.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';
import { markdown } from './markdown.ts';
import { sampleReport } from './sample-report.ts';

const text = markdown(sampleReport());

/** The tables of a document, as rows of cells. GitHub splits at every pipe without a backslash. */
function tablesOf(document: string): string[][][] {
  return document
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map((block) =>
      block.split('\n').map((row) =>
        row
          .split(/(?<!\\)(?:\\\\)*\|/)
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    );
}

describe('the Markdown report', () => {
  test('begins with the conclusion and the counts', () => {
    expect(
      text.startsWith('## ❌ Contract: 1 check failed\n\nThe judge itself broke in 1 check.\n\n`http://sample` · '),
    ).toBe(true);
    expect(tablesOf(text)[0]).toEqual([
      ['Verdict', 'Checks'],
      ['---', '---:'],
      ['❌ FAIL', '1'],
      ['💥 ERROR', '1'],
      ['⚠️ WARN', '1'],
      ['⏸️ NOT EXERCISED', '3'],
      ['✅ PASS', '1'],
      ['➖ NOT APPLICABLE', '1'],
    ]);
    expect(text).toContain('**2 of 3 observable musts exercised; 4 of 4 mapped.**');
  });

  test('lists failures and warnings, the worst first', () => {
    const [, , ...rows] = tablesOf(text)[1] ?? [];
    expect(rows[0]).toEqual([
      '❌ FAIL',
      '`response-shape`',
      '`listAds`',
      String.raw`/items/\*/name must be a string`,
      '`ADS-01` `ADS-02`',
      '412',
    ]);
    expect(rows.map(([verdict]) => verdict)).toEqual(['❌ FAIL', '💥 ERROR', '⚠️ WARN', '⚠️ WARN']);
  });

  test('folds what was not exercised', () => {
    expect(text).toContain('<details><summary>3 not exercised, which is not green</summary>\n\n- ');
    expect(text).toContain('- `listAds` `no-row-twice`, `uniqueness`: needs two ads\n');
    expect(text.trimEnd().endsWith('</details>')).toBe(true);
  });

  test('lets no text of the deployment become markup, a line, a cell or a mention', () => {
    expect(text).not.toMatch(/<script|@team|^::error/m);
    expect(text).not.toContain('\u001b');
    expect(text).toContain(String.raw`a\|b \\\| \`tick\` \]\]>`);
  });

  test.each(['sample', 'default', 'empty'] as const)('has rows of one length in every table (%s)', async (scenario) => {
    let document = text;
    if (scenario !== 'sample') {
      const mock = createMock({ contract: ownContract(), scenario });
      const { credentials } = mock;
      document = markdown(await judge({ baseUrl: 'http://mock', credentials, fetch: createFetch(mock) }));
    }
    const tables = tablesOf(document);
    expect(tables.length).toBeGreaterThan(0);
    for (const [head = [], ...rows] of tables) for (const row of rows) expect(row).toHaveLength(head.length);
  });
});
