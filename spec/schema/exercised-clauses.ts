// Which statements of a schema a value puts to the test: those that stand where the value could have shown the opposite.
import { at, escapeToken, isRecord } from './pointer.ts';
import { isNothing } from './schema-tree.ts';

/** A place in a schema that carries clauses, itself or further inside. */
type Place = {
  /** What is put to the test as soon as a value is held against this place. */
  readonly own: readonly string[];
  /** Those, and what is carried further inside. */
  readonly all: readonly string[];
  readonly steps: readonly Step[];
};

/** Leads a value on to the places that it, or its parts, are held against as well. */
type Step = (value: unknown, visit: (place: Place, value: unknown) => void) => void;

export type ExercisedOptions = {
  readonly document: unknown;
  /** JSON Pointer to the schema. */
  readonly pointer: string;
  /** Keeps the clauses that concern the operation. */
  readonly keep: (clauses: readonly string[]) => readonly string[];
  /** The validator of the schema at a pointer. */
  readonly fits: (pointer: string) => (value: unknown) => boolean;
};

/** The clauses that a value puts to the test, of those that are not among the known. */
export type Exercised = (value: unknown, known?: ReadonlySet<string>) => ReadonlySet<string>;

/** Lays out the places once; asking costs less the more is known. */
export function exercisedClauses(options: ExercisedOptions): Exercised {
  const root = layOut(options, options.pointer, new Map());
  return (value, known = new Set()) => {
    const found = new Set<string>();
    const isMet = (id: string) => known.has(id) || found.has(id);
    const visit = (place: Place, here: unknown): void => {
      if (place.all.every(isMet)) return;
      for (const id of place.own) if (!known.has(id)) found.add(id);
      for (const step of place.steps) step(here, visit);
    };
    if (root !== undefined && value !== undefined) visit(root, value);
    return found;
  };
}

/** The place at a pointer; undefined where nothing in it carries a clause. A schema that contains itself is one place. */
function layOut(options: ExercisedOptions, pointer: string, laid: Map<string, Place>): Place | undefined {
  const known = laid.get(pointer);
  if (known !== undefined) return known;
  const { document, keep } = options;
  const schema = at(document, pointer);
  const further = keep(clausesBelow(document, schema));
  const here = isRecord(schema) && Array.isArray(schema['x-clause']) ? keep(schema['x-clause'].map(String)) : [];
  if (!isRecord(schema) || (further.length === 0 && here.length === 0)) return undefined;
  const steps: Step[] = [];
  // What a part carries too is put to the test by the part alone.
  const own = here.filter((id) => !further.includes(id));
  const place = { own, all: [...new Set([...here, ...further])], steps };
  laid.set(pointer, place);
  const reached = new Set<string>();
  const inner = (...tokens: readonly string[]): Place | undefined => {
    const found = layOut(options, [pointer, ...tokens.map(escapeToken)].join('/'), laid);
    for (const id of found?.all ?? []) reached.add(id);
    return found;
  };
  const target = typeof schema.$ref === 'string' ? layOut(options, decodeURI(schema.$ref.slice(1)), laid) : undefined;
  for (const id of target?.all ?? []) reached.add(id);
  if (target !== undefined) steps.push((value, visit) => visit(target, value));
  steps.push(...formSteps(options, pointer, schema, inner), ...partSteps(document, pointer, schema, inner));
  // A keyword that is not looked into speaks of whatever value stands here.
  own.push(...further.filter((id) => !reached.has(id)));
  return place;
}

type Schema = Readonly<Record<string, unknown>>;
type Inner = (...tokens: readonly string[]) => Place | undefined;

/** The further schemas that the value itself is held against: all, those that it fits, or those of a condition. */
function formSteps({ fits }: ExercisedOptions, pointer: string, schema: Schema, inner: Inner): Step[] {
  const steps: Step[] = [];
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    for (const index of Array.isArray(schema[word]) ? schema[word].keys() : []) {
      const form = inner(word, String(index));
      if (form === undefined) continue;
      const isOf = word === 'allOf' ? () => true : fits(`${pointer}/${word}/${index}`);
      steps.push((value, visit) => {
        if (isOf(value)) visit(form, value);
      });
    }
  }
  const [yes, no] = [inner('then'), inner('else')];
  const condition = schema.if;
  if (condition === undefined || (yes === undefined && no === undefined)) return steps;
  const isSo = fits(`${pointer}/if`);
  // What is no object keeps every condition on members, and shows nothing.
  const ofMembers = isRecord(condition) && ('properties' in condition || 'required' in condition);
  steps.push((value, visit) => {
    if (ofMembers && !isRecord(value)) return;
    const branch = isSo(value) ? yes : no;
    if (branch !== undefined) visit(branch, value);
  });
  return steps;
}

/** The schemas of the value's members and elements. */
function partSteps(document: unknown, pointer: string, schema: Schema, inner: Inner): Step[] {
  const steps: Step[] = [];
  const named = isRecord(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  for (const name of Object.keys(named)) {
    const member = inner('properties', name);
    if (member === undefined) continue;
    // An object shows by itself whether it has what it must have, and lacks what it must not have.
    const always = required.has(name) || isNothing(at(document, `${pointer}/properties/${escapeToken(name)}`));
    steps.push((value, visit) => {
      if (isRecord(value) && (always || Object.hasOwn(value, name))) visit(member, value[name]);
    });
  }
  const other = inner('additionalProperties');
  if (other !== undefined)
    steps.push((value, visit) => {
      for (const name of isRecord(value) ? Object.keys(value) : [])
        if (!Object.hasOwn(named, name)) visit(other, (value as Schema)[name]);
    });
  const element = inner('items');
  if (element !== undefined)
    steps.push((value, visit) => {
      for (const each of Array.isArray(value) ? value : []) visit(element, each);
    });
  return steps;
}

/** The clauses that anything inside a schema carries, what it refers to included; not its own. */
function clausesBelow(document: unknown, schema: unknown): string[] {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if ((!isRecord(node) && !Array.isArray(node)) || seen.has(node)) return;
    seen.add(node);
    if (isRecord(node) && Array.isArray(node['x-clause']) && node !== schema)
      for (const id of node['x-clause']) found.add(String(id));
    if (isRecord(node) && typeof node.$ref === 'string') visit(at(document, decodeURI(node.$ref.slice(1))));
    for (const value of Object.values(node)) visit(value);
  };
  visit(schema);
  return [...found];
}
