// Whether a deployment can be judged at all, and what to do where it cannot.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation, QueryPair } from '../spec/index.ts';
import { CannotJudge } from './cannot-judge.ts';
import { type Keyring, keyFor, missingFor } from './http/credentials.ts';
import type { Exchange } from './http/exchange.ts';
import { unreachableText } from './unreachable.ts';
import { asking, type Context } from './walk/context.ts';
import { queryOf } from './walk/filter-arguments.ts';

/** The credentials that are missing for some operations, as an instruction. */
export function askFor(operations: readonly Operation[], keyring: Keyring): string {
  const missing = [
    ...new Set(operations.flatMap((operation) => missingFor(operation, keyring).map(({ variable }) => variable))),
  ];
  return `Give --credentials FILE, or set ${missing.join(' and ')}.`;
}

/** What keeps a list from being read. The first three are for the user to mend, and end a run by themselves. */
type Uselessness = 'unreachable' | 'refused' | 'not found' | 'no reply in time' | 'a redirect' | 'a server error';

type Reply = { readonly uselessness: Uselessness; readonly exchange: Exchange };

/**
 * One call to each list of a vendor, until one is answered. Throws CannotJudge where a vendor refuses all of them, and
 * where no vendor has anything else than silence, redirects and errors of the server.
 */
export async function preflight(contexts: readonly Context[], baseUrl: string): Promise<void> {
  const silent: Reply[] = [];
  let answered = false;
  for (const api of new Set(contexts.map(({ operation }) => operation.api))) {
    const replies = await uselessReplies(contexts.filter(({ operation }) => operation.api === api));
    if (replies === undefined) answered = true;
    else {
      const [first] = replies;
      if (first !== undefined && replies.every(isMendable)) throw new CannotJudge(advice(first, baseUrl));
      silent.push(...replies);
    }
  }
  const [first] = silent;
  if (!answered && first !== undefined) throw new CannotJudge(nothingUseful(silent, baseUrl));
}

const isMendable = ({ uselessness }: Reply): boolean => ['unreachable', 'refused', 'not found'].includes(uselessness);

/** Milliseconds after which a list that has not answered is no longer waited for before the others are asked. */
const HEAD_START = 1000;

/** The replies of all lists of a vendor where none is of any use; undefined where one is, whatever is wrong with it. */
async function uselessReplies([first, ...others]: readonly Context[]): Promise<readonly Reply[] | undefined> {
  if (first === undefined) return undefined;
  const reply = firstReply(first, () => true);
  // A server that keeps silent does so for every list: they are asked at once, and cost one timeout together.
  const early = (await isLate(reply)) ? others.map((other) => firstReply(other, isOfServer)) : undefined;
  // Those that nobody waits for any more may fail unheard.
  for (const each of early ?? []) each.catch(() => undefined);
  const own = await reply;
  if (own === undefined) return undefined;
  if (isEverywhere(own)) return [own];
  const replies = [own, ...(await Promise.all(early ?? others.map((other) => firstReply(other, isOfServer))))];
  const found = replies.filter((each) => each !== undefined);
  return found.length === replies.length ? found : undefined;
}

/** Whether other lists have nothing else to say: a host that is not there is not there for them either. */
function isEverywhere(reply: Reply): boolean {
  return reply.uselessness === 'unreachable' && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|bad port|CERT/.test(detailOf(reply));
}

async function isLate(reply: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const late = sleep(HEAD_START, true, over);
  // What the reply throws is thrown to whoever waits for it.
  const settled = Promise.allSettled([reply]).then(() => false);
  return Promise.race([late, settled]).finally(() => over.abort());
}

/** Whether the server broke: of a list after the first, a refusal is taken for that of the key, and not asked for again. */
const isOfServer = ({ uselessness }: Reply): boolean => uselessness === 'a server error';

/** The first reply of a list, where it is of no use; where one may be of the call alone, other calls are tried. */
async function firstReply(context: Context, mayBeOfCall: (reply: Reply) => boolean): Promise<Reply | undefined> {
  let reply = useless(await firstExchange(context));
  // The parameters of the first call may be what is not answered, or that some are missing, which is to be judged.
  for (const query of [[], narrowQuery(context.operation)]) {
    const { status = 0 } = reply?.exchange ?? {};
    if (reply === undefined || status < 400 || !mayBeOfCall(reply)) return reply;
    const exchange = await context.client.send({ ...asking(context, query), expect: 'list' });
    if (exchange !== undefined) reply = useless(exchange);
  }
  return reply;
}

/** Asks each filter for a value that is documented. */
function narrowQuery({ filters }: Operation): QueryPair[] {
  return queryOf(
    filters.flatMap((filter) => {
      const value = filter.allowed.find((each) => each !== filter.unrestricted);
      return value === undefined ? [] : [{ filter, values: [filter.when ?? value] }];
    }),
  );
}

function useless(exchange: Exchange | undefined): Reply | undefined {
  const uselessness = exchange === undefined ? undefined : uselessnessOf(exchange);
  return exchange === undefined || uselessness === undefined ? undefined : { exchange, uselessness };
}

async function firstExchange(context: Context): Promise<Exchange | undefined> {
  try {
    return (await context.snapshot()).walk.pages[0]?.exchange;
  } catch (error) {
    if (error instanceof CannotJudge) throw error;
    // A reply on which the judge itself breaks is a reply; the checks break on it again, and say so.
    return undefined;
  }
}

function uselessnessOf({ status, problem }: Exchange): Uselessness | undefined {
  if (problem?.kind === 'unreachable') return 'unreachable';
  if (problem?.kind === 'timeout') return 'no reply in time';
  if (problem?.kind === 'redirect') return 'a redirect';
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'not found';
  return status >= 500 ? 'a server error' : undefined;
}

const detailOf = ({ exchange }: Reply): string => exchange.problem?.detail ?? '';

/** What to do where every list is refused. */
function advice(reply: Reply, baseUrl: string): string {
  const { status, request } = reply.exchange;
  if (reply.uselessness === 'unreachable') return unreachableText(baseUrl, detailOf(reply));
  const key = keyFor(request.operation);
  if (reply.uselessness === 'not found' || key === undefined)
    return `${baseUrl} answers ${status} to every list. Check ${whatToCheck(request.operation)}.`;
  return `${baseUrl} refuses the credentials with ${status}. Check ${key.variable} or --${key.option}.`;
}

/** What a 404 can come from: the base URL, and whose rows are asked for. */
function whatToCheck({ path, tenants }: Operation): string {
  const [first] = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  const base = first === undefined ? 'the base URL' : `the base URL (without /${first})`;
  return [base, ...tenants.map(({ own }) => `the ${own.label}`)].join(' and ');
}

/** What to do where no list is answered with anything that can be judged. */
function nothingUseful(replies: readonly Reply[], baseUrl: string): string {
  const facts = replies.map((reply) => {
    const { status } = reply.exchange;
    return reply.exchange.problem === undefined || status >= 500 ? `status ${status}` : detailOf(reply);
  });
  const kinds = new Set(replies.map(({ uselessness }) => uselessness));
  const todo = kinds.has('a redirect')
    ? 'Give the URL to which it redirects as the base URL.'
    : kinds.has('no reply in time')
      ? 'Check that it is up, or give it longer with --timeout.'
      : 'Check that it is up.';
  return `${baseUrl} answers no list: ${[...new Set(facts)].slice(0, 3).join('; ')}. ${todo}`;
}
