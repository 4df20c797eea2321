// Turns one OpenAPI operation into the Operation that mock and judge use.

import { checkOperation } from '../check/check-operation.ts';
import type { DocumentSource, Node, OperationSource } from '../load/document-source.ts';
import type { Clause } from '../meaning/clause.ts';
import type { ErrorShape } from '../meaning/error-shape.ts';
import type { Operation } from '../meaning/operation.ts';
import { at, tokensOf } from '../schema/pointer.ts';
import { jsonSchemaOf } from '../schema/schema-tree.ts';
import { citeByPointer, citeRegister, clausesOn } from './citation.ts';
import { readEnvelope } from './read-envelope.ts';
import { readList } from './read-list.ts';
import { readParameters } from './read-parameters.ts';
import { readRefusals, readReplies, readRetryAfter } from './read-replies.ts';
import { readRow, rowSchemaOf } from './read-row.ts';
import { readSecurity, readTenants } from './read-security.ts';

/** What an operation is read with, beside its document. */
type Options = {
  /** JSON Pointer to the operation. */
  readonly pointer: string;
  readonly error: ErrorShape;
  /** The path of the document's server, which stands before every path. */
  readonly basePath: string;
  /** Where the document's own statements are kept, if it has no register. */
  readonly derived: Map<string, Clause> | undefined;
};

/** Reads one operation; what cannot be understood is noted, and undefined returned where nothing else can be read. */
export function readOperation(document: DocumentSource, options: Options): Operation | undefined {
  return document.mistakes.attempt(() => read(document, options));
}

function read(document: DocumentSource, { pointer, error, basePath, derived }: Options): Operation {
  const { mistakes, register, api } = document;
  const node = at(document.document, pointer) as Node;
  const id = node.operationId;
  if (typeof id !== 'string' || id === '')
    return mistakes.stop(pointer, 'The operation needs an operationId: reports name it so.');
  const page = derived === undefined ? register.get(clausesOn(node)[0] ?? '')?.page : id;
  if (page === undefined)
    return mistakes.stop(pointer, 'The operation needs x-clause: first a clause of the page that documents it.');
  const cite =
    derived === undefined ? citeRegister(register, page, api.facts) : citeByPointer(document.name, page, derived);
  const source: OperationSource = { ...document, pointer, cite, binding: derived !== undefined, error };

  const parameters = readParameters(source);
  const body = jsonSchemaOf(document.document, `${pointer}/responses/200`);
  if (body === undefined)
    return mistakes.stop(`${pointer}/responses`, 'The operation needs a response 200 with a JSON schema.');
  const list = readList(source, node, parameters, body);
  const rowSchema = rowSchemaOf(document.document, body, list.items);
  if (rowSchema === undefined)
    return mistakes.stop(
      `${pointer}/x-list/items`,
      `The reply has no array at ${list.items === '' ? 'its root' : list.items}.`,
    );
  const row = readRow(source, rowSchema);
  const refusals = readRefusals(source);
  const replies = readReplies(source, list.items);
  const retryAfter = readRetryAfter(source, refusals['rate-limited']);
  const operation: Operation = {
    id,
    api: api.name,
    document: document.name,
    pointer,
    method: 'GET',
    path: `${basePath}${tokensOf(pointer)[1] ?? ''}`,
    summary: String(node.summary ?? id),
    page,
    facts: api.facts,
    elsewhere: new Set(),
    binding: source.binding,
    additive: api.additive === undefined ? [] : [api.additive],
    list,
    parameters: parameters.map(({ parameter }) => parameter),
    filters: parameters.flatMap(({ filter }) => filter ?? []),
    references: row.references,
    rules: row.rules,
    envelope: readEnvelope(document.document, body, list),
    rowSchema: row.schema,
    fieldValues: row.fieldValues,
    security: readSecurity(source, node),
    tenants: readTenants(source, parameters),
    error,
    refusals,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    reply: (status) => replies.get(String(status)) ?? replies.get('default'),
    statuses: [...replies.keys()].filter((status) => status !== 'default').map(Number),
  };
  // The build has checked what does not change.
  if (!source.checked) checkOperation(source, operation, parameters, body);
  return operation;
}
