// An error of ajv in words.
import type { ErrorObject } from 'ajv/dist/2020.js';

/** What is expected, so that `must be …` reads well before it. */
export function inWords({ keyword, params, message = keyword }: ErrorObject): string {
  const { limit } = params as { limit?: number };
  const words: Readonly<Record<string, string>> = {
    required: 'present',
    enum: `one of ${JSON.stringify(params.allowedValues)}`,
    const: JSON.stringify(params.allowedValue),
    type: [params.type].flat().join(' or '),
    format: `of the format ${params.format}`,
    pattern: `of the form ${params.pattern}`,
    minLength: limit === 1 ? 'a string that is not empty' : `at least ${limit} characters long`,
    minimum: `at least ${limit}`,
    maximum: `at most ${limit}`,
    minProperties: limit === 1 ? 'an object that is not empty' : `an object of at least ${limit} members`,
    maxProperties: 'an empty object',
    not: 'nothing here',
    oneOf: 'one of the documented forms',
  };
  return words[keyword] ?? message.replace(/^must (be )?/, '');
}
