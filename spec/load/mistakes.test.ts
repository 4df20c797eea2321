import { describe, expect, test } from 'vitest';
import { ContractError } from './contract-error.ts';
import { createMistakes } from './mistakes.ts';

const LINES: Readonly<Record<string, number>> = { '/a': 3, '/b': 1, '/b/c': 2 };
const collected = () => createMistakes('shop.yaml', (pointer) => LINES[pointer]);

function settled(mistakes: ReturnType<typeof createMistakes>): ContractError {
  try {
    mistakes.settle();
  } catch (error) {
    if (error instanceof ContractError) return error;
  }
  throw new Error('Nothing was refused.');
}

describe('the mistakes of a document', () => {
  test('are none where none was noted', () => {
    const mistakes = collected();
    expect(() => mistakes.settle()).not.toThrow();
    expect(mistakes.count()).toBe(0);
  });

  test('come all at once, in the order of their lines, each on a line of its own', () => {
    const mistakes = collected();
    mistakes.add('/a', 'Change a.');
    mistakes.add('/b/c', 'Change c.');
    mistakes.add('/b', 'Change b.');
    const error = settled(mistakes);
    expect(error.message).toBe('shop.yaml:1 #/b: Change b.\nshop.yaml:2 #/b/c: Change c.\nshop.yaml:3 #/a: Change a.');
    expect(error.mistakes).toEqual([
      { file: 'shop.yaml', pointer: '/b', line: 1, advice: 'Change b.' },
      { file: 'shop.yaml', pointer: '/b/c', line: 2, advice: 'Change c.' },
      { file: 'shop.yaml', pointer: '/a', line: 3, advice: 'Change a.' },
    ]);
  });

  test('blame one place once, with what was noted first', () => {
    const mistakes = collected();
    mistakes.add('/a', 'First.');
    mistakes.add('/a', 'Second.');
    expect([mistakes.count(), settled(mistakes).message]).toEqual([1, 'shop.yaml:3 #/a: First.']);
  });

  test('have no line where the document came from no file', () => {
    const mistakes = createMistakes('shop.yaml');
    mistakes.add('', 'Begin\n  anew.');
    expect(settled(mistakes).message).toBe('shop.yaml #: Begin anew.');
  });

  test('stop the reading of one part, and of no other', () => {
    const mistakes = collected();
    const read = (pointer: string) => mistakes.attempt(() => mistakes.stop(pointer, `Change ${pointer}.`));
    expect([read('/a'), mistakes.attempt(() => 'read'), read('/b')]).toEqual([undefined, 'read', undefined]);
    expect(settled(mistakes).mistakes.map(({ advice }) => advice)).toEqual(['Change /b.', 'Change /a.']);
  });

  test('do not hide a bug', () => {
    const bug = () => {
      throw new TypeError('bug');
    };
    expect(() => collected().attempt(bug)).toThrow(TypeError);
  });

  test.each([
    ['/a', true],
    ['/b', true],
    ['/b/c', true],
    ['/b/c/d', false],
    ['/b/cd', false],
    ['', true],
    ['/x', false],
  ])('touch %j: %j', (pointer, touched) => {
    const mistakes = collected();
    mistakes.add('/a', 'A.');
    mistakes.add('/b/c', 'C.');
    expect(mistakes.touch([pointer])).toBe(touched);
  });
});
