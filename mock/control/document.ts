// The OpenAPI document of the control plane: it is served, and drives its routes, its validation and its types.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { at, follow, isRecord, once, readFile } from '../../spec/index.ts';
import type { operations } from './generated/openapi.ts';

export type OperationId = keyof operations;

type Node = Readonly<Record<string, unknown>>;

/** One operation of the control plane. */
export type ControlOperation = {
  readonly id: OperationId;
  readonly method: string;
  /** The segments of its path behind the prefix; those in braces are parameters. */
  readonly segments: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Node }[];
  /** The schema of the body; undefined where there is none. */
  readonly body: { readonly schema: Node; readonly required: boolean } | undefined;
};

/** The document; parsed by the build, or else from its text. */
export const controlDocument = once((): Node => {
  const parsed = new URL('openapi.json', import.meta.url);
  const value = existsSync(parsed)
    ? JSON.parse(readFileSync(parsed, 'utf8'))
    : readFile(fileURLToPath(new URL('openapi.yaml', import.meta.url))).value;
  if (!isRecord(value)) throw new Error('The document of the control plane is no object.');
  return value;
});

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** All operations of the document. */
export const controlOperations = once((): readonly ControlOperation[] => {
  const document = controlDocument();
  const paths = isRecord(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = isRecord(item) ? item[method] : undefined;
      if (!isRecord(item) || !isRecord(operation)) return [];
      const stated = [...listOf(item.parameters), ...listOf(operation.parameters)];
      const parameters = stated.map((each) => resolved(document, each)) as unknown as ControlOperation['parameters'];
      const body = isRecord(operation.requestBody) ? operation.requestBody : undefined;
      const schema = at(body, '/content/application~1json/schema');
      return [
        {
          id: operation.operationId as OperationId,
          method: method.toUpperCase(),
          segments: path.split('/').slice(1),
          parameters,
          body: isRecord(schema) ? { schema, required: body?.required === true } : undefined,
        },
      ];
    }),
  );
});

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function resolved(document: Node, node: unknown): Node {
  const reference = isRecord(node) ? node.$ref : undefined;
  const found = typeof reference === 'string' ? at(document, follow(document, reference.slice(1))) : node;
  return isRecord(found) ? found : {};
}
