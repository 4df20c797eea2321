// The least value that a schema allows: its required members, each as plain as can be.
import { at, escapeToken, isRecord } from './pointer.ts';
import { follow } from './schema-tree.ts';

/** How deep a value may be before the schema is taken to contain itself. */
const DEEPEST = 12;

/** A value of the schema at `pointer`: its example where it has one, else made of its required members. */
export function minimalValue(document: unknown, pointer: string, depth = 0): unknown {
  const here = follow(document, pointer);
  const schema = at(document, here);
  if (!isRecord(schema) || depth > DEEPEST) return null;
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if (Array.isArray(schema.enum)) return schema.enum[0];
  // What may be null says nothing by it.
  if (Array.isArray(schema.type) && schema.type.includes('null')) return null;
  const type = [schema.type].flat()[0] ?? (schema.properties === undefined ? undefined : 'object');
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((word) =>
    Array.isArray(schema[word])
      ? (word === 'allOf' ? schema[word] : schema[word].slice(0, 1)).map((_, index) => `${here}/${word}/${index}`)
      : [],
  );
  const inner = parts.map((part) => minimalValue(document, part, depth + 1));
  if (type === 'object' || inner.some(isRecord)) {
    const required = (Array.isArray(schema.required) ? schema.required : []).map(String);
    const more = Object.keys(isRecord(schema.properties) ? schema.properties : {}).filter(
      (name) => !required.includes(name),
    );
    const few = Math.max(0, Number(schema.minProperties ?? 0) - required.length);
    const members = [...required, ...more.slice(0, few)].map((name) => [
      name,
      minimalValue(document, `${here}/properties/${escapeToken(name)}`, depth + 1),
    ]);
    return Object.assign({}, ...inner.filter(isRecord), Object.fromEntries(members));
  }
  if (type === undefined && inner.length > 0) return inner[0];
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return Number(schema.minimum ?? 0);
  if (type === 'boolean') return false;
  return type === 'null' ? null : leastText(schema);
}

const LEAST_OF_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '1970-01-01T00:00:00Z',
  'iana-timezone': 'UTC',
  'iso-4217': 'EUR',
};

/** A text: the example, or what the format or a pattern without operators asks for. */
function leastText({ example, format, pattern, minLength = 0 }: Readonly<Record<string, unknown>>): string {
  if (example !== undefined) return String(example);
  const literal = typeof pattern === 'string' ? pattern.replace(/^\^|\$$/g, '').replaceAll('\\/', '/') : undefined;
  if (literal !== undefined && literal !== '' && !/[\\^$.*+?()[\]{}|]/.test(literal)) return literal;
  return (LEAST_OF_FORMAT[String(format)] ?? '-').padEnd(Number(minLength), '-');
}
