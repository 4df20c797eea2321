// Reads how a document says no: where the parts of an error stand, and the body that is built from its error schema.

import type { DocumentSource, Node } from '../load/document-source.ts';
import {
  type ErrorParts,
  type ErrorPointers,
  type ErrorShape,
  type RequestId,
  UNDOCUMENTED,
} from '../meaning/error-shape.ts';
import { documentKey } from '../schema/document-key.ts';
import { minimalValue } from '../schema/minimal-value.ts';
import { at, isRecord, withValue } from '../schema/pointer.ts';
import { follow, jsonSchemaOf, leadsTo, schemasAt } from '../schema/schema-tree.ts';

const CODES = {
  'unknown-path': 'not_found',
  'wrong-method': 'method_not_allowed',
  'malformed-request': 'bad_request',
  'internal-error': 'internal_error',
} as const;

/** The error shape of a document whose error replies have this schema; undefined where none is documented. */
export function readErrorShape(source: DocumentSource, operations: readonly string[]): ErrorShape {
  const { document, mistakes } = source;
  const schema = errorSchema(document, operations);
  const stated = (document['x-error'] ?? usualPointers(document, schema)) as ErrorPointers;
  for (const [part, pointer] of Object.entries(stated)) {
    if (schema === undefined || leadsTo(document, schema, pointer)) continue;
    mistakes.add(`/x-error/${part}`, `The error schema #${schema} has no member at ${pointer}.`);
  }
  const requestId = readRequestId(source, schema);
  const codes = (document['x-undocumented'] ?? {}) as Readonly<Record<string, string>>;
  const undocumented = Object.fromEntries(
    UNDOCUMENTED.map((situation) => [
      situation,
      stated.code === undefined ? undefined : (codes[situation] ?? CODES[situation]),
    ]),
  ) as ErrorShape['undocumented'];
  const shape: ErrorShape = {
    ...stated,
    ...(requestId === undefined ? {} : { requestId }),
    undocumented,
    body: (parts, least = schema === undefined ? {} : minimalValue(document, schema)) =>
      bodyOf({ ...stated, requestId: requestId?.body }, least, parts),
  };
  if (schema !== undefined && !source.checked) checkBodies(source, schema, shape);
  return shape;
}

/** Where a message usually stands, for the mock to say something in an error of a document that does not say where. */
const USUAL_MESSAGES = ['/message', '/error/message', '/error_description', '/detail', '/title', '/error'];

function usualPointers(document: unknown, schema: string | undefined): ErrorPointers {
  const message = schema === undefined ? undefined : messagePlace(document, schema);
  return message === undefined ? {} : { message };
}

/** Where a response of this schema has its message, where the document says of none or of one that errors have; null for nowhere. */
export function messageIn(document: Node, schema: string): { readonly messageAt?: string | null } {
  const stated = document['x-error'];
  if (!isRecord(stated)) return { messageAt: messagePlace(document, schema) ?? null };
  // The document says where the parts of its errors stand, and names no message.
  if (typeof stated.message !== 'string') return {};
  return { messageAt: messagePlace(document, schema, stated.message) ?? null };
}

/** Where an error of this schema has room for any message: where all errors have it (`stated`), or else where it usually stands. */
function messagePlace(document: unknown, schema: string, stated?: string): string | undefined {
  const nodesAt = (pointer: string) =>
    schemasAt(document, schema, pointer).map((place) => (at(document, follow(document, place)) ?? {}) as Node);
  const isFixed = (node: Node) => 'const' in node || 'enum' in node;
  if (stated !== undefined) return nodesAt(stated).some(isFixed) ? undefined : stated;
  return USUAL_MESSAGES.find((pointer) => nodesAt(pointer).some((node) => node.type === 'string' && !isFixed(node)));
}

/** The schema of the errors: that of the default response, else of the first status that is an error. */
function errorSchema(document: unknown, operations: readonly string[]): string | undefined {
  const found = operations.flatMap((pointer) => {
    const responses = at(document, `${pointer}/responses`);
    const statuses = Object.keys(isRecord(responses) ? responses : {}).filter(
      (status) => status === 'default' || /^[45]/.test(status),
    );
    return statuses
      .sort((one, other) => Number(other === 'default') - Number(one === 'default'))
      .flatMap((status) => jsonSchemaOf(document, follow(document, `${pointer}/responses/${status}`)) ?? []);
  });
  return found[0];
}

function readRequestId({ document, mistakes }: DocumentSource, schema: string | undefined): RequestId | undefined {
  const stated = document['x-request-id'] as { header: string; body?: string; example?: string } | undefined;
  if (stated === undefined) return undefined;
  if (stated.body !== undefined && schema !== undefined && !leadsTo(document, schema, stated.body))
    mistakes.add('/x-request-id/body', `The error schema #${schema} has no member at ${stated.body}.`);
  return { ...stated, example: stated.example ?? 'req_0000000000000000' };
}

/** The error schema's least value, with the parts put where they stand. */
function bodyOf(
  pointers: ErrorPointers & { readonly requestId?: string | undefined },
  least: unknown,
  parts: ErrorParts,
): unknown {
  const { code, message, messageAt, details } = parts;
  const body: Node = isRecord(least) ? structuredClone(least) : {};
  if (pointers.code === undefined && pointers.message === undefined && Object.keys(body).length === 0)
    return { message };
  const values: [string | undefined, unknown][] = [
    [pointers.code, code],
    [messageAt === undefined ? pointers.message : (messageAt ?? undefined), message],
    [pointers.requestId, parts.requestId],
    [pointers.details, details],
  ];
  for (const [pointer, value] of values)
    if (pointer !== undefined && value !== undefined) withValue(body, pointer, value);
  return body;
}

/** What the mock would answer outside of every operation keeps the error schema, or the document is mistaken. */
function checkBodies({ ajv, name, mistakes, document }: DocumentSource, schema: string, shape: ErrorShape): void {
  const validate = mistakes.attempt(() => compileAt(ajv, name, schema));
  if (validate === undefined) return;
  for (const situation of UNDOCUMENTED) {
    const body = shape.body({
      code: shape.undocumented[situation],
      message: 'A sentence.',
      requestId: shape.requestId?.example ?? '',
    });
    if (validate(body)) continue;
    const [error] = validate.errors ?? [];
    const place = 'x-undocumented' in document ? `/x-undocumented/${situation}` : '/x-error';
    mistakes.add(
      place,
      `The mock's answer to ${situation} does not keep the error schema #${schema}: ${error?.instancePath} ${error?.message}. Say in x-undocumented which code it has.`,
    );
    return;
  }
}

function compileAt(ajv: DocumentSource['ajv'], name: string, pointer: string) {
  try {
    return ajv.getSchema(`${documentKey(name)}#${encodeURI(pointer)}`);
  } catch {
    return undefined;
  }
}
