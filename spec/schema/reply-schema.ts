// The schema of one reply, compiled: which of its statements a body or a header breaks, and under which clauses.
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { type Level, type Register, strictest } from '../meaning/clause.ts';
import { documentKey } from './document-key.ts';
import { type Exercised, exercisedClauses } from './exercised-clauses.ts';
import { headerRules, type SampleHeader } from './header-rules.ts';
import { conditionOf, inWords } from './in-words.ts';
import { type NamedMembers, namedMembers } from './member-tree.ts';
import { once } from './once.ts';
import { at, escapeToken, tokensOf } from './pointer.ts';
import { allClauses, clausesOn, follow, nearestClauses } from './schema-tree.ts';

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
export type ReplySchema = NamedMembers & {
  /** What the body breaks. */
  readonly violations: (body: unknown) => readonly Violation[];
  /** What the headers (names in lower case) break. */
  readonly headerViolations: (headers: Readonly<Record<string, string>>) => readonly Violation[];
  /** The clauses that a body puts to the test, of those that are not among the known. */
  readonly exercised: Exercised;
  /** The clauses that headers (names in lower case) put to the test. */
  readonly exercisedHeaders: (headers: Readonly<Record<string, string>>) => readonly string[];
  /** The clauses of what a pointer names in the body, be they held by schemas or by checks. */
  readonly clausesAt: (pointer: string) => readonly string[];
  /** Every clause that the schema of the body carries. */
  readonly clauses: readonly string[];
  readonly headerClauses: readonly string[];
  /** The clauses of the reply as a whole, whatever stands in it, and of its media type; and that type, where it has a body. */
  readonly replyClauses: readonly string[];
  readonly mediaClauses: readonly string[];
  readonly mediaType: string | undefined;
  /** The headers that every such reply has, each with a value that it may have. */
  readonly headers: readonly SampleHeader[];
};

type Citation = Pick<Violation, 'clauses' | 'level'>;

/** What a reply schema is made from: the document, known to ajv by its name, and the place of the response in it. */
export type ReplySource = {
  readonly ajv: Pick<Ajv2020, 'getSchema'>;
  /** The schemas are known to compile: they are compiled when they are first needed. */
  readonly checked: boolean;
  readonly name: string;
  readonly document: unknown;
  readonly register: Register;
  /** JSON Pointers to the response object, and to the schema of its body where it has one. */
  readonly pointer: string;
  readonly body: string | undefined;
  /** JSON Pointer to the rows in the body, where it has any. */
  readonly rows: string | undefined;
  /** What a violation breaks where nothing on its way cites a clause. */
  readonly fallback: { readonly clauses: readonly string[]; readonly level: Level };
  /** Keeps the clauses that concern this operation. */
  readonly keep: (clauses: readonly string[]) => readonly string[];
  /** The clauses of a header. */
  readonly headerClauses: (header: unknown, name: string) => readonly string[];
};

/** Compiles the reply; throws where a schema does not compile. */
export function compileReply(source: ReplySource): ReplySchema {
  const { document, pointer, body: bodyPointer, register, keep, fallback } = source;
  const validator = once(() => (bodyPointer === undefined ? undefined : compile(source, bodyPointer)));
  const memberNames = once(() => namedMembers(document, bodyPointer));
  const headers = headerRules(source);
  const headerChecks = once(() => headers.map((rule) => ({ rule, check: compile(source, rule.pointer) })));
  if (!source.checked) {
    validator();
    headerChecks();
  }
  const cited = (ids: readonly string[]) => (ids.length > 0 ? keep(ids) : fallback.clauses);
  const bodyClauses = once(() => (bodyPointer === undefined ? [] : cited(allClauses(document, bodyPointer))));
  const media = bodyPointer?.slice(0, -'/schema'.length) ?? pointer;

  /** What a violation cites, by what is violated and where: every row of a page may break the same statement. */
  const citations = new Map<string, Citation>();
  const citationOf = (error: ErrorObject, where: string): Citation => {
    const clauses = notOfChecks(
      register,
      cited(ownClauses(error) ?? nearestClauses(document, bodyPointer ?? '', where)),
    );
    return { clauses, level: strictest(register, clauses, fallback.level) };
  };

  return {
    violations: (body) => {
      const validate = validator();
      if (bodyPointer === undefined || validate === undefined || validate(body)) return [];
      const all = validate.errors ?? [];
      return causes(all).map((error) => {
        const where = placeOf(error);
        const { pattern, value } = lookUp(body, where);
        const key = `${error.schemaPath} ${pattern}`;
        const citation = citations.get(key) ?? citationOf(error, where);
        citations.set(key, citation);
        const condition = conditionOf(error, all);
        const expected = condition === '' ? inWords(error) : `${inWords(error)} where ${condition}`;
        return { pointer: where, expected, received: value, ...citation };
      });
    },
    headerViolations: (received) =>
      headerChecks().flatMap(({ rule, check }) => {
        const value = received[rule.name.toLowerCase()];
        if (value === undefined && !rule.required) return [];
        const errors =
          value === undefined ? [] : rule.readings(value).map((one) => (check(one) ? true : check.errors?.[0]));
        if (errors.includes(true)) return [];
        // What is wrong with a number says more than that its text is none.
        const wrong = errors.filter((each) => typeof each === 'object');
        const error = wrong.find(({ keyword }) => keyword !== 'type') ?? wrong[0];
        const expected = value === undefined ? 'present' : error === undefined ? 'another value' : inWords(error);
        const level = strictest(register, rule.clauses, fallback.level);
        return [{ pointer: `header:${rule.name}`, expected, received: value, clauses: rule.clauses, level }];
      }),
    undocumented: (body) => memberNames().undocumented(body),
    documented: (body) => memberNames().documented(body),
    exercised: bodyPointer === undefined ? () => new Set() : exercisedIn(source, bodyPointer),
    exercisedHeaders: (received) =>
      headers
        .filter(({ name, required, never }) => required || never || received[name.toLowerCase()] !== undefined)
        .flatMap((rule) => rule.clauses),
    clausesAt: (pointer) => (bodyPointer === undefined ? [] : keep(nearestClauses(document, bodyPointer, pointer))),
    get clauses() {
      return bodyClauses();
    },
    replyClauses: cited(clausesOn(document, pointer)),
    mediaClauses: cited(clausesOn(document, media)),
    mediaType: bodyPointer === undefined ? undefined : tokensOf(media).at(-1),
    headerClauses: headers.flatMap((rule) => rule.clauses),
    headers: headers.flatMap(({ name, required, sample }) => (required ? [{ name, value: sample }] : [])),
  };
}

/** Laid out when it is first asked for: only the judge asks. */
function exercisedIn(source: ReplySource, body: string): Exercised {
  const { document, keep, rows, fallback } = source;
  let inSchema: Exercised | undefined;
  return (value, known = new Set()) => {
    inSchema ??= exercisedClauses({ document, pointer: body, keep, fits: (place) => compile(source, place) });
    const found = new Set(inSchema(value, known));
    // A document without a register says one thing of the whole body, which no list without rows puts to the test.
    const tells = value !== undefined && (rows === undefined || at(value, `${rows}/0`) !== undefined);
    for (const id of tells ? fallback.clauses : []) if (!known.has(id)) found.add(id);
    return found;
  };
}

/** The validator of the schema that `pointer` comes to; ajv keeps one for all replies that share it. */
function compile({ ajv, name, document }: ReplySource, pointer: string): ValidateFunction {
  const validate = ajv.getSchema(`${documentKey(name)}#${encodeURI(follow(document, pointer))}`);
  if (validate === undefined) throw new Error('there is no schema here');
  return validate;
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

/** The value at a pointer, and the pointer with every index of an array folded. */
function lookUp(body: unknown, pointer: string): { readonly value: unknown; readonly pattern: string } {
  let [here, pattern] = [body, ''];
  for (const token of tokensOf(pointer)) {
    pattern += Array.isArray(here) ? '/*' : `/${token}`;
    here = at(here, `/${escapeToken(token)}`);
  }
  return { value: here, pattern };
}

/** Pointer of the offending value, or of the member that is missing. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  return keyword === 'required' ? `${instancePath}/${escapeToken(String(params.missingProperty))}` : instancePath;
}

/** The clauses without those that checks hold, where others demand something: what else is said of a member is for its check to tell. */
function notOfChecks(register: Register, clauses: readonly string[]): readonly string[] {
  const own = clauses.filter((id) => register.get(id)?.holder.startsWith('check:') !== true);
  return strictest(register, own, 'open') === 'open' ? clauses : own;
}

function ownClauses(error: ErrorObject): readonly string[] | undefined {
  return (error.parentSchema as { 'x-clause'?: string[] } | undefined)?.['x-clause'];
}
