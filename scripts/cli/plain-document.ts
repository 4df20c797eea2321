// An OpenAPI document without x- words and conditionals, for generators that stumble over them.
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

/**
 * How a map is read. An object has members that OpenAPI or JSON Schema defines; names are chosen by an author, each for
 * an object; components and responses are maps of their own kind; data belongs to nobody.
 */
type Kind = 'object' | 'names' | 'components' | 'responses' | 'data';

const CONDITIONALS: ReadonlySet<string> = new Set(['if', 'then', 'else']);

/** What stands under these members of an object; under any other stands an object. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['components', 'components'],
  ['responses', 'responses'],
  ['properties', 'names'],
  ['patternProperties', 'names'],
  ['dependentSchemas', 'names'],
  ['$defs', 'names'],
  ['headers', 'names'],
  ['content', 'names'],
  ['encoding', 'names'],
  ['links', 'names'],
  ['callbacks', 'names'],
  ['webhooks', 'names'],
  ['variables', 'names'],
  ['examples', 'names'],
  ['dependentRequired', 'data'],
  ['mapping', 'data'],
  ['scopes', 'data'],
  ['security', 'data'],
  ['example', 'data'],
  ['default', 'data'],
  ['const', 'data'],
  ['enum', 'data'],
  ['value', 'data'],
]);

/**
 * The text of a YAML document without x- words, without `if`, `then` and `else`, and without the entries of `allOf` that
 * held nothing else; an `allOf` of one entry and nothing beside it becomes that entry. Order and comments stay, and so do
 * names and data that begin with x-.
 */
export function plainDocument(source: string): string {
  const document = parseDocument(source);
  strip(document.contents, 'object');
  return document.toString({ lineWidth: 0 });
}

function strip(node: unknown, kind: Kind): void {
  if (kind === 'data') return;
  if (isSeq(node)) for (const item of node.items) strip(item, 'object');
  if (!isMap(node)) return;
  if (kind !== 'names') node.items = node.items.filter((pair) => !isExtra(nameOf(pair), kind));
  for (const pair of node.items) strip(pair.value, kindUnder(pair, kind));
  if (kind === 'object') node.items = withoutEmptyAllOf(node);
}

function isExtra(name: string, kind: Kind): boolean {
  return name.startsWith('x-') || (kind === 'object' && CONDITIONALS.has(name));
}

function kindUnder(pair: Pair, kind: Kind): Kind {
  if (kind === 'components') return 'names';
  if (kind !== 'object') return 'object';
  const under = KINDS.get(nameOf(pair)) ?? 'object';
  // The examples of a schema are a list of data; those of a parameter or a reply have names.
  return nameOf(pair) === 'examples' && isSeq(pair.value) ? 'data' : under;
}

/** The members of a schema whose `allOf` has lost entries. One entry and nothing beside it is the schema itself. */
function withoutEmptyAllOf(schema: YAMLMap): Pair[] {
  const allOf = schema.get('allOf');
  if (!isSeq(allOf)) return schema.items;
  allOf.items = allOf.items.filter((entry) => !isMap(entry) || entry.items.length > 0);
  if (allOf.items.length === 0) return schema.items.filter((pair) => nameOf(pair) !== 'allOf');
  const [entry] = allOf.items;
  return isMap(entry) && allOf.items.length === 1 && schema.items.length === 1 ? entry.items : schema.items;
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}
