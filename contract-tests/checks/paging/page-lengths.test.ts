// Pages that are too short: by a rule of the deployment's own, or thinned out, which nobody promised against.
import { describe, expect, test } from 'vitest';
import type { Operation, Row } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { ownContract } from '../../own-contract.ts';
import { snapshotOf } from '../../walk/list-snapshot.ts';
import type { Walk } from '../../walk/walk.ts';
import { lengthFlaws } from './page-lengths.ts';

const contract = ownContract();
const operation = contract.operations.find(({ list }) => list.paging.style === 'cursor') as Operation;
const request = { operation, query: [], credential: 'none', tenants: {}, expect: 'list' } as const;
const exchange = { request, url: '', status: 200, headers: {}, body: {}, problem: undefined };

/** A walk at a page size whose pages hold so many rows; more follow behind all but the last. */
function walkOf(size: number | undefined, ...lengths: readonly number[]): Walk {
  const pages = lengths.map((length, index) => ({
    exchange,
    rows: Array.from({ length }, (): Row => ({})),
    next: index < lengths.length - 1 ? 'next' : undefined,
    told: {},
  }));
  const rows = pages.flatMap((page) => page.rows);
  return { args: [], size, start: undefined, place: undefined, more: [], pages, rows, stop: 'end', at: 0 };
}

const tens = (pages: number): number[] => Array.from({ length: pages }, () => 10);

const filter = operation.filters.find(({ allowed }) => allowed.length > 4);
if (filter === undefined) throw new Error('No list has a filter of five values.');
/** A walk of each value of a filter. */
const ofEachValue = (size: number, ...lengths: readonly number[]): Walk[] =>
  filter.allowed.map((value) => ({ ...walkOf(size, ...lengths), args: [{ filter, values: [value] }] }));

function levelsOf(walks: readonly Walk[]): string[] {
  const evidence: Evidence = {
    operation,
    register: contract.register,
    snapshot: snapshotOf(operation, [], walkOf(1)),
    walks,
    exchanges: [],
    changing: false,
    whyUnsent: '',
    traffic: { sent: 0, broken: 0, failed: 0 },
    probes: [],
    sizes: [],
    comparisons: [],
    oversized: [],
    invalid: [],
    refused: { calls: [], missing: [] },
  };
  return [...new Set(lengthFlaws('page-size', evidence, () => true).map(({ level }) => level))];
}

describe('pages that are shorter than was asked for, though more follow', () => {
  test.each([
    ['all of one length, where no page is longer', [walkOf(50, 30, 30, 30, 5)]],
    [
      'one row short in every walk that is short at all',
      [walkOf(10, 9, 9, 9, 2), walkOf(10, 10, 10, 4), walkOf(40, 40)],
    ],
    ['half as long, at several sizes', [walkOf(10, 5, 5, 5), walkOf(20, 10, 10, 1), walkOf(20, 20, 3), walkOf(60, 60)]],
    [
      'half as long, some of which a bound of bytes may have cut',
      [walkOf(10, 5, 5, 5, 5), walkOf(100, 50, 20), walkOf(70, 70), walkOf(100, 70)],
    ],
    [
      'where there is a filter alone, for they were filtered when they had been cut',
      [walkOf(20, 20, 20, 20, 5), ...ofEachValue(20, 3, 6, 2), ...ofEachValue(10, 4, 0, 1)],
    ],
    ['half as long, whatever the filter', [...ofEachValue(100, 50, 20), walkOf(100, 100, 100, 7)]],
    ['half as long behind the first page', [walkOf(100, 100, 50, 50, 20), walkOf(40, 40, 40, 3)]],
    [
      'half as long behind the first page where no size was asked for',
      [walkOf(undefined, 100, 50, 50, 20), walkOf(100, 100, 100, 20)],
    ],
    [
      'half as long behind one first page, where all others are full',
      [walkOf(100, 100, 50, 30), walkOf(10, ...tens(15))],
    ],
    ['of one length behind the first page, whatever was asked for', [walkOf(60, 60, 50, 8), walkOf(80, 80, 50, 9)]],
  ])('break the size that was asked for: %s', (_, walks) => {
    expect(levelsOf(walks)).toEqual(['must']);
  });

  test.each([
    ['lengths vary in one walk', [walkOf(50, 30, 44, 50, 5)]],
    ['lengths vary between walks', [walkOf(10, 9, 9, 2), walkOf(10, 7, 7, 2), walkOf(10, 10, 1), walkOf(40, 40)]],
    ['a last page of the size is longer', [walkOf(200, 120, 60), walkOf(200, 180)]],
    ['a bound of bytes may have cut them', [walkOf(100, 97, 97, 97, 5), walkOf(100, 100, 20)]],
    ['two pages are too few for a rule', [walkOf(10, 9, 9, 1), walkOf(10, 10, 1), walkOf(40, 40)]],
    [
      'no walk shows two of them',
      [walkOf(10, 9, 1), walkOf(10, 9, 2), walkOf(10, 9, 3), walkOf(10, 10, 1), walkOf(40, 40)],
    ],
    [
      'pages without a filter are short as well',
      [walkOf(20, 20, 19, 20, 5), ...ofEachValue(20, 3, 6, 2), ...ofEachValue(10, 4, 0, 1)],
    ],
    ['one page behind the first is half as long', [walkOf(100, 100, 50, 30), walkOf(20, 20, 20, 20, 20, 20, 20, 5)]],
    ['one page behind the first is a little shorter', [walkOf(100, 100, 60, 30), walkOf(10, ...tens(15), 5)]],
    ['a row that nobody sees stands behind the first page', [...ofEachValue(10, 10, 9, 5), walkOf(10, 10, 9, 10, 8)]],
    ['a longer page stands behind the first of another walk', [walkOf(100, 100, 50, 50, 9), walkOf(100, 100, 60)]],
    ['a first page is as short', [walkOf(60, 60, 30, 30, 8), walkOf(60, 30, 30), walkOf(60, 60, 9)]],
    ['a row that nobody sees stands on the first page of each', [...ofEachValue(10, 9, 5), walkOf(10, 9, 10, 10, 8)]],
  ])('are thinned out, worth a warning: %s', (_, walks) => {
    expect(levelsOf(walks)).toEqual(['should']);
  });
});

test('pages as long as was asked for, and a shorter last one, are right', () => {
  expect(levelsOf([walkOf(10, 10, 10, 3), walkOf(20, 20), walkOf(50, 7)])).toEqual([]);
});

test('a page that is longer than was asked for is wrong', () => {
  expect(levelsOf([walkOf(10, 11, 4)])).toEqual(['must']);
});

test('a walk that is ended by an empty page has no page that is too short, unless more follow behind that', () => {
  const ended = [walkOf(50, 50, 20, 0), ...ofEachValue(30, 30, 10, 0), walkOf(undefined, 40, 0)];
  expect(levelsOf(ended)).toEqual([]);
  expect(levelsOf([...ended, walkOf(50, 50, 20, 0, 50)])).not.toEqual([]);
});

test('a bad cursor beside a filter may be what makes a page short: nothing is said of filters', () => {
  const plain = walkOf(10, 10, 10, 10, 4);
  const behind = ofEachValue(40, 30, 25, 7);
  expect(levelsOf([plain, ...behind])).toEqual(['must']);
  expect(levelsOf([plain, ...behind.map((walk) => ({ ...walk, start: 'forged' }))])).toEqual(['should']);
});
