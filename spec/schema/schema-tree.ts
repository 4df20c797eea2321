// Finding one's way in the schemas of a document: through references, into members, up to the clauses.
import { at, escapeToken, isRecord, tokensOf } from './pointer.ts';

/** The pointer that `pointer` comes to after its `$ref`s. */
export function follow(document: unknown, pointer: string): string {
  let here = pointer;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const node = at(document, here);
    if (!isRecord(node) || typeof node.$ref !== 'string' || !node.$ref.startsWith('#')) return here;
    here = decodeURI(node.$ref.slice(1));
  }
  return here;
}

/** More `$ref`s in a row than any document needs. */
const MOST_STEPS = 50;

/** The schema of a response's JSON body: of `application/json`, else of another JSON media type. */
export function jsonSchemaOf(document: unknown, response: string): string | undefined {
  const content = at(document, `${response}/content`);
  const types = Object.keys(isRecord(content) ? content : {});
  const type = types.find((each) => each === 'application/json') ?? types.find((each) => /[/+]json\b/.test(each));
  const pointer = `${response}/content/${escapeToken(type ?? '')}/schema`;
  return type !== undefined && at(document, pointer) !== undefined ? pointer : undefined;
}

/** The members that a schema names, those of the schemas that it is composed of among them. */
export function memberNames(document: unknown, pointer: string, seen: Set<string> = new Set()): Set<string> {
  const here = follow(document, pointer);
  const schema = at(document, here);
  if (!isRecord(schema) || seen.has(here)) return new Set();
  seen.add(here);
  const own = isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  return new Set([...own, ...applicators(here, schema).flatMap((place) => [...memberNames(document, place, seen)])]);
}

/** The schemas that apply to the member `token` of a value under the schema at `pointer`. */
export function childSchemas(
  document: unknown,
  pointer: string,
  token: string,
  seen: Set<string> = new Set(),
): string[] {
  const here = follow(document, pointer);
  const schema = at(document, here);
  if (!isRecord(schema) || seen.has(here)) return [];
  seen.add(here);
  const own = [`${here}/properties/${escapeToken(token)}`, ...(/^\d+$/.test(token) ? [`${here}/items`] : [])];
  const found = own.filter((place) => at(document, place) !== undefined);
  return [...found, ...applicators(here, schema).flatMap((place) => childSchemas(document, place, token, seen))];
}

/** The schemas that apply to what `pointer` names in a value under the schema at `schema`. */
export function schemasAt(document: unknown, schema: string, pointer: string): string[] {
  let places = [schema];
  for (const token of tokensOf(pointer)) places = places.flatMap((place) => childSchemas(document, place, token));
  return places;
}

/** Whether a value under the schema can have something at `pointer`. */
export function leadsTo(document: unknown, schema: string, pointer: string): boolean {
  return schemasAt(document, schema, pointer).length > 0;
}

function applicators(pointer: string, schema: Record<string, unknown>): string[] {
  const lists = ['allOf', 'oneOf', 'anyOf'].flatMap((word) =>
    Array.isArray(schema[word]) ? schema[word].map((_, index) => `${pointer}/${word}/${index}`) : [],
  );
  const single = ['then', 'else'].filter((word) => word in schema).map((word) => `${pointer}/${word}`);
  return [...lists, ...single];
}

/** `not: {}` is how a document says that something never stands there. */
export function isNothing(schema: unknown): boolean {
  return isRecord(schema) && isRecord(schema.not) && Object.keys(schema.not).length === 0;
}

/** The clauses of the innermost member on the way to `instance` that has any. */
export function nearestClauses(document: unknown, root: string, instance: string): readonly string[] {
  let places = [root];
  let nearest: readonly string[] = [];
  for (const token of [undefined, ...tokensOf(instance)]) {
    if (token !== undefined) places = places.flatMap((place) => childSchemas(document, place, token));
    const here = places.flatMap((place) => clausesOn(document, place));
    if (here.length > 0) nearest = [...new Set(here)];
  }
  return nearest;
}

/** The clauses on a schema and on what it refers to. */
export function clausesOn(document: unknown, pointer: string): string[] {
  const own = (at(document, `${pointer}/x-clause`) ?? []) as string[];
  const target = follow(document, pointer);
  return target === pointer ? own : [...own, ...clausesOn(document, target)];
}

export function allClauses(document: unknown, root: string): string[] {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if ((!isRecord(node) && !Array.isArray(node)) || seen.has(node)) return;
    seen.add(node);
    if (isRecord(node) && Array.isArray(node['x-clause'])) for (const id of node['x-clause']) found.add(String(id));
    if (isRecord(node) && typeof node.$ref === 'string') visit(at(document, node.$ref.slice(1)));
    for (const value of Object.values(node)) visit(value);
  };
  visit(at(document, root));
  return [...found];
}
