// Rewrites the body of a list: its rows, and what it says of its page.
import type { Reply } from '../../../mock/index.ts';
import { at, type PageFacts, type Row, withValue } from '../../../spec/index.ts';
import type { Asked } from './asked.ts';

/** The reply with another value where the pointer leads. */
export function withMember(reply: Reply, pointer: string, value: unknown): Reply {
  return { ...reply, body: withValue(structuredClone(reply.body), pointer, value) };
}

/** The reply with other rows, all else as it was. */
export function withRows(asked: Asked, reply: Reply, rows: readonly unknown[]): Reply {
  return withMember(reply, asked.scene.operation.list.items, rows);
}

/** The reply that says something else of its page, where it says that at all. */
export function withFact(asked: Asked, reply: Reply, fact: keyof PageFacts, turn: (value: unknown) => unknown): Reply {
  const pointer = asked.scene.operation.list.paging.tells[fact];
  return pointer === undefined ? reply : withMember(reply, pointer, turn(at(reply.body, pointer)));
}

/** The reply that leads on otherwise; null leads nowhere. */
export function withNext(asked: Asked, reply: Reply, next: string | null): Reply {
  const { paging } = asked.scene.operation.list;
  return 'next' in paging && paging.next !== undefined && 'value' in paging.next
    ? withMember(reply, paging.next.value, next)
    : reply;
}

/** The page of another list at the same place, with the numbers of that list. */
export function ofList(asked: Asked, reply: Reply, list: readonly Row[]): Reply {
  const { size, offset = 0 } = asked;
  const told = withFact(
    asked,
    withFact(asked, reply, 'total', () => list.length),
    'more',
    () => offset + size < list.length,
  );
  return withRows(asked, told, list.slice(offset, offset + size));
}

/** The call with other query parameters. */
export function asking({ call, query }: Asked, change: (query: URLSearchParams) => void): Asked['call'] {
  const changed = new URLSearchParams(query);
  change(changed);
  return { ...call, query: changed.toString() };
}

/** A refusal in the error shape of the operation. */
export function refusing({ scene }: Asked, reply: Reply, status: number, code: string): Reply {
  const { requestId } = scene.operation.error;
  const id = requestId === undefined ? 'req' : (reply.headers[requestId.header] ?? requestId.example);
  return { ...reply, status, body: scene.operation.error.body({ code, message: 'Not taken.', requestId: id }) };
}
