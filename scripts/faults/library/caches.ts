// Caches that do not know who asks: what one caller got, another gets.
import type { Call, Reply } from '../../../mock/index.ts';
import { askOf } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import type { ListName } from '../lists.ts';

const fault = faultOf('authentication');

/** Keeps the replies of one status, by what is left of the call. */
const caching =
  (keeps: (status: number) => boolean, keyOf: (call: Call) => string): Wrap =>
  (handler) => {
    const cache = new Map<string, Reply>();
    return {
      handle: (call) => {
        const key = keyOf(call);
        const hit = cache.get(key);
        if (hit !== undefined && askOf(call) !== undefined) return hit;
        const reply = handler.handle(call);
        if (keeps(reply.status)) cache.set(key, reply);
        return reply;
      },
    };
  };

const url = ({ path, query }: Call): string => `${path}?${query}`;
const urlWithoutProject = (call: Call): string => url(call).replace(/projects\/[^/]+/, '');

const TOKEN: readonly (readonly [ListName, string, string])[] = [
  ['adAccounts', 'ACC-03', 'ACC-10'],
  ['campaigns', CLAUSES.campaigns.token, CLAUSES.campaigns.tenant],
  ['ads', CLAUSES.ads.token, CLAUSES.ads.tenant],
];

const layers = TOKEN.flatMap(([list, token, tenant]) => [
  fault({
    list,
    name: 'cached-for-anyone',
    clause: token,
    summary: 'a list that was fetched once is served to anybody',
    wrap: caching((status) => status === 200, url),
  }),
  fault({
    list,
    name: 'cached-for-any-project',
    clause: tenant,
    summary: 'a cache does not know the project, nor the key',
    wrap: caching((status) => status === 200, urlWithoutProject),
  }),
  fault({
    list,
    name: 'refusal-cached',
    clause: list === 'adAccounts' ? 'ACC-01' : CLAUSES[list === 'ads' ? 'ads' : 'campaigns'].answers,
    summary: 'who was refused once spoils the same call for everybody',
    wrap: caching((status) => status === 401, url),
  }),
]);

const accounts = fault({
  list: 'accounts',
  name: 'cached-for-anyone',
  clause: 'KLY-51',
  summary: 'a list that was fetched once is served to anybody',
  wrap: caching((status) => status === 200, url),
});

export const caches: readonly Fault[] = [...layers, accounts];
