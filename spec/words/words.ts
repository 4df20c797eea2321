// Reads a document once for its x- words: notes a word out of place, a value that is not understood, and a slip of the pen.
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Mistakes } from '../load/mistakes.ts';
import { ajvPackage } from '../schema/load-on-demand.ts';
import { once } from '../schema/once.ts';
import { isRecord } from '../schema/pointer.ts';
import { visitMembers } from './document-parts.ts';
import { didYouMean, nearestName } from './nearest-name.ts';
import { type Place, vocabulary, type Word } from './vocabulary.ts';
import { pagingStyles } from './word-values.ts';

const PLACES: Record<Exclude<Place, 'anywhere'>, RegExp> = {
  document: /^$/,
  operation: /^\/paths\/[^/]+\/[a-z]+$/,
  parameter: /^(\/components\/parameters\/[^/]+|\/paths\/[^/]+\/([a-z]+\/)?parameters\/\d+)$/,
  response: /\/responses\/[^/]+$/,
  property: /\/properties\/[^/]+$/,
  schema: /(\/schemas\/[^/]+|\/items|\/schema|\/(allOf|anyOf|oneOf)\/\d+)$/,
  'security scheme': /^\/components\/securitySchemes\/[^/]+$/,
};

/** What the words of a document need to be checked against. */
type WordOptions = {
  /** The ids of the register; undefined where the document has none, and unreadable where it is mistaken itself. */
  readonly clauses: ReadonlyMap<string, unknown> | undefined | 'unreadable';
  readonly mistakes: Mistakes;
};

/** Our own schemas, which a test holds against their meta-schema. */
const wordAjv = once(() => {
  const { Ajv2020 } = ajvPackage();
  return new Ajv2020({
    validateSchema: false,
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTypes: false,
  });
});
const compiled = new Map<object, ValidateFunction>();

/** Checks every x- word; returns the words of others, which are left out. */
export function checkWords(document: unknown, { clauses, mistakes }: WordOptions): readonly string[] {
  const foreign = new Set<string>();
  const checkWord = (key: string, value: unknown, pointer: string, here: string): void => {
    const word = Object.hasOwn(vocabulary, key) ? vocabulary[key] : undefined;
    if (word === undefined) {
      const meant = nearestName(key, Object.keys(vocabulary));
      if (meant === undefined) foreign.add(key);
      else mistakes.add(here, `${key} is no word of the vocabulary. Did you mean ${meant}?`);
    } else if (!standsWell(word, pointer)) {
      mistakes.add(here, `${key} may not stand here. Its place: ${word.places.join(' or ')}.`);
    } else if (isWell(word.value, value, here, mistakes)) {
      checkInside(key, value, here);
    }
  };

  const checkInside = (key: string, value: unknown, here: string): void => {
    if (key === 'x-list' && isRecord(value) && isRecord(value.paging)) {
      const style = value.paging.style as keyof typeof pagingStyles;
      isWell(pagingStyles[style], value.paging, `${here}/paging`, mistakes, `paging by ${style}`);
    }
    for (const [place, ids] of citations(key, value)) for (const id of ids) checkClause(id, `${here}${place}`);
  };

  const checkClause = (id: string, here: string): void => {
    if (clauses === 'unreadable') return;
    if (clauses === undefined)
      mistakes.add(
        here,
        `${id} is a clause, and the document names no register. Give x-api a register, or leave the clause out.`,
      );
    else if (!clauses.has(id))
      mistakes.add(here, `${id} is no clause of the register.${didYouMean(id, clauses.keys())}`);
  };

  visitMembers(document, ({ key, value, part, pointer, named }) => {
    if (named || !key.startsWith('x-')) return true;
    checkWord(key, value, part, pointer);
    return false;
  });
  return [...foreign].sort();
}

function standsWell({ places }: Word, pointer: string): boolean {
  return places.some((place) => place === 'anywhere' || PLACES[place].test(pointer));
}

/** The clauses that a word's value names, by the place inside it. */
function citations(key: string, value: unknown): [string, readonly string[]][] {
  if (key === 'x-clause') return [['', value as string[]]];
  if (key === 'x-list')
    return citations('x-clause', (value as { order?: Record<string, unknown> }).order?.['x-clause'] ?? []);
  if (key === 'x-rate-limit') return citations('x-clause', (value as Record<string, unknown>)['x-clause'] ?? []);
  if (key !== 'x-when' && key !== 'x-rule') return [];
  return Object.entries(value as object).map(([name, each]) => [`/${name}`, each['x-clause'] ?? []]);
}

/** Notes the first thing that is wrong with a word's value, in words. */
function isWell(schema: object, value: unknown, here: string, mistakes: Mistakes, what?: string): boolean {
  const check = compiled.get(schema) ?? wordAjv().compile(schema);
  compiled.set(schema, check);
  if (check(value)) return true;
  const errors = check.errors ?? [];
  const error =
    errors.find(({ keyword }) => keyword === 'additionalProperties') ??
    errors.find(({ keyword }) => keyword !== 'anyOf') ??
    errors[0];
  if (error !== undefined)
    mistakes.add(`${here}${error.instancePath}`, inWords(error, what ?? here.split('/').at(-1) ?? ''));
  return false;
}

function inWords(error: ErrorObject, what: string): string {
  const { keyword, params, instancePath, data, message = keyword } = error;
  const inside = instancePath === '' ? what : `${what}${instancePath.replaceAll('/', '.')}`;
  const { properties = {} } = (error.parentSchema ?? {}) as { properties?: object };
  if (keyword === 'required') return `${inside} needs ${params.missingProperty}.`;
  if (keyword === 'additionalProperties') {
    const extra = String(params.additionalProperty);
    const near = didYouMean(extra, Object.keys(properties));
    return `${inside} has no member ${extra}.${near === '' ? ` It may have ${Object.keys(properties).join(', ')}.` : near}`;
  }
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as readonly unknown[]).map(String);
    return `${inside} must be one of ${allowed.join(', ')}; not ${JSON.stringify(data)}.${didYouMean(String(data), allowed)}`;
  }
  if (keyword === 'pattern' && /^\^\(?\//.test(String(params.pattern)))
    return `${inside} must be a JSON Pointer, such as /${String(data).replaceAll('.', '/')}; not ${JSON.stringify(data)}.`;
  return `${inside} ${message}.`;
}
