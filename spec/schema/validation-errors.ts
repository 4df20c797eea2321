// What ajv says of a value, as the errors that matter, where they stand and in words.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { at, escapeToken, tokensOf } from './pointer.ts';

/**
 * The errors that say something of their own: `if` repeats the error inside it, and where a value has none of several
 * forms, what each form says of it is left out.
 */
export function causes(errors: readonly ErrorObject[]): ErrorObject[] {
  const formless = new Set(errors.filter(({ keyword }) => keyword === 'oneOf').map(placeOf));
  return errors.filter(
    (error) => error.keyword === 'oneOf' || (error.keyword !== 'if' && !formless.has(placeOf(error))),
  );
}

/** The value at a pointer, and the pointer with every index of an array folded. */
export function lookUp(body: unknown, pointer: string): { readonly value: unknown; readonly pattern: string } {
  let [here, pattern] = [body, ''];
  for (const token of tokensOf(pointer)) {
    pattern += Array.isArray(here) ? '/*' : `/${token}`;
    here = at(here, `/${escapeToken(token)}`);
  }
  return { value: here, pattern };
}

/** Pointer of the offending value, or of the member that is missing. */
export function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  return keyword === 'required' ? `${instancePath}/${escapeToken(String(params.missingProperty))}` : instancePath;
}

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

export function ownClauses(error: ErrorObject): readonly string[] | undefined {
  return (error.parentSchema as { 'x-clause'?: string[] } | undefined)?.['x-clause'];
}
