// Two thousand requests to the control plane, hostile ones among them: what is refused changes nothing, what is accepted
// leaves every promise of the contract true, and each reply is as the document says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';
import { allRows, brokenPromises, everythingOf } from '../state/sample-promises.ts';
import { control } from './control-plane.ts';
import { judgeReplies, operationOf } from './sample-replies.ts';
import { HOSTILE_BODIES, MEMBERS, METHODS, NAMES, QUERIES, SENSIBLE, VALUES } from './sample-requests.ts';

const contract = loadContract();
const mock = createMock({ contract, scenario: 'one-page', frozen: true, checkReplies: true });
const judge = judgeReplies();

const rows = contract.operations.flatMap(({ list }) =>
  (allRows(mock)[list.name] ?? []).slice(0, 5).map((each) => ({ list: list.name, key: String(each[list.key]) })),
);
const value = fc.constantFrom(...VALUES, ...rows.map(({ key }) => key));
const members = fc.dictionary(fc.constantFrom(...MEMBERS), value, { maxKeys: 2, noNullPrototype: true });
const list = fc.constantFrom(...rows.map((row) => `/state/${row.list}`), '/state/ad-accounts', '/state/nothing');
const row = fc.constantFrom(...rows.map((each) => `/state/${each.list}/${each.key}`));

const path = (text: string): fc.Arbitrary<string> => {
  if (text.startsWith('list')) return list.map((begin) => begin + text.slice(4));
  return text.startsWith('row') ? row.map((begin) => begin + text.slice(3)) : fc.constant(text);
};
const sensible = fc.constantFrom(...SENSIBLE).chain(([method, paths, bodies]) =>
  fc.record({
    method: fc.constant(method),
    path: fc.constantFrom(...paths).chain(path),
    body: fc
      .constantFrom(...bodies)
      .chain((body) => (body === 'members' ? members.map((each) => JSON.stringify(each)) : fc.constant(body))),
  }),
);
const hostile = fc.record({
  method: fc.constantFrom(...METHODS),
  path: fc.oneof(
    fc
      .array(fc.constantFrom('state', 'snapshots', 'faults', 'clock', 'restore', 'campaign', ...NAMES), {
        maxLength: 5,
      })
      .map((parts) => `/${parts.join('/')}`),
    fc.string({ unit: 'binary', maxLength: 20 }),
    row,
    list,
  ),
  body: fc.oneof(fc.constantFrom(...HOSTILE_BODIES), fc.json({ maxDepth: 4 })),
});
const withHostileBody = fc
  .tuple(sensible, fc.constantFrom(...HOSTILE_BODIES))
  .map(([part, body]) => ({ ...part, body }));
const request = fc.tuple(
  fc.oneof(
    { arbitrary: sensible, weight: 5 },
    { arbitrary: withHostileBody, weight: 2 },
    { arbitrary: hostile, weight: 2 },
  ),
  fc.constantFrom(...QUERIES),
);

test('no request breaks the mock, or leaves anything half done', () => {
  const session = 'hostile';
  const statesOf = () => Object.values(mock.sessions.of(session)?.state.stores ?? {}).map((store) => store.state());
  const statuses = new Map<number, number>();
  fc.assert(
    fc.property(fc.array(request, { minLength: 50, maxLength: 50 }), (requests) => {
      mock.sessions.drop(session);
      for (const [part, query] of requests) {
        const [before, states] = [everythingOf(mock, session), statesOf()];
        const reply = control(mock, { ...part, query, session });
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500);
        expect(judge(operationOf(part.method, part.path), reply)).toBeUndefined();
        if (reply.status >= 400) expect(everythingOf(mock, session)).toEqual(before);
        else if (statesOf().some((state, place) => state !== states[place]))
          expect(brokenPromises(mock, session)).toEqual([]);
      }
      control(mock, { method: 'DELETE', path: '/faults', query: '', session, body: '' });
      for (const operation of contract.operations) {
        const { headers, ...asked } = sampleCall(operation);
        const { status } = mock.handle({ ...asked, headers: { ...headers, 'x-mock-session': session } });
        expect(status).toBe(200);
      }
    }),
    { numRuns: 40, seed: 1 },
  );
  const seen = [200, 201, 202, 204, 400, 404, 405].map((status) => statuses.get(status) ?? 0);
  expect(Math.min(...seen), seen.join(', ')).toBeGreaterThan(4);
});
