// The x- words: what OpenAPI and JSON Schema cannot say about a list. Each is defined here and nowhere else; the guide
// in spec/README.md has a row and an example for each.
import { UNDOCUMENTED } from '../meaning/error-shape.ts';
import { filterTests } from '../meaning/filter-tests.ts';
import { SITUATIONS } from '../meaning/operation.ts';
import { RULE_TESTS } from '../meaning/rule.ts';
import {
  credential,
  exactly,
  field,
  name,
  names,
  pagingStyles,
  pointer,
  refusal,
  scalar,
  texts,
} from './word-values.ts';

/** Where in a document a word may stand. */
export type Place =
  | 'document'
  | 'operation'
  | 'parameter'
  | 'response'
  | 'property'
  | 'schema'
  | 'security scheme'
  | 'anywhere';

/** One word of the vocabulary. */
export type Word = {
  readonly places: readonly Place[];
  /** JSON Schema of the word's value. */
  readonly value: object;
  readonly meaning: string;
};

export const vocabulary: Readonly<Record<string, Word>> = {
  'x-api': {
    places: ['document'],
    value: exactly(
      {
        name: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
        title: name,
        register: name,
        facts: name,
        additive: name,
      },
      ['name'],
    ),
    meaning:
      'The vendor: a name for options and files, a title for people, the file of its register of clauses, the page there that concerns all of its operations, and the clause that allows additional members.',
  },
  'x-error': {
    places: ['document'],
    value: exactly({ code: pointer, message: pointer, details: pointer }, []),
    meaning: 'Where the machine-readable code, the message and structured details stand in every error body.',
  },
  'x-request-id': {
    places: ['document'],
    value: exactly({ header: name, body: pointer, example: name }, ['header']),
    meaning: 'The header that identifies a request, and where an error body repeats it.',
  },
  'x-undocumented': {
    places: ['document'],
    value: { type: 'object', propertyNames: { enum: UNDOCUMENTED }, additionalProperties: name },
    meaning: 'The error code of each failure that belongs to no operation, for the mock.',
  },
  'x-rate-limit': {
    places: ['document'],
    value: exactly(
      {
        window: { type: 'integer', minimum: 1 },
        tiers: { type: 'object', minProperties: 1, additionalProperties: { type: 'integer', minimum: 1 } },
        remaining: pointer,
        'x-clause': names,
      },
      ['tiers'],
    ),
    meaning:
      'How many calls a key of each tier may make in a window of so many seconds, and where a list says how many are left.',
  },
  'x-credentials': {
    places: ['security scheme'],
    value: exactly(
      {
        valid: credential,
        'revoked-credential': credential,
        'insufficient-scope': credential,
        'insufficient-plan': credential,
      },
      ['valid'],
    ),
    meaning: 'The keys that a user may give: the valid one, and those that are refused for the reason that names them.',
  },
  'x-list': {
    places: ['operation'],
    value: exactly(
      {
        resource: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]*$' },
        items: { type: 'string', pattern: '^(/|$)' },
        key: field,
        unique: names,
        paging: { type: 'object', properties: { style: { enum: Object.keys(pagingStyles) } }, required: ['style'] },
        order: exactly({ by: names, assumed: { const: true }, 'x-clause': names }, ['by']),
      },
      ['resource', 'items', 'key', 'paging'],
    ),
    meaning: 'What a row of the list is, what identifies it, how the list is ordered, and how it is cut into pages.',
  },
  'x-filter': {
    places: ['parameter', 'property'],
    value: exactly(
      {
        field,
        test: { enum: Object.keys(filterTests) },
        value: scalar,
        values: {
          type: 'object',
          minProperties: 1,
          additionalProperties: { anyOf: [scalar, { type: 'array', items: scalar, minItems: 1 }] },
        },
        when: scalar,
        unrestricted: scalar,
        case: { enum: ['sensitive', 'insensitive'] },
        element: name,
      },
      ['field', 'test'],
    ),
    meaning: 'Which rows remain in the list when the parameter, or this member of an object parameter, is given.',
  },
  'x-sort': {
    places: ['parameter'],
    value: {
      type: 'object',
      properties: {
        orders: { type: 'object', minProperties: 1, additionalProperties: names },
        directions: { type: 'object', minProperties: 1, additionalProperties: { enum: ['ascending', 'descending'] } },
      },
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
    },
    meaning: 'Which value of the parameter asks for which order, or turns the order into which direction.',
  },
  'x-unmodelled': {
    places: ['parameter', 'property'],
    value: name,
    meaning:
      'The parameter does not choose or order rows, or is left out on purpose, for this reason: accepted by the mock, never tried by the judge.',
  },
  'x-tenant': {
    places: ['parameter'],
    value: exactly({ own: credential, foreign: credential }, ['own']),
    meaning: "The parameter says whose rows are listed; the caller's own value and somebody else's.",
  },
  'x-when': {
    places: ['response'],
    value: { type: 'object', minProperties: 1, propertyNames: { enum: SITUATIONS }, additionalProperties: refusal },
    meaning: 'The situations that this response answers, with the error code of each.',
  },
  'x-retry-after': {
    places: ['response'],
    value: exactly({ body: pointer, pattern: name }, ['body']),
    meaning: 'Where the body says how many seconds to wait; the header Retry-After needs no word.',
  },
  'x-ref': {
    places: ['property'],
    value: exactly({ to: name, field, agree: texts, missingWith: field }, ['to', 'field']),
    meaning: 'The member names a row of another list, which exists and agrees with this row.',
  },
  'x-rule': {
    places: ['schema'],
    value: {
      type: 'array',
      minItems: 1,
      items: exactly({ field, test: { enum: RULE_TESTS }, other: field, 'x-clause': names }, [
        'field',
        'test',
        'other',
      ]),
    },
    meaning: 'Relations between two members of a row, which hold where the row has both.',
  },
  'x-clause': {
    places: ['anywhere'],
    value: names,
    meaning: 'The documented statements that this part of the contract carries.',
  },
};
