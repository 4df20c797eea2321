// Bad cursors that do not count as none.
import { placeParameter } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import { nextOf } from '../ledger.ts';
import { refusing, withNext, withRows } from '../rewrite.ts';
import { changing, type Maker, pick, type Target } from '../what.ts';

const bad: Target = 'bad cursor';

/** The call without its cursor, and with other parameters. */
function withoutCursor(asked: Asked, change: (query: URLSearchParams) => void = () => undefined): Asked['call'] {
  const query = new URLSearchParams(asked.query);
  query.delete(placeParameter(asked.scene.operation.list.paging) ?? '');
  change(query);
  return { ...asked.call, query: query.toString() };
}

const onCursor =
  (says: string, change: Parameters<typeof changing>[0]): Maker =>
  () => ({ says, target: bad, start: changing(change) });

export const cursorWhats: readonly Maker[] = [
  onCursor('it is refused with 400', (asked, reply) => refusing(asked, reply, 400, 'INVALID_CURSOR')),
  onCursor('it is refused with 422', (asked, reply) => refusing(asked, reply, 422, 'VALIDATION')),
  onCursor('it breaks with 500', (asked, reply) => refusing(asked, reply, 500, 'INTERNAL')),
  onCursor('it gives an empty page', (asked, reply) => withNext(asked, withRows(asked, reply, []), null)),
  onCursor('it gives the second page', (asked, reply, again) => {
    const place = placeParameter(asked.scene.operation.list.paging) ?? '';
    const next = nextOf(asked.scene, reply);
    return next === undefined ? reply : again(withoutCursor(asked, (query) => query.set(place, next)));
  }),
  ({ operation }, random) => {
    const filter = pick(operation.filters, random);
    if (filter === undefined) return undefined;
    const { name } = filter;
    return {
      says: `it gives the first page without ${name}`,
      target: bad,
      filter: name,
      start: changing((asked, _reply, again) => again(withoutCursor(asked, (query) => query.delete(name)))),
    };
  },
  ({ operation }) => {
    const { paging, size } = operation.list;
    const name = paging.limit;
    if (name === undefined || size === undefined) return undefined;
    return {
      says: 'it gives a first page of another size',
      target: bad,
      start: changing((asked, _reply, again) => {
        const other = asked.size === size.default ? Math.ceil(size.default / 2) : size.default;
        return again(withoutCursor(asked, (query) => query.set(name, String(other))));
      }),
    };
  },
];
