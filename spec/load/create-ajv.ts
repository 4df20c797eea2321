// The ajv of one document: it knows the vocabulary, the formats and the document, and refuses any other keyword.
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { documentKey } from '../schema/document-key.ts';
import { addFormats } from '../schema/formats.ts';
import { ajvPackage } from '../schema/load-on-demand.ts';
import { once } from '../schema/once.ts';
import { vocabulary } from '../words/vocabulary.ts';
import type { Node, SchemaCompiler } from './document-source.ts';

/** Members of an OpenAPI document and its schemas that are no keywords of JSON Schema. */
const DOCUMENT_MEMBERS = [
  'openapi',
  'info',
  'servers',
  'security',
  'tags',
  'paths',
  'components',
  'webhooks',
  'externalDocs',
  'jsonSchemaDialect',
];
const SCHEMA_MEMBERS = ['example', 'discriminator', 'xml'];

/** The compiler of a document's schemas, and the formats that it does not check. */
type DocumentAjv = { readonly ajv: SchemaCompiler; readonly formats: () => readonly string[] };

/** An ajv that knows the document, and refuses a keyword that it does not know; made when it is first asked. */
export function createAjv(root: Node, name: string): DocumentAjv {
  const made = once(() => makeAjv(root, name));
  return {
    ajv: {
      getSchema: (pointer) => made().ajv.getSchema(pointer),
      errorsText: (errors, options) => made().ajv.errorsText(errors, options),
    },
    formats: () => made().formats,
  };
}

function makeAjv(root: Node, name: string): { readonly ajv: Ajv2020; readonly formats: readonly string[] } {
  const { Ajv2020 } = ajvPackage();
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    // The schemas are compiled at every start and run a few hundred times: compiling is what costs.
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats(ajv);
  const used = namesIn(root);
  // The document is added to ajv whole, so that every $ref in it resolves: its own members are no schema keywords.
  const words = [...used.words].filter((word) => !Object.hasOwn(vocabulary, word));
  ajv.addVocabulary([...Object.keys(vocabulary), ...words, ...DOCUMENT_MEMBERS, ...SCHEMA_MEMBERS]);
  const formats = [...used.formats].filter((format) => ajv.formats[format] === undefined);
  for (const format of formats) ajv.addFormat(format, true);
  ajv.addSchema(root, documentKey(name));
  return { ajv, formats };
}

/** The x- words and the formats that stand anywhere in a document. */
function namesIn(root: unknown): { readonly words: ReadonlySet<string>; readonly formats: ReadonlySet<string> } {
  const [words, formats] = [new Set<string>(), new Set<string>()];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('x-')) words.add(key);
      if (key === 'format' && typeof value === 'string') formats.add(value);
      visit(value);
    }
  };
  visit(root);
  return { words, formats };
}
