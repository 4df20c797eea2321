// For tests: whether a reply of the control plane is as its document says for the operation and the status.
import { createRequire } from 'node:module';
import { at, follow, isRecord } from '../../spec/index.ts';
import type { ControlReply } from './control-plane.ts';
import { controlDocument, controlOperations, type OperationId } from './document.ts';

const require = createRequire(import.meta.url);

/** Tells what is wrong with a reply; undefined where nothing is. */
export type ReplyJudge = (
  id: OperationId | undefined,
  reply: Pick<ControlReply, 'status' | 'body'>,
) => string | undefined;

/** Compiles the document's schemas. */
export function judgeReplies(): ReplyJudge {
  const { Ajv2020 }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js');
  const formats: typeof import('ajv-formats') = require('ajv-formats');
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv, ['date-time']);
  const document = controlDocument();
  ajv.addSchema({ ...document, $id: 'control' });
  const error = '/components/schemas/Error';
  return (id, { status, body }) => {
    const response = id === undefined ? undefined : responseOf(id, status);
    if (response === undefined && status < 400) return `${id} has no ${status}`;
    const content = response === undefined ? undefined : `${response}/content/application~1json/schema`;
    const hasBody = content !== undefined && at(document, content) !== undefined;
    if (response !== undefined && !hasBody) return body === undefined ? undefined : `${id} has no body with ${status}`;
    const validate = ajv.getSchema(`control#${encodeURI(content ?? error)}`);
    if (validate === undefined) return `${content} is no schema`;
    return validate(body) ? undefined : `${id} ${status}: ${ajv.errorsText(validate.errors)}`;
  };

  /** The pointer to the response of an operation; undefined where the document has none with this status. */
  function responseOf(id: OperationId, status: number): string | undefined {
    const paths = isRecord(document.paths) ? document.paths : {};
    for (const [path, item] of Object.entries(paths)) {
      const method = Object.entries(isRecord(item) ? item : {}).find(
        ([, operation]) => isRecord(operation) && operation.operationId === id,
      )?.[0];
      const place = `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${status}`;
      if (method !== undefined) return at(document, place) === undefined ? undefined : follow(document, place);
    }
    return undefined;
  }
}

/** The operation that a method and the segments of a path are. */
export function operationOf(method: string, path: string): OperationId | undefined {
  const segments = path.split('/').slice(1);
  return controlOperations().find(
    (each) =>
      each.method === method &&
      each.segments.length === segments.length &&
      each.segments.every((own, place) => (own.startsWith('{') ? segments[place] !== '' : own === segments[place])),
  )?.id;
}
