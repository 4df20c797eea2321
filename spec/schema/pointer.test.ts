import { describe, expect, test } from 'vitest';
import { at, escapeToken, tokensOf } from './pointer.ts';

const document = { list: [{ id: 'a' }, { id: 'b' }], 'a/b': { 'c~d': 1 }, '': 2, nothing: null };

describe('a pointer', () => {
  test.each([
    ['', document],
    ['/list', document.list],
    ['/list/1/id', 'b'],
    ['/a~1b/c~0d', 1],
    ['/', 2],
    ['/nothing', null],
    ['/list/2', undefined],
    ['/list/id', undefined],
    ['/nothing/deeper', undefined],
    ['/list/0/id/0', undefined],
    ['/constructor', undefined],
    ['/list/length/constructor', undefined],
  ])('%j names its value', (pointer, value) => {
    expect(at(document, pointer)).toEqual(value);
  });

  test.each(['plain', 'a/b', 'c~d', '~1', '~01', '', '/'])('%j comes back from an escaped token', (token) => {
    expect(tokensOf(`/${escapeToken(token)}`)).toEqual([token]);
  });
});
