// Bytes that are not the JSON document that they should be.
import type { Fault } from '../fault.ts';
import { LISTS, type ListName, listAt } from '../lists.ts';

type Bytes = (text: string, response: Response) => Response;

const answering =
  (change: (text: string) => string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}): Bytes =>
  (text, { status, headers: given }) =>
    new Response(change(text), { status, headers: { ...Object.fromEntries(given), ...headers } });

/** Changes the bytes of the lists; where `errors`, those of the refusals. */
const tampering =
  (list: ListName, bytes: Bytes, errors: boolean) =>
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const response = await send(input, init);
    const isOther = listAt(new URL(new Request(input).url).pathname) !== list;
    if (isOther || response.status >= 400 !== errors) return response;
    return bytes(await response.text(), response);
  };

const HTML = '<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>';

type Kind = readonly [name: string, summary: string, bytes: Bytes];

const KINDS: readonly Kind[] = [
  ['html', 'lists are answered with a page to sign in', answering(() => HTML, { 'content-type': 'text/html' })],
  ['html-as-json', 'lists are an HTML page that is called JSON', answering(() => HTML)],
  ['no-content', 'lists are answered with 204', () => new Response(null, { status: 204 })],
  ['empty', 'lists are an empty body', answering(() => '')],
  ['truncated', 'the JSON ends in the middle', answering((text) => text.slice(0, -20))],
  ['trailing', 'a second JSON document follows the first', answering((text) => `${text}\n${text}`)],
  ['jsonp', 'the JSON stands in a function call', answering((text) => `callback(${text})`)],
  ['guarded', 'the JSON begins with )]}’', answering((text) => `)]}'\n${text}`)],
  ['single-quotes', 'the JSON has single quotes', answering((text) => text.replaceAll('"', "'"))],
  ['nan', 'numbers and null are written NaN', answering((text) => text.replaceAll(/(?<=":)(null|\d+)/g, 'NaN'))],
  ['json-in-json', 'the JSON is a string of JSON', answering((text) => JSON.stringify(text))],
  [
    'not-utf8',
    'the text is Latin-1',
    answering((text) => new Uint8Array(Buffer.from(`${text.slice(0, -1)},"café":1}`, 'latin1'))),
  ],
  ['utf16', 'the text is UTF-16', answering((text) => new Uint8Array(Buffer.from(text, 'utf16le')))],
];

const ANSWERS: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-01',
  campaigns: 'CMP-01',
  adsets: 'SET-01',
  ads: 'ADS-01',
  accounts: 'KLY-01',
};

/** Each kind on one list of each vendor, in turn. */
const LAYERS: readonly ListName[] = ['adAccounts', 'campaigns', 'adsets', 'ads'];

const faultOf = (
  list: ListName,
  [name, summary, bytes]: Kind,
  facts: Partial<Fault> & { clause: string },
  errors = false,
): Fault => ({
  family: 'transport',
  api: LISTS[list].api,
  list,
  ...facts,
  id: `bytes-${name}-${list}`,
  summary: `${list}: ${summary}`,
  tamper: tampering(list, bytes, errors),
});

const lists = KINDS.flatMap((kind, index) =>
  [LAYERS[index % LAYERS.length] ?? 'ads', 'accounts' as const].map((list) =>
    faultOf(list, kind, { clause: ANSWERS[list] }),
  ),
);

const untyped: Bytes = (text, { status, headers }) => {
  const kept = new Headers(headers);
  kept.delete('content-type');
  return new Response(new TextEncoder().encode(text), { status, headers: kept });
};

const mediaTypes = [
  faultOf('ads', ['untyped', 'lists have no Content-Type', untyped], { clause: 'LAY-60', expect: 'WARN' }),
  faultOf('adAccounts', ['untyped', 'lists have no Content-Type', untyped], { clause: 'LAY-60', expect: 'WARN' }),
];

const errors = [
  faultOf(
    'campaigns',
    ['html-errors', 'errors are HTML pages', answering(() => HTML, { 'content-type': 'text/html' })],
    { clause: 'LAY-01', expect: 'WARN' },
    true,
  ),
  faultOf(
    'accounts',
    ['html-errors', 'errors are HTML pages', answering(() => HTML, { 'content-type': 'text/html' })],
    { clause: 'KAP-17', expect: 'WARN' },
    true,
  ),
  faultOf(
    'ads',
    ['empty-errors', 'errors have an empty body', answering(() => '')],
    { clause: 'LAY-01', expect: 'WARN' },
    true,
  ),
  faultOf(
    'adsets',
    ['text-errors', 'errors are plain text', answering(() => 'Unauthorized', { 'content-type': 'text/plain' })],
    { clause: 'LAY-01', expect: 'WARN' },
    true,
  ),
];

export const transportBytes: readonly Fault[] = [...lists, ...mediaTypes, ...errors];
