// The faults of servers and networks, in one table: what each does to an answer, and the parameters that it takes.
import type { Answer, Delivery } from '../answer/call.ts';
import { rawBody } from '../answer/json-body.ts';

/** A parameter of a fault. */
export type FaultParameter = {
  readonly summary: string;
  readonly default: number | string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Only whole numbers. @default false */
  readonly whole?: boolean;
};

type Values = Readonly<Record<string, number | string>>;

export type NetworkFault = {
  readonly summary: string;
  readonly parameters: Readonly<Record<string, FaultParameter>>;
  /** A status to answer with in place of the list, in the vendor's own error shape. */
  readonly refuse?: (values: Values) => { readonly status: number; readonly seconds?: number };
  /** Changes the answer; `random` is a number from 0 up to 1. */
  readonly change?: (answer: Answer, values: Values, random: number) => Answer;
};

const MINUTE = 60_000;
const ms = (summary: string, value: number): FaultParameter => ({
  summary,
  default: value,
  minimum: 0,
  maximum: MINUTE,
});

const delivered = (answer: Answer, delivery: Delivery): Answer => ({
  ...answer,
  delivery: { ...answer.delivery, ...delivery },
});
const delayed = (answer: Answer, time: number): Answer =>
  delivered(answer, { delay: (answer.delivery?.delay ?? 0) + Math.round(time) });

/** The 99th percentile of the standard normal distribution. */
const NORMAL_P99 = 2.326;

/** A draw from the standard normal distribution (Box and Muller), of one number from 0 up to 1. */
function normal(random: number): number {
  const second = (random * 7919) % 1;
  return Math.sqrt(-2 * Math.log(1 - random)) * Math.cos(2 * Math.PI * second);
}

export const networkFaults = {
  latency: {
    summary: 'Every answer takes this long.',
    parameters: { ms: ms('milliseconds', 300) },
    change: (answer, values) => delayed(answer, Number(values.ms)),
  },
  'latency-uniform': {
    summary: 'Every answer takes a time between two bounds.',
    parameters: { min: ms('the least, in milliseconds', 50), max: ms('the most, in milliseconds', 1000) },
    change: (answer, { min, max }, random) => delayed(answer, Number(min) + (Number(max) - Number(min)) * random),
  },
  'latency-long-tail': {
    summary: 'Most answers are fast, a few take very long (log-normal).',
    parameters: { median: ms('milliseconds', 80), p99: ms('milliseconds that one in a hundred takes', 2000) },
    change: (answer, { median, p99 }, random) => {
      const spread = Math.log(Math.max(1, Number(p99) / Math.max(1, Number(median)))) / NORMAL_P99;
      return delayed(answer, Math.min(MINUTE, Number(median) * Math.exp(spread * normal(random))));
    },
  },
  status: {
    summary: "Calls are answered with this status, in the vendor's own error shape.",
    parameters: { code: { summary: 'the status', default: 500, minimum: 400, maximum: 599, whole: true } },
    refuse: ({ code }) => ({ status: Number(code) }),
  },
  'too-many-requests': {
    summary: 'Calls are answered as documented for too many calls.',
    parameters: { seconds: { summary: 'how long to wait', default: 12, minimum: 1, maximum: 3600, whole: true } },
    refuse: ({ seconds }) => ({ status: 429, seconds: Number(seconds) }),
  },
  'connection-reset': {
    summary: 'The connection is broken off before any answer.',
    parameters: {},
    change: (answer) => delivered(answer, { ending: 'reset' }),
  },
  'cut-body': {
    summary: 'The connection ends within the body.',
    parameters: { share: { summary: 'how much of the body comes', default: 0.5, minimum: 0, maximum: 1 } },
    change: (answer, { share }) => delivered(answer, { ending: 'cut', share: Number(share) }),
  },
  'malformed-json': {
    summary: 'The body is no JSON: its end is missing.',
    parameters: {},
    change: (answer) => {
      const bytes = answer.body.bytes();
      return { ...answer, body: rawBody(bytes.subarray(0, Math.max(1, bytes.length - 2))) };
    },
  },
  'empty-body': {
    summary: 'The status is that of the answer, and there is no body.',
    parameters: {},
    change: (answer) => ({ ...answer, body: rawBody(Buffer.alloc(0)) }),
  },
  'slow-body': {
    summary: 'The body comes in pieces.',
    parameters: { ms: ms('milliseconds from the first piece to the last', 2000) },
    change: (answer, values) => delivered(answer, { pace: Number(values.ms) }),
  },
  'wrong-content-type': {
    summary: 'The answer says that it is something else than JSON.',
    parameters: { type: { summary: 'the media type', default: 'text/html' } },
    change: (answer, { type }) => ({ ...answer, headers: { ...answer.headers, 'Content-Type': String(type) } }),
  },
} as const satisfies Readonly<Record<string, NetworkFault>>;

/** The fault of this name, if it is one of these. */
export function networkFault(name: string): NetworkFault | undefined {
  return Object.hasOwn(networkFaults, name) ? networkFaults[name as keyof typeof networkFaults] : undefined;
}
