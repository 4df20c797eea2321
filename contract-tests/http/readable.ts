// Whether the judge can work with a reply: a page without measure, or one more than memory holds, is told and let go.
import { at, type Operation } from '../../spec/index.ts';
import { NOTHING } from './outline.ts';
import { inMegabytes } from './read-body.ts';
import type { Received } from './transport.ts';

/** Rows that are looked at in one page, where a page has a size: a server that ignores the size shows it with fewer. */
const FEWEST_ROWS = 2000;
const PAGES_IN_ONE = 10;

/** The most rows of one page that are looked at; undefined where a page has no size. */
function mostRows({ list }: Operation): number | undefined {
  return list.size === undefined ? undefined : Math.max(FEWEST_ROWS, PAGES_IN_ONE * (list.size.maximum ?? 0));
}

/** Bytes of the longest body for each value that is looked at: a value that is wrong takes more memory than it had itself. */
const BYTES_A_VALUE = 256;

/** What bounds the replies of a run, in bytes: the longest body, and the memory of all. */
export type Bounds = { readonly maxBody: number; readonly memory: number };

/** The bounds of a run: at full depth eight times as many replies are kept. */
export function boundsOf(maxBody = 64 * 2 ** 20, depth: 'standard' | 'full' = 'standard'): Bounds {
  return { maxBody, memory: Math.max(2 * maxBody, 128 * 2 ** 20) * (depth === 'full' ? 8 : 1) };
}

/** The reply, or what is wrong with it in its place; `taken` is the memory that earlier replies hold. */
export function readable(received: Received, operation: Operation, taken: number, bounds: Bounds): Received {
  if (received.problem !== undefined) return received;
  const gone = (kind: 'too-many-rows' | 'too-large', detail: string): Received => ({
    ...received,
    body: undefined,
    extent: NOTHING,
    problem: { kind, detail },
  });
  const { weight, values } = received.extent;
  const items = at(received.body, operation.list.items);
  const rows = Array.isArray(items) ? items.length : 0;
  const most = mostRows(operation);
  if (most !== undefined && rows > most) return gone('too-many-rows', `${rows} rows in one page`);
  const mostValues = Math.floor(bounds.maxBody / BYTES_A_VALUE);
  if (values > mostValues) return gone('too-large', `a reply holds more than ${mostValues} values`);
  if (taken + weight > bounds.memory)
    return gone('too-large', `all replies together take more than ${inMegabytes(bounds.memory)} of memory`);
  return received;
}
