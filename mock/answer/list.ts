// Answers a list: filter, order, page; and what the reply says of the page.
import { orderFor, type PageFacts, placeParameter, withValue } from '../../spec/index.ts';
import { type Failure, refusal } from './failure.ts';
import { type JsonBody, listBody } from './json-body.ts';
import { cut, type Page, type PageRequest } from './page.ts';

/** A list that is asked for, with everything needed to answer it. */
type ListRequest = Omit<PageRequest, 'order'> & {
  /** The URL that was asked, up to its query, and the query. */
  readonly url: string;
  readonly query: string;
};

/** The reply: its body, and the headers that lead on; or the refusal of a place that is not there. */
type ListAnswer =
  | { readonly body: JsonBody; readonly headers: Readonly<Record<string, string>> }
  | { readonly failure: Failure };

/** Answers the list. */
export function answerList(request: ListRequest): ListAnswer {
  const { operation, values } = request;
  const { paging, items } = operation.list;
  const order = orderFor(operation.list, (name) => values.get(name)?.[0])?.keys;
  const page = cut(order === undefined || order === operation.list.order?.keys ? request : { ...request, order });
  if (page === undefined) {
    const place = placeParameter(paging) ?? '';
    return { failure: refusal(operation, 'invalid-parameter', `${place} leads nowhere.`, { parameter: place }) };
  }
  const { around, headers } = aroundRows(request, page);
  return { body: listBody(around, items, page.rows), headers };
}

/** What stands around the rows of a page, and the headers that lead on (RFC 8288). */
function aroundRows(request: ListRequest, page: Page) {
  const { paging } = request.operation.list;
  let around = structuredClone(request.operation.envelope);
  for (const [name, pointer] of Object.entries(paging.tells)) {
    const fact = page.facts[name as keyof PageFacts];
    // What this style of paging does not know stays as the schema has it at least.
    if (fact !== undefined) around = withValue(around, pointer, fact);
  }
  const next = 'next' in paging ? paging.next : undefined;
  if (next === undefined || page.next === undefined) return { around, headers: {} };
  if ('value' in next)
    return { around: withValue(around, next.value, next.numeric ? Number(page.next) : page.next), headers: {} };
  const url = nextUrl(request, page.next);
  if ('link' in next) return { around, headers: { Link: `<${url}>; rel="${next.link}"` } };
  return { around: withValue(around, next.url, url), headers: {} };
}

/** The URL of the next page: that of this one, with another place. */
function nextUrl({ operation, url, query }: ListRequest, next: string): string {
  const place = placeParameter(operation.list.paging) ?? '';
  const parameters = new URLSearchParams(query);
  // A key in the query is the caller's own to add.
  for (const { scheme } of operation.security.alternatives)
    if (scheme.in === 'query') parameters.delete(scheme.parameter);
  parameters.set(place, next);
  return `${url}?${parameters}`;
}
