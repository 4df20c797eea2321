// Notes what is no OpenAPI at all: a text where a mapping belongs, a member with a slip of the pen, a type that there is not.
import leven from 'leven';
import type { Mistakes } from '../load/mistakes.ts';
import { escapeToken, isRecord } from '../schema/pointer.ts';
import { didYouMean, nearestName } from './nearest-name.ts';
import { type Kind, openApiObjects, requiredMembers, type Shape } from './openapi-objects.ts';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/** Checks everything that the table of objects knows, so that all other code may rely on it. */
export function checkShape(document: unknown, { add }: Mistakes): void {
  const visit = (value: unknown, shape: Shape, pointer: string): void => {
    const wrong = problemOf(value, shape);
    if (wrong !== undefined)
      add(pointer, `${nameOf(pointer)} must be ${wrong}; not ${shown(value)}.${nearestValue(value, shape)}`);
    else if (typeof shape === 'string') {
      if (shape in openApiObjects && isRecord(value)) visitObject(value, shape as Kind, pointer);
    } else if ('list' in shape && Array.isArray(value)) {
      for (const [index, each] of value.entries()) visit(each, shape.list, `${pointer}/${index}`);
    } else if ('map' in shape && isRecord(value)) {
      for (const [name, each] of Object.entries(value))
        if (!name.startsWith('x-') || !/\/(paths|responses)$/.test(pointer))
          visit(each, shape.map, `${pointer}/${escapeToken(name)}`);
    }
  };

  const visitObject = (node: Record<string, unknown>, kind: Kind, pointer: string): void => {
    const members = openApiObjects[kind];
    for (const [key, value] of Object.entries(node)) {
      const shape = Object.hasOwn(members, key) ? members[key] : undefined;
      if (shape !== undefined) visit(value, shape, `${pointer}/${escapeToken(key)}`);
      else if (!key.startsWith('x-')) checkName(node, kind, key, pointer);
    }
    for (const name of requiredMembers[kind] ?? [])
      if (!(name in node) && !('$ref' in node) && !Object.keys(node).some((key) => meant(node, kind, key) === name))
        add(pointer, `This ${kind} needs ${name}.`);
  };

  const checkName = (node: Record<string, unknown>, kind: Kind, key: string, pointer: string): void => {
    const name = meant(node, kind, key);
    if (name !== undefined)
      add(`${pointer}/${escapeToken(key)}`, `A ${kind} has no member ${key}. Did you mean ${name}?`);
  };

  visit(document, 'document', '');
}

/** The pointer at which a document leads back into itself, as a YAML alias can make it; undefined where it does not. */
export function circleIn(document: unknown): string | undefined {
  const enter = (node: unknown, pointer: string, above: ReadonlySet<unknown>): string | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    if (above.has(node)) return pointer;
    const here = new Set(above).add(node);
    for (const [key, value] of Object.entries(node)) {
      const found = enter(value, `${pointer}/${escapeToken(key)}`, here);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return enter(document, '', new Set());
}

/** The member that a name was meant to be: one that is near, and that the object does not have. */
function meant(node: Record<string, unknown>, kind: Kind, key: string): string | undefined {
  if (key.startsWith('x-') || Object.hasOwn(openApiObjects[kind], key)) return undefined;
  const near = nearestName(key, Object.keys(openApiObjects[kind]));
  const isNear = near !== undefined && leven(key.toLowerCase(), near.toLowerCase()) <= Math.max(1, key.length / 4);
  return !isNear || near in node || (kind === 'schema' && KEYWORDS.has(key)) ? undefined : near;
}

/** Keywords that have a meaning, and that the table leaves to ajv. */
const KEYWORDS = new Set([
  '$id',
  '$anchor',
  '$schema',
  '$comment',
  '$dynamicRef',
  '$dynamicAnchor',
  '$vocabulary',
  'xml',
]);

/** What a value of the shape is, in words, where this is none; `undefined` where it is well. */
function problemOf(value: unknown, shape: Shape): string | undefined {
  if (typeof shape === 'object') {
    if ('list' in shape) return Array.isArray(value) ? undefined : 'a list';
    if ('map' in shape) return isRecord(value) ? undefined : 'a mapping';
    return shape.oneOf.includes(value as string) ? undefined : `one of ${shape.oneOf.join(', ')}`;
  }
  switch (shape) {
    case 'any':
      return undefined;
    case 'text':
      return typeof value === 'string' ? undefined : 'a text, in quotes where YAML takes it for something else';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'a number';
    case 'pattern':
      return typeof value === 'string' && compiles(value) ? undefined : 'a regular expression that compiles';
    case 'types':
      return typesProblem(value);
    case 'schema':
      return isRecord(value) || typeof value === 'boolean' ? undefined : 'a schema, which is a mapping';
    default:
      return isRecord(value) ? undefined : 'a mapping';
  }
}

function typesProblem(value: unknown): string | undefined {
  const types: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isWell = types.length > 0 && types.every((each) => TYPES.includes(each as string));
  return isWell ? undefined : `one of ${TYPES.join(', ')}, or a list of them`;
}

/** The sentence that names the value that was probably meant, where there is a choice. */
function nearestValue(value: unknown, shape: Shape): string {
  const choice = shape === 'types' ? TYPES : typeof shape === 'object' && 'oneOf' in shape ? shape.oneOf : [];
  const wrong = [value].flat().find((each) => typeof each === 'string' && !choice.includes(each));
  return typeof wrong === 'string' ? didYouMean(wrong, choice) : '';
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== undefined;
  } catch {
    return false;
  }
}

/** The last token of a pointer as a sentence's subject. */
function nameOf(pointer: string): string {
  const token = pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return /^\d*$/.test(token) ? 'This' : token;
}

/** A value, short enough for one line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}...`;
}
