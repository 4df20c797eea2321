// Faults that need a socket: silence, endless bodies, broken lengths, wrong encodings, redirects.
import type { Fault } from '../fault.ts';
import { LISTS, type ListName } from '../lists.ts';
import { plainly, serveBy, type Wire, type Write } from '../serve.ts';

/** Writes replies of one list otherwise. */
const where =
  (isMeant: (wire: Wire) => boolean, write: Write): Write =>
  (wire) =>
    (isMeant(wire) ? write : plainly)(wire);

const listIs =
  (list: ListName) =>
  ({ ask, reply }: Wire): boolean =>
    ask?.list === list && reply.status === 200;
const hasCursor = ({ ask }: Wire): boolean => ask?.query.has('cursor') === true;
const hasStatus = ({ ask }: Wire): boolean => ask?.query.has('status') === true;

const silence: Write = () => undefined;
const headOnly: Write = ({ response, reply }) => {
  response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
  response.flushHeaders();
};
const halfBody: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
  response.write(text.slice(0, text.length / 2));
};
const brokenLength: Write = ({ request, response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
};
const reset: Write = ({ request }) => void request.socket.destroy();

const trickle: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': 'application/json' });
  let sent = 0;
  const timer = setInterval(() => response.write(text[sent++] ?? ' '), 20);
  response.once('close', () => clearInterval(timer));
};
const falseGzip: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, {
    ...reply.headers,
    'Content-Type': 'application/json',
    'Content-Encoding': 'gzip',
  });
  response.end(text);
};
const hugeHeaders: Write = ({ response, reply, text }) => {
  response.writeHead(reply.status, { 'Content-Type': 'application/json', 'X-Debug': 'x'.repeat(512 * 1024) });
  response.end(text);
};
const loop: Write = ({ request, response }) => {
  response.writeHead(302, { Location: request.url });
  response.end();
};
const nowhere: Write = ({ response }) => {
  response.writeHead(302);
  response.end();
};

type Kind = readonly [name: string, list: ListName, summary: string, write: Write, timeout?: number];

const SHORT = 600;

const KINDS: readonly Kind[] = [
  ['silence', 'campaigns', 'calls are never answered', where(listIs('campaigns'), silence), SHORT],
  ['silence', 'accounts', 'calls are never answered', where(listIs('accounts'), silence), SHORT],
  [
    'silence-behind-first-page',
    'ads',
    'calls with a cursor are never answered',
    where((wire) => listIs('ads')(wire) && hasCursor(wire), silence),
    SHORT,
  ],
  [
    'silence-with-status',
    'adsets',
    'calls with status are never answered',
    where((wire) => listIs('adsets')(wire) && hasStatus(wire), silence),
    SHORT,
  ],
  ['head-only', 'adAccounts', 'the body never comes', where(listIs('adAccounts'), headOnly), SHORT],
  ['half-body', 'campaigns', 'the second half of the body never comes', where(listIs('campaigns'), halfBody), SHORT],
  ['trickle', 'adsets', 'the body comes one letter at a time, without an end', where(listIs('adsets'), trickle), SHORT],
  ['broken-length', 'ads', 'the connection ends in the middle of the body', where(listIs('ads'), brokenLength)],
  ['reset', 'adAccounts', 'every connection is reset', where(listIs('adAccounts'), reset)],
  ['reset', 'adsets', 'every connection is reset', where(listIs('adsets'), reset)],
  [
    'reset-with-status',
    'accounts',
    'connections are reset where status is given',
    where((wire) => listIs('accounts')(wire) && hasStatus(wire), reset),
  ],
  ['false-gzip', 'adAccounts', 'the body is called gzip and is not', where(listIs('adAccounts'), falseGzip)],
  ['huge-headers', 'campaigns', 'the headers are half a megabyte long', where(listIs('campaigns'), hugeHeaders)],
  ['redirect-loop', 'ads', 'calls are redirected to themselves', where(listIs('ads'), loop)],
  ['redirect-nowhere', 'adsets', 'calls are redirected to no place', where(listIs('adsets'), nowhere)],
];

const ANSWERS: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-01',
  campaigns: 'CMP-01',
  adsets: 'SET-01',
  ads: 'ADS-01',
  accounts: 'KLY-01',
};

const sockets = KINDS.map(
  ([name, list, summary, write, timeout]): Fault => ({
    id: `${name}-${list}`,
    family: 'transport',
    clause: ANSWERS[list],
    summary: `${list}: ${summary}`,
    api: LISTS[list].api,
    list,
    serve: (mock) => serveBy(mock, write),
    ...(timeout === undefined ? {} : { timeout }),
    // It is the only list of its vendor.
    ...(name === 'silence' && list === 'accounts' ? { expect: 'NO_VERDICT' as const } : {}),
  }),
);

/** The server goes away in the middle of the run. */
const dying = ([40, 90] as const).map(
  (most): Fault => ({
    id: `dies-after-${most}-calls`,
    family: 'transport',
    clause: 'ADS-01',
    summary: `after ${most} calls every connection is reset`,
    api: 'layers',
    serve: (mock) => {
      let count = 0;
      return serveBy(mock, (wire) => {
        count += 1;
        return (count > most ? reset : plainly)(wire);
      });
    },
  }),
);

export const transportSockets: readonly Fault[] = [...sockets, ...dying];
