import { describe, expect, test } from 'vitest';
import type { FilterValue } from './filter-tests.ts';
import { type Parameter, type QueryPair, readValues, type Separator, writeValues } from './parameter.ts';

const parameter = (separator: Separator, more: Partial<Parameter> = {}): Parameter => ({
  name: 'p',
  in: 'query',
  type: 'array',
  valueType: 'string',
  separator,
  allowed: [],
  required: false,
  unmodelled: false,
  clauses: [],
  ...more,
});

describe('values are written', () => {
  test.each<[Separator, FilterValue[], QueryPair[]]>([
    ['repeat', [], []],
    [',', [], []],
    ['repeat', ['a'], [['p', 'a']]],
    [
      'repeat',
      ['a', 2, true],
      [
        ['p', 'a'],
        ['p', '2'],
        ['p', 'true'],
      ],
    ],
    [',', ['a', 'b'], [['p', 'a,b']]],
    [' ', ['a', 'b'], [['p', 'a b']]],
    ['|', ['a', 'b'], [['p', 'a|b']]],
    ['|', [1], [['p', '1']]],
  ])('with %j: %j', (separator, values, pairs) => {
    expect(writeValues(parameter(separator), values)).toEqual(pairs);
  });

  test('under the name of the parameter as it is sent', () => {
    expect(writeValues({ name: 'created[gte]', separator: 'repeat' }, [5])).toEqual([['created[gte]', '5']]);
    expect(writeValues({ name: 'ids[]', separator: 'repeat' }, ['a', 'b'])).toEqual([
      ['ids[]', 'a'],
      ['ids[]', 'b'],
    ]);
  });
});

describe('values are read', () => {
  test.each<[Separator, string[], Partial<Parameter>, string[]]>([
    ['repeat', [], {}, []],
    ['repeat', ['a', 'b'], {}, ['a', 'b']],
    ['repeat', ['a,b'], {}, ['a,b']],
    ['repeat', ['a,b', 'c'], { allowed: ['a', 'b', 'c'] }, ['a', 'b', 'c']],
    [',', ['a,b'], {}, ['a', 'b']],
    [',', ['a,b', 'c'], {}, ['a', 'b', 'c']],
    [',', ['a|b'], {}, ['a|b']],
    [' ', ['a b'], {}, ['a', 'b']],
    [' ', ['a,b'], {}, ['a,b']],
    ['|', ['a|b'], {}, ['a', 'b']],
    [',', [''], {}, ['']],
    [',', ['a,'], {}, ['a', '']],

    // One value is one value, whatever stands in it.
    [',', ['a,b'], { type: 'string' }, ['a,b']],
    ['|', ['a|b', 'c'], { type: 'string' }, ['a|b', 'c']],
  ])('with %j from %j, %j', (separator, sent, more, values) => {
    expect(readValues(parameter(separator, more), sent)).toEqual(values);
  });

  test.each<Separator>(['repeat', ',', ' ', '|'])('as they were written with %j', (separator) => {
    const values = ['a', 'b-c', 'd'];
    const sent = writeValues(parameter(separator), values).map(([, text]) => text);
    expect(readValues(parameter(separator), sent)).toEqual(values);
  });
});
