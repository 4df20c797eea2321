// Reads a document once for its x- words: refuses an unknown word, a word out of place, and a value that is not understood.
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { ContractError } from './contract-error.ts';
import { escapeToken, isRecord } from './pointer.ts';
import { type Place, vocabulary } from './vocabulary.ts';

const PLACES: Record<Exclude<Place, 'anywhere'>, RegExp> = {
  document: /^$/,
  operation: /^\/paths\/[^/]+\/[a-z]+$/,
  parameter: /^(\/components\/parameters\/[^/]+|\/paths\/[^/]+\/([a-z]+\/)?parameters\/\d+)$/,
  response: /\/responses\/[^/]+$/,
  property: /\/properties\/[^/]+$/,
};

/** Members whose values are data, not contract: an x- key inside them is just a key. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);

/** Throws a ContractError for the first x- word in `document` that is not understood. */
export function checkWords(ajv: Ajv2020, name: string, document: unknown, clauses: ReadonlyMap<string, unknown>): void {
  const checks = new Map(Object.entries(vocabulary).map(([word, { value }]) => [word, ajv.compile(value)]));

  const visit = (node: unknown, pointer: string): void => {
    if (!isRecord(node) && !Array.isArray(node)) return;
    for (const [key, value] of Object.entries(node)) {
      const here = `${pointer}/${escapeToken(key)}`;
      const member = /\/properties$/.test(pointer);
      if (key.startsWith('x-') && !member) checkWord(key, value, pointer, here);
      else if (member || !DATA.has(key)) visit(value, here);
    }
  };

  const checkWord = (key: string, value: unknown, pointer: string, here: string): void => {
    const word = vocabulary[key];
    const check = checks.get(key);
    if (word === undefined || check === undefined) {
      const known = Object.keys(vocabulary).join(', ');
      throw new ContractError(
        name,
        here,
        `${key} is no word of the vocabulary. Use one of ${known}, or define it in spec/vocabulary.ts.`,
      );
    }
    if (word.place !== 'anywhere' && !PLACES[word.place].test(pointer)) {
      throw new ContractError(name, here, `${key} may not stand here. Its place: ${word.place}.`);
    }
    if (!check(value))
      throw new ContractError(name, here, `${key} ${ajv.errorsText(check.errors, { dataVar: 'value' })}.`);
    if (key === 'x-clause') checkClauses(value, here);
    if (key === 'x-when')
      for (const [situation, refusal] of Object.entries(value as object))
        checkClauses(refusal['x-clause'] ?? [], `${here}/${situation}`);
  };

  const checkClauses = (ids: unknown, here: string): void => {
    for (const id of ids as readonly string[]) {
      if (!clauses.has(id)) throw new ContractError(name, here, `${id} is no clause of clauses.yaml.`);
    }
  };

  visit(document, '');
}
