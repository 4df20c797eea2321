// Reads the parameters of an operation: their types, their style, and what the filters among them do.

import { checkValues } from '../check/check-values.ts';
import type { Node, OperationSource } from '../load/document-source.ts';
import type { Filter } from '../meaning/filter.ts';
import type { Parameter, Separator } from '../meaning/parameter.ts';
import { at, escapeToken, isRecord } from '../schema/pointer.ts';
import { follow } from '../schema/schema-tree.ts';
import { clausesOn } from './citation.ts';
import { readFilter } from './read-filter.ts';

/** A parameter with its place in the operation, the nodes that describe it, and its filter if it is one. */
export type ReadParameter = {
  readonly parameter: Parameter;
  /** JSON Pointer to the parameter, or the member of an object parameter, in the operation. */
  readonly place: string;
  /** The parameter, or the member of an object parameter. */
  readonly node: Node;
  readonly filter?: Filter;
};

const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'];
const SEPARATORS: Readonly<Record<string, Separator>> = { form: ',', spaceDelimited: ' ', pipeDelimited: '|' };

/** All parameters of the operation, those of its path among them; the members of an object parameter one by one. */
export function readParameters(source: OperationSource): readonly ReadParameter[] {
  const { document, pointer, mistakes } = source;
  const item = pointer.slice(0, pointer.lastIndexOf('/'));
  const own = placesIn(document, `${pointer}/parameters`);
  const nameOf = (place: string) => {
    const { name, in: where } = (at(document, follow(document, place)) ?? {}) as Node;
    return `${String(where)} ${String(name)}`;
  };
  const overridden = new Set(own.map(nameOf));
  for (const [index, place] of own.entries())
    if (own.slice(0, index).some((other) => nameOf(other) === nameOf(place)))
      mistakes.add(
        place,
        `The operation already has the ${nameOf(place).replace(' ', ' parameter ')}. Leave one of them out.`,
      );
  const inherited = placesIn(document, `${item}/parameters`).filter((place) => !overridden.has(nameOf(place)));
  return [...inherited, ...own].flatMap((place) => mistakes.attempt(() => readOne(source, place)) ?? []);
}

function placesIn(document: unknown, list: string): string[] {
  const parameters = at(document, list);
  return Array.isArray(parameters) ? parameters.map((_, index) => `${list}/${index}`) : [];
}

function readOne(source: OperationSource, place: string): readonly ReadParameter[] {
  const { document, mistakes } = source;
  const target = follow(document, place);
  const node = at(document, target);
  if (!isRecord(node) || typeof node.name !== 'string' || node.name === '')
    return mistakes.stop(place, 'A parameter needs a name.');
  const schemaPlace = follow(document, `${target}/schema`);
  const schema = at(document, schemaPlace);
  if (!isRecord(schema)) return mistakes.stop(place, `The parameter ${node.name} needs a schema with a type.`);
  if (schema.type !== 'object') return [readPart(source, { place, target, node, name: node.name, schemaPlace })];
  const brackets = node.style === 'deepObject';
  if (!brackets && node.explode === false)
    return mistakes.stop(
      place,
      `${node.name} is an object in one text, which is not understood. Use style: deepObject, or explode it.`,
    );
  return Object.keys(isRecord(schema.properties) ? schema.properties : {}).map((member) => {
    const inner = `${schemaPlace}/properties/${escapeToken(member)}`;
    const name = brackets ? `${node.name}[${member}]` : member;
    const described = { ...node, ...(at(document, inner) as Node) };
    return readPart(source, {
      place: `${place}/schema/properties/${escapeToken(member)}`,
      target: inner,
      node: described,
      name,
      schemaPlace: follow(document, inner),
    });
  });
}

type Part = {
  readonly place: string;
  readonly target: string;
  readonly node: Node;
  readonly name: string;
  readonly schemaPlace: string;
};

function readPart(source: OperationSource, { place, target, node, name, schemaPlace }: Part): ReadParameter {
  const { document, mistakes } = source;
  const schema = at(document, schemaPlace) as Node;
  // What is never tried, or always the same, need not be understood.
  const isFixed = 'x-unmodelled' in node || 'x-tenant' in node || node.in === 'path';
  const [type = isFixed && hasForms(schema) ? 'string' : ''] = typesIn(schema);
  if (type === '' && hasForms(schema))
    return mistakes.stop(place, `${name} has several forms. Keep the one that is to be understood.`);
  if (!TYPES.includes(type) || type === 'object')
    return mistakes.stop(
      place,
      `The type of ${name} must be one of string, integer, number, boolean, array; not ${JSON.stringify(schema.type) ?? 'missing'}.`,
    );
  const items = at(document, follow(document, `${schemaPlace}/items`));
  const single = type === 'array' ? (isRecord(items) ? items : {}) : schema;
  const where = node.in as Parameter['in'];
  const style = typeof node.style === 'string' ? node.style : where === 'query' ? 'form' : 'simple';
  const exploded = typeof node.explode === 'boolean' ? node.explode : style === 'form' || style === 'deepObject';
  if (type === 'array' && style === 'deepObject' && !('x-unmodelled' in node))
    return mistakes.stop(
      place,
      `${name} is an array, for which deepObject has no meaning. Name it ${name}[], or as it stands in the query, without the style.`,
    );
  if (type === 'array' && where === 'query' && !exploded && SEPARATORS[style] === undefined)
    return mistakes.stop(
      place,
      `${name} has the style ${style}; arrays are understood as form, spaceDelimited or pipeDelimited.`,
    );
  const parameter: Parameter = {
    name,
    in: where,
    type: type as Parameter['type'],
    valueType: (typesIn(single)[0] ?? 'string') as Parameter['valueType'],
    separator: exploded ? 'repeat' : (SEPARATORS[style] ?? ','),
    allowed: (withoutNull(single.enum) ?? ('const' in single ? [single.const] : [])) as Parameter['allowed'],
    required: node.required === true || where === 'path',
    unmodelled: 'x-unmodelled' in node,
    clauses: source.cite.concerning(clausesOn(at(document, target))),
    ...pick(single, ['minimum', 'maximum', 'format', 'pattern', 'minLength', 'maxLength']),
    ...pick(schema, ['default']),
    ...exampleOf(document, target, node, schema),
  };
  checkValues(source, parameter, schemaPlace);
  const filter = readFilter(source, parameter, node, place);
  return { parameter, place, node, ...(filter === undefined ? {} : { filter }) };
}

function hasForms({ anyOf, oneOf }: Node): boolean {
  return Array.isArray(anyOf) || Array.isArray(oneOf);
}

/** null is no value that a parameter can be given. */
function withoutNull(values: unknown): readonly unknown[] | undefined {
  return Array.isArray(values) ? values.filter((value) => value !== null) : undefined;
}

/** The types of a schema beside null. */
function typesIn(schema: Node): readonly string[] {
  return ([schema.type].flat() as readonly unknown[]).map(String).filter((each) => TYPES.includes(each));
}

function pick(node: Node, names: readonly string[]): object {
  return Object.fromEntries(names.filter((name) => name in node).map((name) => [name, node[name]]));
}

/** The first example, as the text that is sent. */
function exampleOf(document: unknown, target: string, node: Node, schema: Node): { readonly example?: string } {
  const [first] = isRecord(node.examples) ? Object.keys(node.examples) : [];
  const named =
    first === undefined
      ? undefined
      : at(document, `${follow(document, `${target}/examples/${escapeToken(first)}`)}/value`);
  const example =
    node.example ?? named ?? schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined);
  return example === undefined || typeof example === 'object' ? {} : { example: String(example) };
}
