// The x- words: what OpenAPI and JSON Schema cannot say about a list. Each is defined here and nowhere else.

/** Where in a document a word may stand. */
export type Place = 'document' | 'operation' | 'parameter' | 'response' | 'property' | 'anywhere';

/** One word of the vocabulary. */
export type Word = {
  readonly place: Place;
  /** JSON Schema of the word's value. */
  readonly value: object;
  readonly meaning: string;
};

const name = { type: 'string', minLength: 1 };
const pointer = { type: 'string', pattern: '^/' };
const names = { type: 'array', items: name, minItems: 1 };
const scalar = { type: ['string', 'number', 'boolean'] };

/** A JSON Schema for an object with exactly these members; those in `optional` may be missing. */
function exactly(properties: Record<string, object>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

const paging = {
  oneOf: [
    exactly({ style: { const: 'none' } }),
    exactly({
      style: { const: 'cursor' },
      cursor: name,
      limit: name,
      next: pointer,
      badCursor: { const: 'first-page' },
    }),
    exactly({ style: { const: 'page' }, page: name, size: name, meta: pointer }),
  ],
};

const SITUATIONS = [
  'no-credential',
  'wrong-credential',
  'revoked-credential',
  'insufficient-scope',
  'insufficient-plan',
  'unknown-tenant',
  'foreign-tenant',
  'invalid-parameter',
  'rate-limited',
  'internal-error',
];

const refusal = exactly({ code: name, accept: names, message: name, observed: { const: true }, 'x-clause': names }, [
  'accept',
  'observed',
  'x-clause',
]);

export const vocabulary: Readonly<Record<string, Word>> = {
  'x-error': {
    place: 'document',
    value: exactly({ code: pointer, message: pointer }),
    meaning: 'Where the machine-readable code and the message stand in every error body.',
  },
  'x-list': {
    place: 'operation',
    value: exactly({ resource: name, items: pointer, key: name, unique: names, paging }, ['unique']),
    meaning: 'What a row of the list is, what identifies it, and how the list is cut into pages.',
  },
  'x-filter': {
    place: 'parameter',
    value: exactly({ field: name, test: { enum: ['equals', 'in', 'at-or-after'] }, value: scalar, when: scalar }, [
      'value',
      'when',
    ]),
    meaning: 'Which rows remain in the list when the parameter is given.',
  },
  'x-tenant': {
    place: 'parameter',
    value: exactly({ credential: name, foreign: name }),
    meaning: 'The path parameter says whose rows are listed; only its owner may ask.',
  },
  'x-when': {
    place: 'response',
    value: {
      type: 'object',
      minProperties: 1,
      propertyNames: { enum: SITUATIONS },
      additionalProperties: refusal,
    },
    meaning: 'The situations that this response answers, with the error code of each.',
  },
  'x-ref': {
    place: 'property',
    value: exactly({ to: name, field: name, agree: names }, ['agree']),
    meaning: 'The member names a row of another list, which exists and agrees with this row.',
  },
  'x-clause': {
    place: 'anywhere',
    value: names,
    meaning: 'The documented statements that this part of the contract carries.',
  },
};
