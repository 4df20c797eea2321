// Reads what an operation says of its list: rows, order and pages.

import type { Node, OperationSource } from '../load/document-source.ts';
import type { ListMeaning } from '../meaning/operation.ts';
import { readOrder } from '../meaning/order.ts';
import { type NextPlace, type PageFacts, type Paging, pagingParameters, type SizeBounds } from '../meaning/paging.ts';
import { clausesOn } from './citation.ts';
import { typesOf } from './member-types.ts';
import type { ReadParameter } from './read-parameters.ts';
import { readSorting } from './read-sorting.ts';
import { listHolders } from './statements.ts';

type StatedList = Pick<ListMeaning, 'resource' | 'items' | 'key'> & {
  readonly unique?: readonly string[];
  readonly paging: Node;
  readonly order?: { readonly by: readonly string[]; readonly assumed?: true; readonly 'x-clause'?: readonly string[] };
};

/** The list of an operation whose 200 has the schema at `body`. */
export function readList(
  source: OperationSource,
  node: Node,
  parameters: readonly ReadParameter[],
  body: string,
): ListMeaning {
  const { cite, pointer } = source;
  const stated = node['x-list'] as StatedList;
  const word = `${pointer}/x-list`;
  const paging = readPaging(stated.paging, (place) => {
    const { types } = typesOf(source.document, body, place);
    return types.size > 0 && !types.has('string');
  });
  const size = sizeBounds(source, paging, parameters);
  const sorting = readSorting(source, parameters);
  const own = (part: string, holder: string, statement: string) =>
    cite.of({}, { place: `${word}/${part}`, holder, statement });
  const { order, unique = [] } = stated;
  return {
    resource: stated.resource,
    name: stated.resource,
    items: stated.items,
    key: stated.key,
    unique,
    paging,
    ...(size === undefined ? {} : { size }),
    ...(sorting === undefined ? {} : { sorting }),
    ...(order === undefined
      ? {}
      : {
          order: {
            keys: readOrder(order.by),
            assumed: order.assumed === true,
            clauses: [
              ...cite.concerning(clausesOn(order)),
              ...(order.assumed
                ? []
                : own('order', listHolders.order, `The rows stand in the order ${order.by.join(', ')}.`)),
            ],
          },
        }),
    clauses: [
      ...own('key', listHolders.key, `Each row has its own ${stated.key}.`),
      ...(unique.length === 0 ? [] : own('unique', listHolders.unique, `No two rows share ${unique.join(', or ')}.`)),
      ...pagingClauses(paging, own),
    ],
  };
}

type Own = (part: string, holder: string, statement: string) => readonly string[];

function pagingClauses(paging: Paging, own: Own): readonly string[] {
  if (paging.style === 'none') return [];
  const bad = { 'first-page': 'gives the first page', refused: 'is refused' } as const;
  return [
    ...own('paging', listHolders.place, 'The pages of a walk hold each row of the list once.'),
    ...(paging.style !== 'key' || paging.before === undefined
      ? []
      : own('paging/before', listHolders.before, `${paging.before} gives the rows in front of a row.`)),
    ...(paging.style === 'offset'
      ? own('paging/offset', listHolders.offset, `${paging.offset} passes over as many rows.`)
      : []),
    ...(paging.limit === undefined
      ? []
      : own('paging/limit', listHolders.limit, `${paging.limit} sets how many rows a page holds.`)),
    ...(paging.overMaximum === undefined
      ? []
      : own(
          'paging/overMaximum',
          listHolders.overMaximum,
          `${paging.limit} over the maximum ${paging.overMaximum === 'refused' ? 'is refused' : 'gives the largest page'}.`,
        )),
    ...(paging.style === 'cursor' && paging.badCursor !== 'open'
      ? own('paging/badCursor', listHolders.badCursor, `A malformed or forged cursor ${bad[paging.badCursor]}.`)
      : []),
    ...('next' in paging && paging.next !== undefined && !('value' in paging.next)
      ? own('paging/next', listHolders.tells, 'The URL of the next page asks for the same list.')
      : []),
    ...Object.entries(paging.tells).flatMap(([fact, where]) =>
      own(
        `paging/tells/${fact}`,
        fact === 'total' ? listHolders.total : listHolders.tells,
        `${where} tells the ${fact} of the page.`,
      ),
    ),
  ];
}

/** `numeric` says whether the member that a pointer leads to is a number. */
function readPaging({ next, tells, ...stated }: Node, numeric: (pointer: string) => boolean): Paging {
  const read = {
    ...stated,
    tells: (tells ?? {}) as PageFacts,
    ...(next === undefined
      ? {}
      : { next: typeof next === 'string' ? { value: next, numeric: numeric(next) } : (next as NextPlace) }),
    ...(stated.style === 'page' && stated.first === undefined ? { first: 1 } : {}),
  };
  return read as Paging;
}

function sizeBounds(
  { mistakes }: OperationSource,
  { limit }: Paging,
  parameters: readonly ReadParameter[],
): SizeBounds | undefined {
  const found = limit === undefined ? undefined : parameters.find(({ parameter }) => parameter.name === limit);
  if (found === undefined) return undefined;
  const { parameter, place } = found;
  if (parameter.type !== 'integer' && parameter.type !== 'number')
    mistakes.add(place, `${parameter.name} sets the page size, so its type must be integer.`);
  if (typeof parameter.default !== 'number')
    mistakes.add(place, `${parameter.name} sets the page size, so its schema needs a default: the size without it.`);
  const { minimum = 1, maximum } = parameter;
  return { minimum, default: Number(parameter.default), ...(maximum === undefined ? {} : { maximum }) };
}

/** The names of all query parameters that the list itself gives a meaning to. */
export function listParameters({ paging, sorting }: ListMeaning): readonly string[] {
  const sorts = [sorting?.orders?.name, sorting?.directions?.name].filter((name) => name !== undefined);
  return [...pagingParameters(paging), ...sorts];
}
