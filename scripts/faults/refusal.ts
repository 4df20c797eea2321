// Refusals that are answered otherwise than documented: another status, another code, or an empty list.
import type { Reply } from '../../mock/index.ts';
import { replying } from './answer.ts';
import { type Ask, on, within } from './ask.ts';
import type { Fault, Wrap } from './fault.ts';
import { LISTS, type ListName } from './lists.ts';

/** Refusals of one status, by the situation that they answer. */
const SITUATIONS = {
  'no-key': (reply: Reply, { call }: Ask) => reply.status === 401 && keyOf(call.headers) === '',
  'wrong-key': (reply: Reply, { call }: Ask) => reply.status === 401 && keyOf(call.headers) !== '',
  'no-scope': (reply: Reply) => reply.status === 403,
  'other-project': (reply: Reply) => reply.status === 404,
  'revoked-key': (reply: Reply, { call }: Ask) => reply.status === 401 && keyOf(call.headers).includes('revoked'),
  'no-plan': (reply: Reply) => reply.status === 403,
} as const satisfies Readonly<Record<string, (reply: Reply, ask: Ask) => boolean>>;

type Situation = keyof typeof SITUATIONS;

function keyOf(headers: Readonly<Record<string, string | undefined>>): string {
  return headers.authorization ?? headers['x-api-key'] ?? '';
}

const answering = (situation: Situation, answer: Pick<Reply, 'status' | 'body'>): Wrap =>
  replying((reply, ask) => (SITUATIONS[situation](reply, ask) ? { ...reply, ...answer } : reply));

/** One refusal and the answer that stands in its place. */
export type Refusal = readonly [
  list: ListName | 'everywhere',
  name: string,
  clause: string,
  summary: string,
  situation: Situation,
  answer: Pick<Reply, 'status' | 'body'>,
  expect?: 'WARN',
];

/** The fault that answers so. */
export function refusalFault([list, name, clause, summary, situation, answer, expect]: Refusal): Fault {
  return {
    id: `${name}-${list}`,
    family: 'authentication',
    clause,
    summary: `${list}: ${summary}`,
    ...(list === 'everywhere' ? { api: 'layers' } : { api: LISTS[list].api, list }),
    wrap: list === 'everywhere' ? answering(situation, answer) : within(on(list), answering(situation, answer)),
    ...(expect === undefined ? {} : { expect }),
  };
}
