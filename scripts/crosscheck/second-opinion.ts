// A second opinion: every reply of the mock, held against the documents by Prism instead of by our own ajv.
import { fileURLToPath } from 'node:url';
import { credentials } from '../../fixtures/index.ts';
import { type Handler, listen } from '../../mock/index.ts';
import { type Api, at, type Contracts, type Operation, type Row } from '../../spec/index.ts';
import { repository } from '../repository.ts';
import { BREAK_HEADER, filterCalls, goodCall, type PlannedCall, refusedCalls } from './calls.ts';
import { startPrism, violationsOf } from './prism.ts';

/** What came of a cross-check. */
export type SecondOpinion = {
  readonly calls: number;
  /** How often Prism found fault with a request that is bad on purpose. */
  readonly refused: number;
  /** Where Prism and the contract disagree, one sentence each. */
  readonly disagreements: readonly string[];
};

/** Makes every call of the contract through Prism, and reports what Prism says of the handler's replies. */
export async function secondOpinion(contracts: Contracts, handler: Handler): Promise<SecondOpinion> {
  const server = await listen(breakable(handler));
  try {
    const reports = await Promise.all([
      checkApi(contracts, 'layers', server.url),
      checkApi(contracts, 'klayrai', server.url),
    ]);
    return {
      calls: reports.reduce((sum, { calls }) => sum + calls, 0),
      refused: reports.reduce((sum, { refused }) => sum + refused, 0),
      disagreements: reports.flatMap(({ disagreements }) => disagreements),
    };
  } finally {
    await server.close();
  }
}

async function checkApi(contracts: Contracts, api: Api, upstream: string): Promise<SecondOpinion> {
  const disagreements: string[] = [];
  let [calls, refused] = [0, 0];
  const prism = await startPrism(fileURLToPath(new URL(`spec/${api}.yaml`, repository)), upstream);

  const make = async (call: PlannedCall): Promise<unknown> => {
    const target = targetOf(call);
    const response = await fetch(prism.url + target, { headers: call.headers });
    const { status } = response;
    calls += 1;
    if (status !== call.status) disagreements.push(`GET ${target}: ${status}, and the contract says ${call.status}.`);
    for (const { location, message } of violationsOf(response)) {
      if (location[0] === 'request' && call.bad) refused += 1;
      else disagreements.push(`GET ${target}: ${status}, ${location.join('/')}: ${message}`);
    }
    return response.json();
  };

  try {
    for (const operation of contracts[api].operations) {
      const rows = await walk(operation, make);
      for (const call of filterCalls(operation, credentials, rows)) await make(call);
      for (const call of refusedCalls(operation, credentials)) await make(call);
    }
  } finally {
    await prism.close();
  }
  return { calls, refused, disagreements };
}

function targetOf({ path, query }: PlannedCall): string {
  const text = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  return text === '' ? path : `${path}?${text}`;
}

/** The rows of all pages: the first as it comes, the others smaller. */
async function walk(operation: Operation, make: (call: PlannedCall) => Promise<unknown>): Promise<Row[]> {
  const rows: Row[] = [];
  let query: PlannedCall['query'] | undefined = [];
  for (let page = 2; query !== undefined; page += 1) {
    const body = await make(goodCall(operation, credentials, query));
    const items = at(body, operation.list.items);
    rows.push(...(Array.isArray(items) ? (items as Row[]) : []));
    query = nextPage(operation, body, page);
  }
  return rows;
}

/** The query of the page that follows this reply; undefined where none does. */
function nextPage({ list }: Operation, body: unknown, page: number): PlannedCall['query'] | undefined {
  const { paging, size } = list;
  if (paging.style === 'cursor') {
    const cursor = at(body, paging.next);
    const half = Math.ceil((size?.default ?? 2) / 2);
    return typeof cursor === 'string'
      ? [
          [paging.limit, String(half)],
          [paging.cursor, cursor],
        ]
      : undefined;
  }
  if (paging.style === 'page' && at(body, `${paging.meta}/hasMore`) === true) return [[paging.page, String(page)]];
  return undefined;
}

/** The handler, which can be told to break. */
function breakable(handler: Handler): Handler {
  return {
    handle: (call) => {
      if (call.headers[BREAK_HEADER] !== undefined) throw new Error('A cross-check wants to see the 500.');
      return handler.handle(call);
    },
  };
}
