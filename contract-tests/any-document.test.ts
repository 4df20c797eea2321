// Whatever is done to a document, it is refused in the one way, or the mock serves it and the judge reads it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../mock/index.ts';
import { at, ContractError, escapeToken, isRecord, readContract, readFile, tokensOf } from '../spec/index.ts';
import { type Change, changed, sampleDocument } from '../spec/load/sample-document.ts';
import { CannotJudge } from './cannot-judge.ts';
import { judge } from './judge.ts';

const SEED = 20_260_301;
const OTHERS = [null, true, 7, 'x', '', [], {}, [null], { x: null }];

const own = (name: string) => readFile(new URL(`../spec/${name}`, import.meta.url).pathname, name);
const register = own('clauses.yaml');

/** The documents, and how often each is changed. */
const DOCUMENTS = [
  ['the small document', sampleDocument(), 80],
  ['KlayrAI', own('klayrai.yaml').value, 25],
  ['Layers', own('layers.yaml').value, 15],
] as const;

/** The pointers of everything in a value. */
function placesIn(node: unknown, here = ''): readonly string[] {
  if (!isRecord(node) && !Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const place = `${here}/${escapeToken(key)}`;
    return [place, ...placesIn(value, place)];
  });
}

/** Something taken away, replaced, exchanged with another place, or renamed by a letter. */
function changesOf(document: unknown): fc.Arbitrary<readonly Change[]> {
  const place = fc.constantFrom(...placesIn(document));
  return fc.oneof(
    place.map((one): Change[] => [[one, undefined]]),
    fc.tuple(place, fc.constantFrom(...OTHERS)).map((one): Change[] => [one]),
    fc
      .tuple(place, place)
      .filter(([one, other]) => !one.startsWith(other) && !other.startsWith(one))
      .map(([one, other]): Change[] => [
        [one, at(document, other)],
        [other, at(document, one)],
      ]),
    place.filter((one) => !Array.isArray(parentOf(document, one))).map((one) => renamed(document, one)),
  );
}

function parentOf(document: unknown, pointer: string): unknown {
  return at(document, pointer.slice(0, pointer.lastIndexOf('/')));
}

/** The changes that double the last letter of a key. */
function renamed(document: unknown, pointer: string): readonly Change[] {
  const key = tokensOf(pointer).at(-1) ?? '';
  return [
    [pointer, undefined],
    [`${pointer.slice(0, pointer.lastIndexOf('/'))}/${escapeToken(key + key.slice(-1))}`, at(document, pointer)],
  ];
}

const read = (value: unknown) => readContract([{ name: 'a.yaml', value, lineOf: () => 1 }], () => register);

/** Mistakes are told with place and advice; anything else that is thrown is a bug. */
function expectWellTold(error: unknown): void {
  if (!(error instanceof ContractError)) throw error;
  expect(error.mistakes.length).toBeGreaterThan(0);
  for (const { file, pointer, advice } of error.mistakes) {
    expect(file).toBe('a.yaml');
    expect(pointer).toMatch(/^($|\/)/);
    expect(advice).toMatch(/^\S.{10,}/s);
    expect(advice).not.toMatch(/\[object |Cannot (read|convert)|is not (a function|iterable)/);
  }
}

describe.each(DOCUMENTS)('%s', (_name, document, numRuns) => {
  test('is refused with advice, or works, whatever is changed', { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(changesOf(document), async (changes) => {
      const bugs: unknown[] = [];
      try {
        const contract = read(changed(document, ...changes));
        const mock = createMock({ contract, scenario: 'one-page', onBug: (error) => bugs.push(error) });
        for (const { path } of contract.operations) mock.handle({ method: 'GET', path, query: '', headers: {} });
        const { credentials } = mock;
        await judge({ contract, baseUrl: 'http://mock', fetch: createFetch(mock), credentials, maxRequests: 4 });
      } catch (error) {
        if (!(error instanceof CannotJudge)) expectWellTold(error);
      }
      expect(bugs).toEqual([]);
    });
    await fc.assert(property, { seed: SEED, numRuns });
  });
});

test('a member of a word with a slip never loads in silence', () => {
  const document = sampleDocument();
  const members = placesIn(document).filter(
    (each) =>
      /\/x-[a-z-]+\//.test(each) &&
      !Array.isArray(parentOf(document, each)) &&
      !/\/x-sort\/(orders|directions)\/./.test(each),
  );
  const silent = members.filter((each) => {
    try {
      read(changed(document, ...renamed(document, each)));
      return true;
    } catch (error) {
      expectWellTold(error);
      return false;
    }
  });
  expect(members.length).toBeGreaterThan(60);
  expect(silent).toEqual([]);
});
