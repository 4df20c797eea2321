// Callers who are to be refused and are served, and refusals that are not the documented ones.
import type { Asked } from '../asked.ts';
import { schemeOf } from '../caller.ts';
import { callOf, type Draft, plainDraft } from '../draft.ts';
import { withMember } from '../rewrite.ts';
import { changing, type Maker, pick, type What } from '../what.ts';

/** The call as a caller makes it who may, for a tenant of their own. */
function asOwner(asked: Asked): Asked['call'] {
  const { scene, call, query } = asked;
  const plain: Draft = plainDraft(scene);
  const scheme = schemeOf(scene);
  for (const [name, value] of query)
    if (scheme?.in !== 'query' || name !== scheme.parameter) plain.query.append(name, value);
  return { ...callOf(plain), headers: { ...call.headers, ...plain.headers } };
}

export const callerWhats: readonly Maker[] = [
  () => ({
    says: 'it is served as the owner would be',
    target: 'refused',
    start: changing((asked, _reply, again) => again(asOwner(asked))),
  }),
  () => ({
    says: 'it is answered with 200 and an empty list',
    target: 'refused',
    start: changing((asked, _reply, again) => {
      const served = again(asOwner(asked));
      return withMember(served, asked.scene.operation.list.items, []);
    }),
  }),
];

const refused = (says: string, change: Parameters<typeof changing>[0]): What => ({
  says,
  target: 'refused',
  start: changing(change),
});

const otherStatus: Maker = (_scene, random) => {
  const statuses = [400, 401, 403, 404, 409, 422, 500];
  const [first = 400, second = 404] = [pick(statuses, random), pick(statuses, random)];
  const statusFor = (status: number) => (status === first ? (first === second ? 418 : second) : first);
  return refused(`the status is ${first}, or ${second} where that is right`, (_asked, reply) => ({
    ...reply,
    status: statusFor(reply.status),
  }));
};

export const refusalWhats: readonly Maker[] = [
  otherStatus,
  ({ operation }, random) => {
    const { code } = operation.error;
    const other = pick(['UNKNOWN', 'BAD_KEY', 'invalid_request', 'NOT_ALLOWED'], random) ?? 'UNKNOWN';
    if (code === undefined) return undefined;
    return refused(`the code is ${other}`, (_asked, reply) => withMember(reply, code, other));
  },
  () =>
    refused('the rows stand in the body of the refusal', (asked, reply, again) => ({
      ...reply,
      body: again(asOwner(asked)).body,
    })),
  () => refused('the body is a text', (_asked, reply) => ({ ...reply, body: 'Not allowed.' })),
  () => refused('the body is empty', (_asked, reply) => ({ ...reply, body: {} })),
  ({ operation }) => {
    const { message } = operation.error;
    if (message === undefined) return undefined;
    return refused('the message is missing', (_asked, reply) => withMember(reply, message, undefined));
  },
  () =>
    refused('the error has no object around it', (_asked, reply) => ({ ...reply, body: { error: 'Not allowed.' } })),
];
