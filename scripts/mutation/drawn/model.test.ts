import { expect, test } from 'vitest';
import type { Call } from '../../../mock/index.ts';
import { createMock } from '../../faults/built-in.ts';
import { readCall } from './asked.ts';
import { breachOf } from './breach.ts';
import { deploy } from './combination.ts';
import { callOf, copyOf, plainDraft } from './draft.ts';
import { nameOf } from './factor.ts';
import { createLedger } from './ledger.ts';
import { modelOf } from './model.ts';
import { outcomeOf } from './outcome.ts';
import { sceneOf } from './scene.ts';
import { changing } from './what.ts';

const mock = createMock({ seed: 1 });
const ID = '01HXF2A2B3C4D5E6F7G8H9J0K1';

/** The classes of a call, and what the documents say of it. */
function classified(operation: string, query: string, headers: Call['headers'] = {}, path?: string) {
  const { scene, factors } = modelOf(sceneOf(mock, operation));
  const plain = callOf(plainDraft(scene));
  const call = { ...plain, query, path: path ?? plain.path, headers: { ...plain.headers, ...headers } };
  const asked = readCall(scene, call, createLedger());
  const classes = factors.flatMap(({ classes: all }) => all.filter(({ holds }) => holds(asked)).map(nameOf));
  return { classes, outcome: outcomeOf(asked) };
}

const KEY = { authorization: 'Bearer lp_test_01HX9Y6K7EJ4T2AB_mock-full-access-key-for-offline-use-only-000' };

test.each<readonly [string, string, Call['headers'], string, unknown]>([
  ['listAds', '', {}, 'status not given', 'served'],
  ['listAds', 'status=paused', {}, 'status is paused', 'served'],
  ['listAds', 'status=active&status=rejected', {}, 'status has several values in documented order', 'served'],
  ['listAds', 'status=rejected&status=active', {}, 'status has several values in another order', 'served'],
  ['listAds', 'status=active&status=active', {}, 'status has a value twice', 'served'],
  ['listAds', 'status=active&status=paused', {}, 'status has paused among several', 'served'],
  ['listAds', 'status=nonsense', {}, 'page size is not given', 'open'],
  ['listAds', `adAccountId=${ID}`, {}, 'adAccountId names something that rows have', 'served'],
  ['listAds', `adAccountId=${ID.toLowerCase()}`, {}, 'adAccountId is the id of something, in another case', 'nothing'],
  ['listAds', `adAccountId=${ID.slice(0, -1)}`, {}, 'adAccountId is the id of something, cut', 'nothing'],
  ['listAds', 'adAccountId=x', {}, 'adAccountId names nothing that there is', 'nothing'],
  ['listAds', 'limit=200', {}, 'page size is the largest, 200', 'served'],
  ['listAds', 'limit=201', {}, 'status not given', 'open'],
  ['listAds', 'cursor=', {}, 'cursor is empty', 'first page'],
  ['listAds', 'cursor=what', {}, 'cursor is invented', 'first page'],
  ['listAds', '', { authorization: undefined }, 'caller has no key', ['no-credential', 'wrong-credential']],
  [
    'listAds',
    '',
    { authorization: `${KEY.authorization}1` },
    'caller has the valid key lengthened',
    ['wrong-credential'],
  ],
  [
    'listAds',
    '',
    { authorization: KEY.authorization.replace('Bearer', 'Basic') },
    'caller has the valid key under another scheme',
    ['no-credential', 'wrong-credential'],
  ],
  [
    'listAds',
    '',
    { authorization: undefined, 'x-api-key': KEY.authorization.slice(7) },
    'caller has the valid key in another header',
    'open',
  ],
  ['listCampaigns', 'since=2020-01-01T00:00:00Z', {}, 'since is before the oldest row', 'served'],
  ['listCampaigns', 'since=2020-01-01T02:00:00%2B02:00', {}, 'since is written in another zone', 'open'],
  ['listCampaigns', 'since=2020-01-01T00:00:00.5Z', {}, 'since is written with fraction digits', 'open'],
  ['listAdAccounts', 'healthy=false', {}, 'healthy is false', 'open'],
  ['listAccounts', 'page=2', {}, 'place is the second page', 'served'],
  ['listAccounts', 'page=3', {}, 'place is the last page of several', 'served'],
  ['listAccounts', 'page=4', {}, 'page size is not given', 'open'],
  ['listAccounts', 'page_size=23', {}, 'page size leaves one row for the last page', 'served'],
])('%s?%s %o: %s', (operation, query, headers, name, outcome) => {
  const { classes, outcome: found } = classified(operation, query, headers);
  expect(classes).toContain(name);
  expect(found).toEqual(outcome);
});

test('the clean mock breaks nothing in any class', () => {
  const broken: string[] = [];
  for (const { id } of mock.contract.operations) {
    const { scene, factors } = modelOf(sceneOf(mock, id));
    const nothing = { says: '', target: 'served', start: changing((_asked, reply) => reply) } as const;
    for (const one of factors.flatMap(({ classes }) => classes)) {
      for (const setting of one.settings.slice(0, 2)) {
        const ledger = createLedger();
        const handler = deploy({ operation: id, where: [], what: nothing }, mock, mock, ledger);
        const draft = copyOf(plainDraft(scene));
        setting(draft, scene, (call) => handler.handle(call));
        const breach = breachOf(scene, handler, callOf(draft), ledger);
        if (breach !== undefined) broken.push(`${id}: ${nameOf(one)}: ${breach.says}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('a value that is sent twice may be what a call is refused for, and several values may not', () => {
  const scene = sceneOf(mock, 'listCampaigns');
  const refusing = { handle: () => ({ status: 422, headers: {}, body: {} }) };
  const breachIn = (query: string) =>
    breachOf(scene, refusing, { ...callOf(plainDraft(scene)), query }, createLedger());
  expect(breachIn('status=active&status=paused&status=active')).toBeUndefined();
  expect(breachIn('status=active&status=paused')?.says).toContain('422');
  // As ids may that nothing has together with what else is asked.
  const [row = {}] = scene.rows;
  const other = scene.rows.find((each) => each.adAccountId !== row.adAccountId && each.platform !== row.platform);
  const of = (platform: unknown) => `adAccountId=${row.adAccountId}&platforms=${platform}`;
  expect(breachIn(of(other?.platform))).toBeUndefined();
  expect(breachIn(of(row.platform))?.says).toContain('422');
});
