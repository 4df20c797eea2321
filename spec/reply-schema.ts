// The schema of one reply, compiled: which of its statements a body or a header breaks, and under which clauses.
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { type Level, type Register, strictest } from './clause.ts';
import { memberTree, undocumentedMembers } from './member-tree.ts';
import { at, escapeToken, isRecord } from './pointer.ts';
import { allClauses, follow, nearestClauses } from './schema-tree.ts';

/** One place where a reply is not as documented. */
export type Violation = {
  /** JSON Pointer into the body, or `header:<name>`. */
  readonly pointer: string;
  /** What was expected, in words. */
  readonly expected: string;
  /** The offending value. */
  readonly received: unknown;
  readonly clauses: readonly string[];
  readonly level: Level;
};

/** A reply of one operation and status. */
export type ReplySchema = {
  /** What the body breaks. */
  readonly violations: (body: unknown) => readonly Violation[];
  /** What the headers (names in lower case) break. */
  readonly headerViolations: (headers: Readonly<Record<string, string>>) => readonly Violation[];
  /** Pointers of members that the schema does not name, rows folded to `*`. */
  readonly undocumented: (body: unknown) => readonly string[];
  /** Every clause that the schema of the body carries. */
  readonly clauses: readonly string[];
  readonly headerClauses: readonly string[];
};

type HeaderRule = { name: string; required: boolean; pointer: string; clauses: readonly string[] };

/** What a reply schema is made from: the document, known to ajv by its name, and the place of the response in it. */
export type ReplySource = {
  readonly ajv: Ajv2020;
  readonly name: string;
  readonly document: unknown;
  readonly register: Register;
  /** JSON Pointer to the response object. */
  readonly pointer: string;
  readonly status: number;
  /** Keeps the clauses that concern this operation. */
  readonly own: <T extends { readonly clauses: readonly string[] }>(part: T) => T;
};

/** Compiles the reply; throws where a schema does not compile. */
export function compileReply(source: ReplySource): ReplySchema {
  const { document, pointer, register, own } = source;
  const bodyPointer = `${pointer}/content/application~1json/schema`;
  const validate = compile(source, bodyPointer);
  const members = memberTree(document, bodyPointer);
  const headers = headerRules(document, pointer).map(own);
  const headerChecks = headers.map((rule) => ({ rule, check: compile(source, rule.pointer) }));
  // A page states its replies to be documents of this kind; what only the facts files say is weaker.
  const fallback: Level = source.status === 200 ? 'must' : 'should';

  return {
    violations: (body) => {
      if (validate(body)) return [];
      return causes(validate.errors ?? []).map((error) => {
        const where = placeOf(error);
        const cited = ownClauses(error) ?? nearestClauses(document, bodyPointer, where);
        const { clauses } = own({ clauses: cited });
        const level = strictest(register, clauses, fallback);
        return { pointer: where, expected: inWords(error), received: at(body, where), clauses, level };
      });
    },
    headerViolations: (received) =>
      headerChecks.flatMap(({ rule, check }) => {
        const value = received[rule.name.toLowerCase()];
        if (value === undefined && !rule.required) return [];
        if (value !== undefined && check(value)) return [];
        const error = check.errors?.[0];
        const expected = value === undefined ? 'present' : error === undefined ? 'another value' : inWords(error);
        const level = strictest(register, rule.clauses, 'should');
        return [{ pointer: `header:${rule.name}`, expected, received: value, clauses: rule.clauses, level }];
      }),
    undocumented: (body) => undocumentedMembers(members, body),
    clauses: own({ clauses: allClauses(document, bodyPointer) }).clauses,
    headerClauses: headers.flatMap((rule) => rule.clauses),
  };
}

/** The validator of the schema that `pointer` comes to; ajv keeps one for all replies that share it. */
function compile({ ajv, name, document }: ReplySource, pointer: string): ValidateFunction {
  const validate = ajv.getSchema(`${name}#${encodeURI(follow(document, pointer))}`);
  if (validate === undefined) throw new Error('there is no schema here');
  return validate;
}

function headerRules(document: unknown, pointer: string): HeaderRule[] {
  const declared = at(document, `${pointer}/headers`);
  return Object.keys(isRecord(declared) ? declared : {}).map((name) => {
    const place = follow(document, `${pointer}/headers/${escapeToken(name)}`);
    const header = at(document, place) as { required?: boolean; 'x-clause'?: string[] };
    return { name, required: header.required === true, pointer: `${place}/schema`, clauses: header['x-clause'] ?? [] };
  });
}

/**
 * The errors that say something of their own: `if` repeats the error inside it, and where a value has none of several
 * forms, what each form says of it is left out.
 */
function causes(errors: readonly ErrorObject[]): ErrorObject[] {
  const formless = new Set(errors.filter(({ keyword }) => keyword === 'oneOf').map(placeOf));
  return errors.filter(
    (error) => error.keyword === 'oneOf' || (error.keyword !== 'if' && !formless.has(placeOf(error))),
  );
}

/** Pointer of the offending value, or of the member that is missing. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  return keyword === 'required' ? `${instancePath}/${escapeToken(String(params.missingProperty))}` : instancePath;
}

/** What is expected, so that `must be …` reads well before it. */
function inWords({ keyword, params, message = keyword }: ErrorObject): string {
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
    maxProperties: 'an empty object',
    not: 'nothing here',
    oneOf: 'one of the documented forms',
  };
  return words[keyword] ?? message.replace(/^must (be )?/, '');
}

function ownClauses(error: ErrorObject): readonly string[] | undefined {
  return (error.parentSchema as { 'x-clause'?: string[] } | undefined)?.['x-clause'];
}
