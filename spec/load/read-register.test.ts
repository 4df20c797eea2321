import { describe, expect, test } from 'vitest';
import { readRegister } from './read-register.ts';

const clause = { id: 'ADS-01', level: 'must', page: 'ADS', section: 'Query', statement: 'It is so.', holder: 'schema' };
const open = { ...clause, id: 'ADS-02', level: 'open', holder: 'none', reading: 'We read it so.' };
const fileOf = (value: unknown) => ({ name: 'clauses.yaml', value, lineOf: () => 7 });

describe('a register is refused for', () => {
  test.each([
    ['no sequence', { clauses: [] }, '', 'The register must be a sequence of clauses.'],
    ['an entry that is no mapping', ['ADS-01'], '/0', 'A clause must be a mapping.'],
    [
      'an entry without a statement',
      [{ ...clause, statement: undefined }],
      '/0/statement',
      'Give the clause a statement',
    ],
    ['an id that is no string', [{ ...clause, id: 1 }], '/0/id', 'Give the clause a id, as a string.'],
    ['an id used twice', [clause, open, { ...open, id: 'ADS-01' }], '/2/id', 'ADS-01 is used twice.'],
    ['an unknown level', [{ ...clause, level: 'may' }], '/0/level', 'The level must be must, should or open.'],
    ['an unknown holder', [{ ...clause, holder: 'somebody' }], '/0/holder', 'schema, check:<id>, unobservable or none'],
    ['a check without an id', [{ ...clause, holder: 'check:' }], '/0/holder', 'The holder must be'],
    [
      'a must without a holder',
      [{ ...clause, holder: 'none' }],
      '/0/holder',
      'Only an open clause may have no holder.',
    ],
    ['a should without a holder', [{ ...clause, level: 'should', holder: 'none' }], '/0/holder', 'Only an open clause'],
    [
      'an open clause without a reading',
      [{ ...open, reading: undefined }],
      '/0/reading',
      'Say how this open matter is read.',
    ],
    [
      'what is unobservable for no reason',
      [{ ...clause, holder: 'unobservable' }],
      '/0/reason',
      'Say why this cannot be seen',
    ],
  ])('%s', (_sentence, source, pointer, advice) => {
    const read = () => readRegister(fileOf(source));
    expect(read).toThrow(`clauses.yaml:7 #${pointer}: `);
    expect(read).toThrow(advice);
  });
});

test('a register keeps its clauses by id, in their order', () => {
  expect([...readRegister(fileOf([clause, open]))]).toEqual([
    ['ADS-01', clause],
    ['ADS-02', open],
  ]);
});

test('a register with several mistakes is refused for all of them at once', () => {
  const read = () => readRegister(fileOf([{ ...clause, level: 'may' }, 'ADS-02', clause]));
  expect(read).toThrow(/^clauses\.yaml:7 #\/0\/level: .+\nclauses\.yaml:7 #\/1: .+\nclauses\.yaml:7 #\/2\/id: .+$/);
});
