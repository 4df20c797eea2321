// Reads one OpenAPI document: what it lists, what its errors look like, and what of it is left out.
import { basename } from 'node:path';
import { checkDocument } from '../check/check-document.ts';
import type { Clause, Register } from '../meaning/clause.ts';
import type { Credential } from '../meaning/credential.ts';
import type { ErrorShape } from '../meaning/error-shape.ts';
import type { Operation } from '../meaning/operation.ts';
import type { RateLimit } from '../meaning/rate-limit.ts';
import { clausesElsewhere } from '../read/citation.ts';
import { ignoredWords } from '../read/ignored-words.ts';
import { readErrorShape } from '../read/read-error.ts';
import { readOperation } from '../read/read-operation.ts';
import { readRateLimit } from '../read/read-rate-limit.ts';
import { documentKey } from '../schema/document-key.ts';
import type { SampleHeader } from '../schema/header-rules.ts';
import { at, escapeToken, isRecord } from '../schema/pointer.ts';
import { checkShape, circleIn } from '../words/check-shape.ts';
import { checkReferences, reachedFrom } from '../words/references.ts';
import { checkWords } from '../words/words.ts';
import { createAjv } from './create-ajv.ts';
import type { ApiName, DocumentSource, Node, SchemaCompiler } from './document-source.ts';
import { createMistakes, type Mistakes } from './mistakes.ts';
import type { SourceFile } from './read-file.ts';
import { namedRegister } from './read-register.ts';
import { withoutMistaken } from './without-mistaken.ts';

/** One vendor's document, read. */
export type ContractDocument = {
  /** The file's name. */
  readonly name: string;
  /** The vendor, for options and files, and for people. */
  readonly api: string;
  readonly title: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly operations: readonly Operation[];
  readonly error: ErrorShape;
  /** The headers that every documented reply has, each with a value that it may have. */
  readonly headers: readonly SampleHeader[];
  readonly rateLimit?: RateLimit;
  readonly register: Register;
  readonly credentials: readonly Credential[];
  /** Validates any part of the document by its JSON Pointer. */
  readonly validator: (pointer: string) => ((value: unknown) => string | undefined) | undefined;
  /** What is no list, a word where it says nothing, or a word or format of others: not understood, and not needed. */
  readonly leftOut: readonly string[];
  /** The build has checked the document: it is one of this package's own. */
  readonly checked: boolean;
};

/** Reads a document. Throws a ContractError with every mistake in it. */
export function readContractDocument(
  file: SourceFile,
  name: string,
  registerOf: (name: string) => Register,
): ContractDocument {
  const mistakes = createMistakes(file.name, file.lineOf);
  const document = file.value;
  if (!isRecord(document) || !/^3\.[12](\.\d+)?$/.test(String(document.openapi)))
    mistakes.add(
      isRecord(document) && 'openapi' in document ? '/openapi' : '',
      'This is no OpenAPI 3.1 document. Convert an older one first: "openapi: 3.1.0", "nullable" as a type, exclusive bounds as numbers.',
    );
  const circle = circleIn(document);
  if (circle !== undefined) mistakes.add(circle, 'The alias leads to what it stands in. Use a $ref instead.');
  mistakes.settle();
  if (file.checked !== true) {
    checkShape(document, mistakes);
    checkReferences(document, mistakes);
  }
  const named = namedRegister(document as Node, registerOf, mistakes);
  const foreignWords = file.checked === true ? [] : checkWords(document, { clauses: named, mistakes });
  // What is wrong at the root concerns every operation: they are read as if it were not there.
  const root = withoutMistaken(document as Node, mistakes);
  const stated = root['x-api'] as Partial<ApiName> | undefined;
  const api = apiOf(stated, name, root);
  const derived = named instanceof Map ? undefined : new Map<string, Clause>();
  const { ajv, formats } = createAjv(root, name);
  const register: Register = named instanceof Map ? named : (derived ?? new Map());
  const checked = file.checked === true;
  const source: DocumentSource = { name, api, document: root, ajv, checked, register, mistakes };

  const { lists, others } = operationsOf(root);
  for (const { method, path } of others)
    if (isRecord(at(root, `/paths/${escapeToken(path)}/${method}/x-list`)))
      mistakes.add(
        `/paths/${escapeToken(path)}/${method}/x-list`,
        `x-list stands on ${method.toUpperCase()}. Only a GET lists rows.`,
      );
  if (lists.length === 0 && !mistakes.touch(['/paths']))
    mistakes.add(
      '/paths',
      'No operation has x-list, so there is nothing to serve or judge. Put it on a GET that lists rows.',
    );
  // A part in which a word or a reference is wrong is not read any further: its mistakes would only follow from those.
  const sound = lists.filter((pointer) => {
    const inherited = `${pointer.slice(0, pointer.lastIndexOf('/'))}/parameters`;
    return !mistakes.touch([...reachedFrom(root, pointer), ...reachedFrom(root, inherited)]);
  });
  const error = readErrorShape(source, sound);
  const basePath = basePathOf(root, mistakes);
  const read = sound.flatMap((pointer) => readOperation(source, { pointer, error, basePath, derived }) ?? []);
  const rateLimit = readRateLimit(source, read);
  const shared = rateLimit === undefined ? {} : { rateLimit };
  const operations = read.map((each) => ({ ...each, ...shared, elsewhere: clausesElsewhere(each, read) }));
  if (!checked && operations.length === lists.length) checkDocument(source, operations);
  mistakes.settle();
  return {
    name,
    api: api.name,
    title: api.title,
    document: root,
    checked,
    operations,
    error,
    headers: commonHeaders(operations),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    register: source.register,
    credentials: operations.flatMap(credentialsOf),
    validator: (pointer) => validatorOf(ajv, name, pointer),
    leftOut: [
      ...others.map(({ method, path }) => `${method.toUpperCase()} ${path} has no x-list`),
      ...new Set(checked ? [] : operations.flatMap((operation) => ignoredWords(root, operation))),
      ...foreignWords.map((word) => `${word} is a word of others`),
      ...(checked ? [] : formats()).map((format) => `the format ${format} is not checked`),
    ],
  };
}

function apiOf(stated: Partial<ApiName> | undefined, name: string, { info }: Node): ApiName {
  const fallback =
    basename(name)
      .replace(/\.\w+$/, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+/, '') || 'api';
  const title = isRecord(info) && typeof info.title === 'string' ? info.title : fallback;
  return {
    name: stated?.name ?? fallback,
    title: stated?.title ?? title,
    ...(stated?.facts === undefined ? {} : { facts: stated.facts }),
    ...(stated?.additive === undefined ? {} : { additive: stated.additive }),
  };
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The pointers of the operations that list rows, and all others. */
function operationsOf(root: Node): { readonly lists: string[]; readonly others: { method: string; path: string }[] } {
  const lists: string[] = [];
  const others: { method: string; path: string }[] = [];
  for (const [path, item] of Object.entries(isRecord(root.paths) ? root.paths : {})) {
    for (const method of METHODS.filter((each) => isRecord(item) && isRecord(item[each]))) {
      const pointer = `/paths/${escapeToken(path)}/${method}`;
      if (isRecord(at(root, `${pointer}/x-list`)) && method === 'get') lists.push(pointer);
      else others.push({ method, path });
    }
  }
  return { lists, others };
}

/** The path of the first server, which stands before every path of the document. */
function basePathOf({ servers }: Node, mistakes: Mistakes): string {
  const [first] = Array.isArray(servers) ? servers : [];
  if (!isRecord(first) || typeof first.url !== 'string') return '';
  const variables = isRecord(first.variables) ? first.variables : {};
  const url = first.url.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    String(at(variables, `/${escapeToken(name)}/default`) ?? name),
  );
  try {
    return new URL(url, 'http://server').pathname.replace(/\/+$/, '');
  } catch {
    mistakes.add('/servers/0/url', `${url} is no URL.`);
    return '';
  }
}

/** The credentials of an operation, in the order in which they are shown: whose rows, the keys, and whose rows not. */
function credentialsOf({ security, tenants }: Operation): readonly Credential[] {
  const keys = security.alternatives.flatMap(({ scheme }) => Object.values(scheme.credentials));
  return [...tenants.map(({ own }) => own), ...keys, ...tenants.flatMap(({ foreign }) => foreign ?? [])];
}

function validatorOf(ajv: SchemaCompiler, name: string, pointer: string): ReturnType<ContractDocument['validator']> {
  const validate = ajv.getSchema(`${documentKey(name)}#${encodeURI(pointer)}`);
  if (validate === undefined) return undefined;
  return (value) =>
    validate(value) ? undefined : ajv.errorsText(validate.errors?.slice(0, 1) ?? null, { dataVar: 'row' });
}

/** The headers that all replies of all operations have. */
function commonHeaders(operations: readonly Operation[]): readonly SampleHeader[] {
  const [first = [], ...others] = operations.flatMap(({ statuses, reply }) =>
    statuses.map((status) => reply(status)?.headers ?? []),
  );
  return first.filter(({ name }) =>
    others.every((headers) => headers.some((each) => each.name.toLowerCase() === name.toLowerCase())),
  );
}
