// The headers that the contract requires of a reply, put together once for each status.
import { type ContractDocument, cached, type Operation } from '../../spec/index.ts';

/** Headers, and the one among them that tells the id of the request. */
type Required = { readonly fixed: Readonly<Record<string, string>>; readonly requestId: string | undefined };

/** The media type that every reply has where the contract names no other. */
const USUAL_TYPE = 'application/json';

const known = new WeakMap<object, Map<number, Required>>();

/** The headers of a reply: those of its status, else those that every reply has. */
export function standardHeaders(
  document: ContractDocument,
  status: number,
  requestId: string,
  operation?: Operation,
): Record<string, string> {
  const holder = operation ?? document;
  const byStatus = cached(known, holder, () => new Map<number, Required>());
  const required = cached(byStatus, status, () => requiredHeaders(document, status, operation));
  return required.requestId === undefined
    ? { ...required.fixed }
    : { [required.requestId]: requestId, ...required.fixed };
}

function requiredHeaders(
  { error, headers }: ContractDocument,
  status: number,
  operation: Operation | undefined,
): Required {
  const reply = operation?.statuses.includes(status) === true ? operation.reply(status) : undefined;
  const own = reply?.headers;
  const named = error.requestId?.header;
  const isId = (name: string) => name.toLowerCase() === named?.toLowerCase();
  const all = own ?? headers;
  const fixed = Object.fromEntries(all.filter(({ name }) => !isId(name)).map(({ name, value }) => [name, value]));
  const type = reply?.mediaType ?? USUAL_TYPE;
  if (type !== USUAL_TYPE && !type.includes('*')) fixed['Content-Type'] = type;
  return { fixed, requestId: all.find(({ name }) => isId(name))?.name ?? named };
}
