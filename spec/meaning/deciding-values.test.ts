// Which values decide when a parameter is given some, or none.
import { describe, expect, test } from 'vitest';
import { type Filter, passes, restricting } from './filter.ts';
import type { FilterValue } from './filter-tests.ts';
import { filter } from './sample-filter.ts';

const sameCampaign = filter({ field: 'campaignId', test: 'equals' });
const onPlatforms = filter({ field: 'platform', test: 'in' });
const healthy = filter({ field: 'tokenStatus', test: 'equals', value: 'valid', when: true });
const shown = filter({ field: 'archived', test: 'equals', byDefault: [false] });
const live = filter({ field: 'status', test: 'in', byDefault: ['active', 'paused'] });
const anyStatus = filter({ field: 'status', test: 'equals', byDefault: ['active'], unrestricted: 'all' });
const fit = filter({
  field: 'condition',
  test: 'in',
  standsFor: new Map([
    ['yes', ['new', 'good']],
    ['no', ['worn']],
  ]),
});
const unnamed = filter({ field: 'name', test: 'absent', when: true });

describe('what decides', () => {
  test.each<[sentence: string, filter: Filter, given: FilterValue[], deciding: FilterValue[]]>([
    ['is the value that was given', sameCampaign, ['c1'], ['c1']],
    ['are all values that were given', onPlatforms, ['a', 'b'], ['a', 'b']],
    ['is nothing where nothing was given', sameCampaign, [], []],
    ['is the default where nothing was given', shown, [], [false]],
    ['are all defaults where nothing was given', live, [], ['active', 'paused']],
    ['is what was given, and not the default', live, ['deleted'], ['deleted']],
    ['is nothing where all rows are asked for', anyStatus, ['all'], []],
    ['is the default where all rows could be asked for and were not', anyStatus, [], ['active']],
    ['is the fixed value under its condition', healthy, [true], ['valid']],
    ['is nothing under another value than the condition', healthy, [false], []],
    ['is nothing without the condition', healthy, [], []],
    ['is the value itself where the condition has no fixed one', unnamed, [true], [true]],
    ['is nothing where another value than that is given', unnamed, [false], []],
    ['is what the value stands for', fit, ['yes'], ['new', 'good']],
    ['is the value itself where it stands for no other', fit, ['new'], ['new']],
    ['is what all values stand for', fit, ['no', 'new'], ['worn', 'new']],
    ['is what the default stands for', filter({ ...fit, byDefault: ['no'] }), [], ['worn']],
    ['is the fixed value by default, too', filter({ ...healthy, byDefault: [true] }), [], ['valid']],
  ])('%s', (_sentence, meaning, given, deciding) => {
    expect(restricting(meaning, given)).toEqual(deciding);
  });
});

describe('a filter with a default', () => {
  test.each<[filter: Filter, row: Record<string, unknown>, given: FilterValue[], passes: boolean]>([
    [shown, { archived: false }, [], true],
    [shown, { archived: true }, [], false],
    [shown, { archived: true }, [true], true],
    [anyStatus, { status: 'paused' }, [], false],
    [anyStatus, { status: 'paused' }, ['all'], true],
    [anyStatus, { status: 'paused' }, ['paused'], true],
  ])('%j: %j, given %j: %j', (meaning, row, given, expected) => {
    expect(passes(meaning, row, given)).toBe(expected);
  });
});
