// A wrong key and no key that are refused with different codes.
import { expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { type Contract, type Operation, placeParameter } from '../../../spec/index.ts';
import { readTexts, TEXT } from '../../../spec/load/sample-document.ts';
import { ownContract } from '../../own-contract.ts';
import { type Change, resultOf, theFirst, unchanged } from '../sample-deployment.ts';

const contract = readTexts({ 'shop.yaml': TEXT });
const operation = theFirst(contract.operations, ({ id }) => id === 'listOrders');
const codes = ['no-credential', 'wrong-credential'] as const;
const [noKey, wrongKey] = codes.map((situation) => operation.refusals[situation]?.code);

/** Refusals with this status have this code where the call shows a key as documented, or where it does not. */
const coded =
  (code: string | undefined, isOf: (authorization: string) => boolean): Change =>
  (send) =>
  async (input, init) => {
    const reply = await send(input, init);
    const shown = new Headers(init?.headers).get('authorization') ?? '';
    return reply.status === 401 && isOf(shown) ? Response.json({ code, message: 'No.' }, { status: 401 }) : reply;
  };

const judged = (change: Change) => {
  const mock = createMock({ contract });
  return resultOf(mock, { check: 'authentication', operation, fetch: change(createFetch(mock)) });
};

test('both codes as documented are right', async () => {
  expect(noKey).not.toBe(wrongKey);
  expect(await judged(unchanged)).toMatchObject({ verdict: 'PASS', findings: [] });
});

test('a wrong key with the code of a missing one is found', async () => {
  const { findings } = await judged(coded(noKey, (shown) => /^Bearer ./.test(shown)));
  expect(findings.map(({ subject }) => subject)).toEqual(['wrong-credential']);
  expect(findings[0]?.examples[0]).toMatchObject({ expected: `status 401 with code ${wrongKey}` });
});

test('a key that is not where it is looked for may be a missing one', async () => {
  const { findings } = await judged(coded(noKey, (shown) => !/^Bearer ./.test(shown)));
  expect(findings).toEqual([]);
});

test('what the owner is refused as well is told of the call, and of no key', async () => {
  const own = ownContract();
  const list = theFirst(own.operations, ({ list: { paging } }) => paging.style === 'page');
  const place = placeParameter(list.list.paging) ?? '';
  const { findings } = await refusingPages(own, list, place, true);
  expect(findings).toEqual([]);
  const { findings: told } = await refusingPages(own, list, place, false);
  expect(told.map(({ subject }) => subject)).toContain('wrong-credential');
});

/** What comes of a deployment that refuses later pages before it looks at the key, to everyone or to those with a wrong one. */
function refusingPages(own: Contract, list: Operation, place: string, isForAll: boolean) {
  const mock = createMock({ contract: own });
  const send = createFetch(mock);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const reply = await send(input, init);
    const isMeant = new URL(String(input)).searchParams.has(place) && (isForAll || reply.status === 401);
    const error = { error: { type: 'invalid_request', message: 'No.' } };
    return isMeant ? Response.json(error, { status: 400 }) : reply;
  };
  return resultOf(mock, { check: 'authentication', operation: list, only: ['page-arithmetic'], fetch });
}
