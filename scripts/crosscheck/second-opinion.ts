// A second opinion: every reply of the mock, held against the documents by Prism instead of by our own ajv.
import { fileURLToPath } from 'node:url';
import { type Handler, listen } from '../../mock/index.ts';
import { at, type Contract, type ContractDocument, type Operation, type Row } from '../../spec/index.ts';
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
export async function secondOpinion(contract: Contract, handler: Handler): Promise<SecondOpinion> {
  const server = await listen(breakable(handler));
  try {
    const reports = await Promise.all(contract.documents.map((document) => checkDocument(document, server.url)));
    return {
      calls: reports.reduce((sum, { calls }) => sum + calls, 0),
      refused: reports.reduce((sum, { refused }) => sum + refused, 0),
      disagreements: reports.flatMap(({ disagreements }) => disagreements),
    };
  } finally {
    await server.close();
  }
}

async function checkDocument({ name, operations }: ContractDocument, upstream: string): Promise<SecondOpinion> {
  const disagreements: string[] = [];
  let [calls, refused] = [0, 0];
  const prism = await startPrism(fileURLToPath(new URL(`spec/${name}`, repository)), upstream);

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
    for (const operation of operations) {
      const rows = await walk(operation, make);
      for (const call of filterCalls(operation, rows)) await make(call);
      for (const call of refusedCalls(operation)) await make(call);
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
    const body = await make(goodCall(operation, query));
    const items = at(body, operation.list.items);
    rows.push(...(Array.isArray(items) ? (items as Row[]) : []));
    query = nextPage(operation, body, page);
  }
  return rows;
}

/** The query of the page that follows this reply; undefined where none does. */
function nextPage({ list }: Operation, body: unknown, page: number): PlannedCall['query'] | undefined {
  const { paging, size } = list;
  if (paging.style === 'cursor' && 'value' in paging.next) {
    const cursor = at(body, paging.next.value);
    if (typeof cursor !== 'string') return undefined;
    const half = String(Math.ceil((size?.default ?? 2) / 2));
    return [...(paging.limit === undefined ? [] : [[paging.limit, half] as const]), [paging.cursor, cursor]];
  }
  if (paging.style === 'page' && paging.tells.more !== undefined && at(body, paging.tells.more) === true)
    return [[paging.page, String(page)]];
  return undefined;
}

/** The handler, which can be told to break, and does not take that for a bug. */
function breakable({ handle, fail }: Handler): Handler {
  const wanted = new Error('A cross-check wants to see the 500.');
  return {
    handle: (call) => {
      if (call.headers[BREAK_HEADER] !== undefined) throw wanted;
      return handle(call);
    },
    fail: (path, situation, status, error) => fail(path, situation, status, error === wanted ? undefined : error),
  };
}
