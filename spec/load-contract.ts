// Reads the contract once: parses, checks every word, compiles every schema, and refuses what it does not understand.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { checkNames } from './check-names.ts';
import { type Register, readRegister } from './clause.ts';
import { ContractError } from './contract-error.ts';
import { addFormats } from './formats.ts';
import type { Api, Operation } from './operation.ts';
import { readOperation } from './read-operation.ts';
import { vocabulary } from './vocabulary.ts';
import { checkWords } from './words.ts';

/** One vendor's document, read. */
export type Contract = {
  readonly api: Api;
  readonly document: Readonly<Record<string, unknown>>;
  readonly operations: readonly Operation[];
  /** JSON Pointers of code and message in every error body. */
  readonly error: { readonly code: string; readonly message: string };
};

/** Both contracts and the register of clauses. */
export type Contracts = { readonly layers: Contract; readonly klayrai: Contract; readonly register: Register };

/** Reads both documents from beside this file. Throws a ContractError with a pointer and advice. */
export function loadContracts(): Contracts {
  const register = readRegister(parseDocument('clauses.yaml'));
  const ajv = createAjv();
  return {
    layers: readContract('layers', parseDocument('layers.yaml'), register, ajv),
    klayrai: readContract('klayrai', parseDocument('klayrai.yaml'), register, ajv),
    register,
  };
}

/** The build leaves the parsed documents beside the loader, for reading YAML takes longer than all the rest of a start. */
function parseDocument(name: string): unknown {
  const parsed = new URL(name.replace(/yaml$/, 'json'), import.meta.url);
  if (existsSync(parsed)) return JSON.parse(readFileSync(parsed, 'utf8'));
  try {
    return parse(readFileSync(new URL(name, import.meta.url), 'utf8'), { maxAliasCount: 0 });
  } catch (cause) {
    throw new ContractError(name, '', `The file is not readable YAML: ${(cause as Error).message}`, { cause });
  }
}

/** Reads one parsed OpenAPI document. */
export function readContract(api: Api, document: unknown, register: Register, ajv = createAjv()): Contract {
  const name = `${api}.yaml`;
  checkWords(ajv, name, document, register);
  const source = document as Record<string, unknown>;
  const error = source['x-error'] as Contract['error'] | undefined;
  if (error === undefined)
    throw new ContractError(name, '', 'The document needs x-error: where code and message stand.');
  ajv.addSchema(source, name);
  const paths = Object.entries((source.paths ?? {}) as Record<string, Record<string, unknown>>);
  const operations = paths.flatMap(([path, item]) =>
    Object.keys(item).map((method) => readOperation({ api, name, ajv, document: source, register, path, method })),
  );
  checkNames(name, source, operations);
  return { api, document: source, operations, error };
}

/** An ajv that knows the vocabulary and the formats, and refuses any other word. */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    // The schemas are compiled at every start and run a few hundred times: compiling is what costs.
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats(ajv);
  // The document is added to ajv whole, so that every $ref in it resolves: its own members are no schema keywords.
  ajv.addVocabulary([...Object.keys(vocabulary), ...DOCUMENT_MEMBERS, 'example']);
  return ajv;
}

const DOCUMENT_MEMBERS = ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components'];
