import { describe, expect, test } from 'vitest';
import { github } from './github.ts';
import { results, sampleReport } from './sample-report.ts';

/** As the runner reads a line: the command, its properties, its data. */
function readCommand(line: string) {
  const [, command = '', title = '', data = ''] = /^::(\w+) title=([^:,]*)::(.*)$/.exec(line) ?? [];
  const unescaped = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return {
    command,
    title: unescaped(title).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%'),
    message: unescaped(data).replaceAll('%25', '%'),
  };
}

const commands = github(sampleReport()).trimEnd().split('\n').map(readCommand);

describe('the GitHub annotations', () => {
  test('are one for each finding and one for all that was not exercised', () => {
    expect(commands.map(({ command, title }) => [command, title])).toEqual([
      ['error', 'response-shape in listAds'],
      ['error', 'totals in listAccounts'],
      ['warning', 'response-headers in listAds'],
      ['warning', 'response-shape in listAds'],
      ['notice', '3 checks not exercised'],
    ]);
  });

  test('say what is wrong, with the clauses and the first example', () => {
    const [first] = commands;
    expect(first?.message).toMatch(
      /^\/items\/\*\/name must be a string, in 412 places\n {2}ADS-01 {2}Each ad has a name\./,
    );
    expect(first?.message).toContain('$ curl -H');
    expect(first?.message).toMatch(/and 411 more like it$/);
  });

  test('name every reason in the notice', () => {
    expect(commands.at(-1)?.message).toMatch(
      /^2 of 3 observable musts exercised; 4 of 4 mapped\nlistAds no-row-twice, uniqueness: needs two ads\nlistAccounts plan: /,
    );
  });

  test('cannot be forged by what a deployment sends', () => {
    const lines = github(sampleReport()).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(github(sampleReport())).not.toMatch(/^::error::forged/m);
    expect(commands.at(-1)?.message).toContain('100%0A @team');
  });

  test('escape a title as a property', () => {
    const forged = results.map((result) => ({ ...result, operation: 'a:b,c%\n::warning::x' }));
    const [line = ''] = github(sampleReport(forged)).split('\n');
    expect(line.startsWith('::error title=response-shape in a%3Ab%2Cc%25%0A%3A%3Awarning%3A%3Ax::')).toBe(true);
  });

  test('are absent where all is well', () => {
    expect(github(sampleReport(results.filter(({ verdict }) => verdict === 'PASS')))).toBe('');
  });
});
