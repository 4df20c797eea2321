// How flaws become findings: what they have in common once, and in how many places.
import { describe, expect, test } from 'vitest';
import { type Flaw, foldFlaws, groupFlaws } from './finding.ts';

const flawOf = (where: string, own: Partial<Flaw> = {}): Flaw => ({
  ...{ subject: 's', clauses: [], level: 'must', message: 'm', where, expected: 'a', received: 'b', exchanges: [] },
  ...own,
});

describe('a finding counts', () => {
  test('every flaw that is about no row, and every row once', () => {
    const ofRow = (row: string) => flawOf(row, { row });
    const flaws = [flawOf('p'), ofRow('r'), ofRow('r'), ofRow('q')];
    const [finding] = groupFlaws(flaws, new Map());
    expect(finding?.count).toBe(3);
    expect(finding?.examples.map(({ where }) => where)).toEqual(['p', 'r', 'q']);
  });

  test('the same where flaws were folded before', () => {
    const replies = [
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['d', 'e'],
    ];
    const folded = foldFlaws(replies, (rows) => [flawOf('head'), ...rows.map((row) => flawOf(`/x (${row})`, { row }))]);
    expect(folded.length).toBeLessThan(5);
    const [finding] = groupFlaws(folded, new Map());
    // Three replies, and five rows.
    expect(finding?.count).toBe(8);
    expect(finding?.examples).toHaveLength(3);
  });
});
