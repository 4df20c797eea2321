// How many requests the probes of one list may take at the standard depth: what a documented quota of a minute leaves.
import { type Operation, REFUSED_ROLES } from '../../spec/index.ts';
import { optionalHeaders } from '../http/address.ts';
import { ALTERATIONS, USUAL_ALTERATIONS } from '../http/altered-key.ts';
import type { Depth } from '../walk/context.ts';
import { isNumbered } from '../walk/page.ts';
import { fullSizes } from './full-sizes.ts';
import type { InputModel } from './input-model.ts';
import { invalidCalls } from './invalid-values.ts';
import { orderQueries } from './order-queries.ts';

/** One list of a vendor: what is known before anything is asked of its filters, and the requests that it has taken. */
export type Known = {
  readonly operation: Operation;
  readonly model: InputModel;
  readonly pages: number;
  readonly sent: number;
};

/** Most requests of a run, where nothing else is said. */
export const MOST_REQUESTS: Readonly<Record<Depth, number>> = { standard: 400, full: 4000 };

/**
 * Requests that a vendor's lists may take together: so many each, for each of their filters, and for each two of them,
 * and not less than the least. The built-in lists come to the quotas that are documented for them.
 */
const [EACH, A_FILTER, A_PAIR] = [7.5, 3, 0.5];
const LEAST = 40;
/** How many times as many they may take where no documented quota is to be kept. */
const WITHOUT_QUOTA = 3;
/** Filters that most lists have at most. */
const MANY = 6;
/** What a list weighs beside its classes, where the requests are shared. */
const A_LIST = 14;
/** Probes that every list has at least, whatever its other checks cost. */
const FEWEST = 6;

/** What the walks of a list in pages of other sizes cost, two pages of the default size among them; told, not derived: see each check. */
const PAGING_WALKS = { numbered: 12, other: 6 } as const;
/** Pages of the default size that a list is walked through to its end at the standard depth, where it has no more of them. */
export const USUAL_PAGES = 3;
/** Near misses of a key that the standard depth shows to one list. */
const NEAR_MISSES = 7;
/** The share of all requests that may be planned: some is asked again. */
const PLANNED = 0.97;
/** A probe that is asked again may cost one more. */
const SLACK = 1;

/**
 * The requests that are left for the probes of one list, by the number of classes that its filters have; the last list
 * of a vendor has what the others left of all, where they were judged too. All lists of the vendor take `most` together.
 */
export function probeBudget(list: Known, vendors: readonly Known[], most: number, depth: Depth): number {
  const total = Math.min(totalOf(vendors.map(({ operation }) => operation)), most);
  const sent = vendors.reduce((sum, each) => sum + each.sent, 0);
  const others = vendors.filter(({ operation }) => operation !== list.operation);
  const isLast = list.operation === vendors.at(-1)?.operation;
  const left = total - sent - costBeside(list, vendors.length) + list.pages - SLACK;
  const spare = total - vendors.reduce((sum, each) => sum + costBeside(each, vendors.length), 0);
  const weightOf = (each: Known) => A_LIST + classesIn(each);
  const all = vendors.reduce((sum, each) => sum + weightOf(each), 0);
  const share = Math.max(FEWEST, Math.floor((spare * weightOf(list)) / all));
  // The full depth asks as much as the standard one, and all else beside it. What others took to prove a fault is not taken from this list.
  const isLeft = isLast && depth === 'standard' && others.every((each) => each.sent > each.pages + FEWEST);
  return isLeft ? Math.max(share, left) : share;
}

/** What the lists of one vendor may take of `most` requests, by what the lists of each would take; all lists are judged. */
export function vendorsShare(
  vendor: string,
  lists: readonly Pick<Operation, 'api' | 'filters' | 'rateLimit'>[],
  most: number,
): number {
  const wanted = [...new Set(lists.map(({ api }) => api))].map((api) => ({
    api,
    total: totalOf(lists.filter((list) => list.api === api)),
  }));
  const own = wanted.find(({ api }) => api === vendor)?.total ?? 0;
  return Math.floor((own * PLANNED * most) / wanted.reduce((sum, { total }) => sum + total, 0));
}

/** All requests of a vendor's lists: two filters together are what most of them are for. */
function totalOf(lists: readonly Pick<Operation, 'filters' | 'rateLimit'>[]): number {
  const most = lists.reduce((sum, { filters: { length } }) => {
    // Beyond what most lists have, every further filter is worth more: it could be asked with none of its own probes.
    const many = Math.max(0, length - MANY) ** 2;
    return sum + EACH + A_FILTER * length + A_PAIR * (length ** 2 + 4 * many);
  }, 0);
  const total = Math.max(LEAST, Math.floor(most));
  const quotas = lists.flatMap(({ rateLimit }) => Object.values(rateLimit?.tiers ?? {}));
  return quotas.length === 0 ? WITHOUT_QUOTA * total : Math.min(total, ...quotas);
}

/** How many classes the filters of a list have. */
export function classesIn({ operation: { filters }, model }: Known): number {
  return filters.reduce(
    (sum, filter) => sum + model.classes(filter).representatives().length + (filter.many ? 4 : 0),
    0,
  );
}

/** What a list costs beside its probes: its pages in every order, walks in other sizes, refused calls, bad values, headers. */
function costBeside({ operation, pages, model }: Known, lists: number): number {
  const walks = operation.list.size === undefined ? 0 : PAGING_WALKS[isNumbered(operation) ? 'numbered' : 'other'];
  const isWhole = isWalkedWhole(operation, model.rows.length);
  const usualWalk = isWhole ? Math.max(0, usualPages(operation, model.rows.length) - 2) : 0;
  const values = invalidCalls(operation, model.rows, 'standard', 0).length;
  const headers = optionalHeaders(operation).length > 0 ? 1 : 0;
  const refused = refusedCallers(operation, nearMisses(USUAL_ALTERATIONS.length, lists)) + otherTenants(operation);
  return pages * (1 + orderQueries(operation, 'standard').length) + walks + usualWalk + refused + values + headers;
}

/** Whether the standard depth walks a list of so many rows through its pages of the default size to its end. */
export function isWalkedWhole(operation: Pick<Operation, 'list'>, rows: number): boolean {
  return usualPages(operation, rows) <= USUAL_PAGES;
}

/** Pages of the default size that so many rows fill. */
function usualPages({ list: { size } }: Pick<Operation, 'list'>, rows: number): number {
  return size?.default === undefined ? 1 : Math.ceil(rows / size.default);
}

/** How many of so many near misses of a key each of so many lists is shown at the standard depth. */
export function nearMisses(possible: number, lists: number): number {
  return Math.min(NEAR_MISSES, Math.ceil(possible / lists));
}

/** Callers who are refused: without a key, with so many near misses of one, and with others. */
function refusedCallers({ security, refusals }: Operation, nearMisses: number): number {
  const roles = REFUSED_ROLES.filter((role) => refusals[role] !== undefined).length;
  return security.alternatives.length === 0 ? 0 : 1 + nearMisses + roles;
}

/** Tenants that calls go to in place of the caller's own: somebody else's, and one that does not exist. */
function otherTenants({ tenants }: Operation): number {
  return 2 * tenants.length;
}

/** The same at the full depth: told, not derived, as above. */
const FULL = { cursors: 49, queriesOfACaller: { cursor: 13, other: 11 }, queriesOfATenant: 36, other: 40 } as const;

/** What the calls that must be refused take of one list, at most. */
export function costOfRefusals(operation: Operation, depth: Depth): number {
  const [callers, tenants] = [refusedCallers(operation, ALTERATIONS.length), otherTenants(operation)];
  if (depth === 'standard') return callers + tenants;
  const { cursor, other } = FULL.queriesOfACaller;
  const queries = operation.list.paging.style === 'cursor' ? cursor : other;
  return callers * queries + tenants * FULL.queriesOfATenant;
}

export function fullCostBeside({ operation, pages, model }: Known): number {
  const { list } = operation;
  const sizes = list.size === undefined ? [] : fullSizes(operation, model.rows.length);
  const walks = sizes.reduce((sum, each) => sum + each.pages, 0);
  const cursors = list.paging.style === 'cursor' ? FULL.cursors : 0;
  return (
    pages * (1 + orderQueries(operation, 'full').length) +
    walks +
    cursors +
    costOfRefusals(operation, 'full') +
    invalidCalls(operation, model.rows, 'full', 0).length +
    FULL.other
  );
}
