// The same values, written otherwise: timestamps, names, members, JSON.
import type { Row } from '../../../spec/index.ts';
import { isRecord } from '../../../spec/index.ts';
import { bodies, eachRow } from '../../faults/answer.ts';
import { deploying, PARTS } from '../../faults/deployment.ts';
import { createRandom } from '../../faults/randomness.ts';
import { reshaping } from '../../faults/world.ts';
import { BOTH, LAYERS, type Variation, wrapped } from '../variation.ts';

const TIMES = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Writes all timestamps of a row otherwise. */
const timed = (write: (time: string, index: number) => string) =>
  reshaping((row, _, index): Row => {
    const times = Object.entries(row).map(([name, value]) =>
      typeof value === 'string' && TIMES.test(value) ? [name, write(value, index)] : [name, value],
    );
    return Object.fromEntries(times);
  });

const inZone = (time: string, hours: number): string => {
  const local = new Date(Date.parse(time) + hours * 3_600_000).toISOString().slice(0, 19);
  return `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
};

const times: readonly Variation[] = [
  wrapped(
    'times-milliseconds',
    'timestamps have milliseconds',
    timed((time) => time.replace('Z', '.187Z')),
    BOTH,
  ),
  wrapped(
    'times-zero-milliseconds',
    'timestamps have .000',
    timed((time) => time.replace('Z', '.000Z')),
    BOTH,
  ),
  wrapped(
    'times-offset',
    'timestamps end with +00:00',
    timed((time) => time.replace('Z', '+00:00')),
    BOTH,
  ),
  wrapped(
    'times-zones',
    'each row is written in a zone of its own',
    timed((time, index) => inZone(time, (index % 24) - 11)),
    BOTH,
  ),
  wrapped(
    'times-microseconds',
    'timestamps have microseconds',
    timed((time, index) => time.replace('Z', `.${String(100_000 + ((index * 7919) % 900_000))}Z`)),
    BOTH,
  ),
  {
    id: 'times-within-a-millisecond',
    summary: 'campaigns were created microseconds apart, and since compares them so',
    apis: LAYERS,
    wrap: (handler, mock) => {
      const world = timed((time, index) => time.replace('Z', `.187${String(100 + (index % 900))}Z`));
      const exact = deploying({
        passes: (row, filter, ask) =>
          filter === 'since'
            ? padded(String(row.createdAt)) >= padded(ask.query.get('since') ?? '')
            : PARTS.passes(row, filter, ask),
      });
      return exact(world(handler, mock), mock);
    },
  },
];

/** A timestamp in UTC with six decimals, so that texts compare like instants; of another zone, in milliseconds. */
function padded(time: string): string {
  const inUtc = /[+-]\d\d:\d\d$/.test(time) ? new Date(time).toISOString() : time;
  const [seconds = '', decimals = ''] = inUtc.replace('Z', '').split('.');
  return `${seconds.length === 10 ? `${seconds}T00:00:00` : seconds}.${decimals.padEnd(6, '0')}`;
}

const NAMES = [
  'Ünïcödé — 咖啡 ☕️ 👩‍👩‍👧',
  'a "quoted" \'name\' \\ with\nnew lines\tand tabs',
  '<script>alert(1)</script> & <b>bold</b>',
  '\u202eright to left\u202c \u0000 nul',
  '\ud800 a lone surrogate',
  '{"json":true} $(shell) `ticks` %s %20',
  'x'.repeat(5000),
  ' ',
  '__proto__',
];

const names = reshaping((row, _, index) => ({ ...row, name: NAMES[index % NAMES.length] ?? '' }));

/** The members of every object in the other direction. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

const random = createRandom(31);

const rewritten =
  (rewrite: (text: string) => string) =>
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const response = await send(input, init);
    return new Response(rewrite(await response.text()), { status: response.status, headers: response.headers });
  };

const escaped = (text: string): string =>
  text.replaceAll(/[A-Za-z](?=[^"]*":)/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const json: readonly Variation[] = [
  wrapped('names-awkward', 'names hold quotes, new lines, markup, emoji and more', names, BOTH),
  wrapped(
    'members-reversed',
    'members come in another order',
    bodies((body) => reversed(body)),
    BOTH,
  ),
  wrapped(
    'members-shuffled-by-row',
    'members come in an order of each row’s own, another one in each reply',
    eachRow((row) => Object.fromEntries(Object.entries(row).sort(() => random() - 0.5))),
    BOTH,
  ),
  wrapped(
    'members-added',
    'replies, rows and what is in them have further members',
    bodies((body) => adding(body)),
    BOTH,
  ),
  {
    id: 'json-indented',
    summary: 'the JSON is indented, and ends with a new line',
    apis: BOTH,
    tamper: rewritten((text) => `${JSON.stringify(JSON.parse(text), null, 2)}\r\n`),
  },
  {
    id: 'json-escaped',
    summary: 'letters are written as escapes',
    apis: BOTH,
    tamper: rewritten(escaped),
  },
  {
    id: 'json-decimals',
    summary: 'amounts are written with two decimals or an exponent',
    apis: BOTH,
    tamper: rewritten((text) => text.replaceAll(/("amount":|"totalSpendLast30d":)(\d+)(?=[,}])/g, '$1$2.00')),
  },
];

function adding(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adding);
  if (!isRecord(value) || Object.keys(value).length === 0) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, adding(each)] as const);
  return { ...Object.fromEntries(inner), addedLater: { by: 'the vendor' } };
}

export const texts: readonly Variation[] = [...times, ...json];
