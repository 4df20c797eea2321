// Replies whose status, media type or envelope is not the documented one.
import type { Reply } from '../../../mock/index.ts';
import { bodies, listing, rowsOf } from '../answer.ts';
import { all, asks, filtered, given, type Where, within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LIST_NAMES, LISTS, type ListName } from '../lists.ts';

const fault = faultOf('shape');

const ANSWERS: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-01',
  campaigns: CLAUSES.campaigns.answers,
  adsets: CLAUSES.adsets.answers,
  ads: CLAUSES.ads.answers,
  accounts: 'KLY-01',
};

const ITEMS: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-22',
  campaigns: CLAUSES.campaigns.items,
  adsets: CLAUSES.adsets.items,
  ads: CLAUSES.ads.items,
  accounts: 'KLY-17',
};

type Kind = {
  readonly name: string;
  readonly clauses: Readonly<Record<ListName, string>>;
  readonly summary: string;
  readonly wrap: Wrap;
};

const status = (code: number): Wrap => listing((reply) => ({ ...reply, status: code }));
const header = (name: string, value: string): Wrap =>
  listing((reply): Reply => ({ ...reply, headers: { ...reply.headers, [name]: value } }));

const KINDS: readonly Kind[] = [
  ...[201, 202, 203, 206].map((code) => ({
    name: `status-${code}`,
    clauses: ANSWERS,
    summary: `lists are answered with ${code}`,
    wrap: status(code),
  })),
  {
    name: 'status-500',
    clauses: ANSWERS,
    summary: 'lists come with status 500',
    wrap: status(500),
  },
  {
    name: 'bare-array',
    clauses: ITEMS,
    summary: 'the reply is the bare array',
    wrap: bodies((body, ask) => rowsOf(body, ask)),
  },
  {
    name: 'renamed-rows',
    clauses: ITEMS,
    summary: 'the rows stand under results',
    wrap: bodies(({ items, data, ...body }) => ({ results: items ?? data, ...body })),
  },
  {
    name: 'wrapped-twice',
    clauses: ITEMS,
    summary: 'the reply stands inside another object',
    wrap: bodies((body) => ({ response: body })),
  },
  {
    name: 'rows-null',
    clauses: ITEMS,
    summary: 'the rows are null',
    wrap: bodies((body, { list }) => ({ ...body, [LISTS[list].items]: null })),
  },
  {
    name: 'rows-by-id',
    clauses: ITEMS,
    summary: 'the rows are an object by id',
    wrap: bodies((body, ask) => {
      const { key, items } = LISTS[ask.list];
      return { ...body, [items]: Object.fromEntries(rowsOf(body, ask).map((row) => [row[key], row])) };
    }),
  },
  {
    name: 'rows-as-text',
    clauses: ITEMS,
    summary: 'each row is JSON in a string',
    wrap: bodies((body, ask) => ({
      ...body,
      [LISTS[ask.list].items]: rowsOf(body, ask).map((row) => JSON.stringify(row)),
    })),
  },
];

const kinds = LIST_NAMES.flatMap((list) =>
  KINDS.map(({ name, clauses, summary, wrap }) => {
    // A vendor whose only list is never served cannot be judged.
    const isSilent = name === 'status-500' && list === 'accounts';
    return fault({ list, name, clause: clauses[list], summary, wrap, ...(isSilent ? { expect: 'NO_VERDICT' } : {}) });
  }),
);

/** What an empty list is mistaken for. */
const EMPTY: readonly (readonly [string, string, (reply: Reply, member: string) => Reply])[] = [
  ['null', 'null rows', (reply, member) => ({ ...reply, body: { ...(reply.body as object), [member]: null } })],
  ['absent', 'no rows at all', (reply, member) => ({ ...reply, body: without(reply.body, member) })],
  ['404', 'status 404', (reply) => ({ ...reply, status: 404, body: notFound })],
  ['object', 'an empty object', (reply) => ({ ...reply, body: {} })],
];

const notFound = { error: { code: 'NOT_FOUND', message: 'Nothing found.', requestId: 'req_0', type: 'not_found' } };

function without(body: unknown, member: string): object {
  const { [member]: _, ...rest } = body as Record<string, unknown>;
  return rest;
}

/** Documented values that find nothing in the default world. */
const EMPTY_LISTS: readonly (readonly [ListName, Where, string])[] = [
  ['adAccounts', asks('credentialMode', 'agency'), 'ACC-17'],
  ['ads', all(asks('platforms', 'apple_ads'), ({ query }) => query.getAll('platforms').length === 1), 'ADS-37'],
];

const empties = EMPTY_LISTS.flatMap(([list, where, clause]) =>
  EMPTY.map(([name, what, change]) =>
    fault({
      list,
      name: `empty-list-${name}`,
      clause,
      summary: `where a documented value finds nothing, the reply is ${what}`,
      wrap: within(
        where,
        listing((reply, ask) =>
          rowsOf(reply.body as object as Record<string, unknown>, ask).length === 0
            ? change(reply, LISTS[ask.list].items)
            : reply,
        ),
      ),
    }),
  ),
);

/** What the pages are silent about, and the facts of one vendor are not. */
const mediaTypes = (['adAccounts', 'campaigns', 'adsets', 'ads'] as const).flatMap((list) =>
  ['text/html; charset=utf-8', 'text/plain'].map((type) =>
    fault({
      list,
      name: (type.split(';')[0] ?? '').replace('/', '-'),
      clause: 'LAY-60',
      expect: 'WARN',
      summary: `lists come as ${type}`,
      wrap: header('Content-Type', type),
    }),
  ),
);

/** The same defects, where nobody looks first. */
const CORNERS: readonly (readonly [string, string, Where])[] = [
  ['behind-first-page', 'on every page but the first', given('cursor')],
  ['under-filters', 'where a filter is given', filtered],
  ['at-limit-1', 'where limit is 1', asks('limit', '1')],
];

const corners = (['campaigns', 'adsets', 'ads'] as const).flatMap((list) =>
  CORNERS.map(([name, when, where]) =>
    fault({
      list,
      name: `renamed-rows-${name}`,
      clause: ITEMS[list],
      summary: `${when} the rows stand under results`,
      wrap: within(
        where,
        bodies(({ items, ...body }) => ({ results: items, ...body })),
      ),
    }),
  ),
);

export const shapeEnvelope: readonly Fault[] = [...kinds, ...mediaTypes, ...empties, ...corners];
