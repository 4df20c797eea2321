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

/** Under which conditions an error counts, as the branches in which it stands state them; empty where there are none that a few words tell. */
export function conditionOf(error: ErrorObject, errors: readonly ErrorObject[]): string {
  const tested = new Map<string, string>();
  // The innermost condition on a member says most.
  const inward = errors.toSorted((one, other) => one.schemaPath.length - other.schemaPath.length);
  for (const { keyword, instancePath, schemaPath, params, parentSchema } of inward) {
    const branch = `${schemaPath.slice(0, -'if'.length)}then/`;
    const isAround = error.schemaPath.startsWith(branch) && error.instancePath.startsWith(instancePath);
    if (keyword !== 'if' || params.failingKeyword !== 'then' || !isAround) continue;
    const { properties = {} } = (parentSchema as { if?: { properties?: object } } | undefined)?.if ?? {};
    for (const [name, test] of Object.entries(properties)) tested.set(name, testInWords(test));
  }
  return [...tested].flatMap(([name, words]) => (words === '' ? [] : `${name} is ${words}`)).join(' and ');
}

function testInWords({
  const: only,
  enum: several,
  type,
}: {
  const?: unknown;
  enum?: unknown[];
  type?: unknown;
}): string {
  if (only !== undefined) return String(only);
  if (several !== undefined) return `one of ${several.join(', ')}`;
  return typeof type === 'string' ? `of the type ${type}` : '';
}
