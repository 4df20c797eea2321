// Live data: rows are made, changed and deleted between the judge's calls, and always hang together.
import type { Row } from '../../../spec/index.ts';
import type { Mock } from '../../faults/built-in.ts';
import { deploying } from '../../faults/deployment.ts';
import { both, type Fault, type Wrap } from '../../faults/fault.ts';
import { LISTS, type ListName } from '../../faults/lists.ts';
import { createRandom } from '../../faults/randomness.ts';
import { everyRow } from '../../faults/world.ts';
import { BOTH, LAYERS, type Variation, wrapped } from '../variation.ts';

type Random = () => number;
const STATUSES = ['active', 'paused', 'archived', 'deleted', 'in_review', 'rejected'];
const CONNECTIONS = ['active', 'disconnected', 'token_expired'];

const pick = <T>(from: readonly T[], random: Random): T | undefined => from[Math.floor(random() * from.length)];

/** One change of the world. */
type Change = (mock: Mock, random: Random, count: number) => void;

const flip =
  (list: ListName, members: (random: Random, count: number) => Row): Change =>
  (mock, random, count) => {
    const row = pick(everyRow(mock, list), random);
    if (row !== undefined) mock.stores[LISTS[list].resource].put({ ...row, ...members(random, count) });
  };

/** A new row like another, just created. */
const insert =
  (list: ListName): Change =>
  (mock, random, count) => {
    const row = pick(everyRow(mock, list), random);
    const { resource, key } = LISTS[list];
    if (row === undefined) return;
    const time = `2026-06-15T12:${String(Math.floor(count / 60) % 60).padStart(2, '0')}:${String(count % 60).padStart(2, '0')}Z`;
    const born = list === 'accounts' ? { connectedAt: time } : { createdAt: time };
    mock.stores[resource].put({ ...row, ...born, [key]: `01LIVE${String(count).padStart(20, '0')}` });
  };

/** Rows that nobody refers to may go. */
const remove =
  (list: 'ads' | 'adsets' | 'campaigns' | 'accounts'): Change =>
  (mock, random) => {
    const { resource, key } = LISTS[list];
    const children: readonly Row[] =
      list === 'campaigns'
        ? [...everyRow(mock, 'adsets'), ...everyRow(mock, 'ads')]
        : list === 'adsets'
          ? everyRow(mock, 'ads')
          : [];
    const named = new Set(children.map((child) => child[key]));
    const row = pick(
      everyRow(mock, list).filter((each) => !named.has(each[key])),
      random,
    );
    if (row !== undefined) mock.stores[resource].remove(String(row[key]));
  };

/** A campaign with an ad set with an ad, all new. */
const insertFamily: Change = (mock, random, count) => {
  const ad = pick(everyRow(mock, 'ads'), random);
  const adset = mock.stores.adset.get(String(ad?.adsetId));
  const campaign = mock.stores.campaign.get(String(ad?.campaignId));
  if (ad === undefined || adset === undefined || campaign === undefined) return;
  const born = { createdAt: '2026-06-15T12:30:00Z' };
  const [campaignId, adsetId, adId] = ['C', 'S', 'A'].map((kind) => `01LIVE${kind}${String(count).padStart(19, '0')}`);
  mock.stores.campaign.put({ ...campaign, ...born, campaignId });
  mock.stores.adset.put({ ...adset, ...born, campaignId, adsetId });
  mock.stores.ad.put({ ...ad, ...born, campaignId, adsetId, adId });
};

const FLIPS: readonly Change[] = [
  flip('campaigns', (random) => ({ status: pick(STATUSES, random) })),
  flip('adsets', (random) => ({ status: pick(STATUSES, random) })),
  flip('ads', (random) => ({ status: pick(STATUSES, random) })),
  flip('ads', (random) => ({ adsContentId: random() < 0.5 ? null : '01HXD2A2B3C4D5E6F7G8H9J0K1' })),
  flip('campaigns', (_, count) => ({ name: `Renamed ${count}` })),
  flip('adAccounts', (random) => ({ tokenStatus: pick(['valid', 'expired', 'revoked', 'pending'], random) })),
  flip('accounts', (random) => ({ connectionStatus: pick(CONNECTIONS, random) })),
  flip('accounts', (_, count) => ({ totalSpendLast30d: count, lastSyncedAt: '2026-06-15T12:00:00Z' })),
];
const INSERTS: readonly Change[] = [insert('ads'), insert('ads'), insert('accounts'), insertFamily];
const REMOVALS: readonly Change[] = [
  remove('ads'),
  remove('ads'),
  remove('adsets'),
  remove('campaigns'),
  remove('accounts'),
];

/** Changes the world before some calls. */
const living =
  (changes: readonly Change[], seed: number, share: number): Wrap =>
  (handler, mock) => {
    const random = createRandom(seed);
    let count = 0;
    return {
      handle: (call) => {
        count += 1;
        if (random() < share) pick(changes, random)?.(mock, random, count);
        return handler.handle(call);
      },
    };
  };

const EVERYTHING = [...FLIPS, ...INSERTS, ...REMOVALS];

/** A fault over rows that change before one call in 25; undefined for one that is no wrap. */
export function onLiveData(fault: Fault, seed: number): Fault | undefined {
  if (!('wrap' in fault)) return undefined;
  return { ...fault, id: `live:${fault.id}`, wrap: both(living(EVERYTHING, seed, 1 / 25), fault.wrap) };
}

/** Everything changes, with as many seeds as are asked for. */
export function liveVariations(seeds: number): readonly Variation[] {
  const busy = Array.from({ length: seeds }, (_, seed) =>
    wrapped(
      `live-${seed + 1}`,
      'rows are made, changed and deleted, before one call in three',
      living(EVERYTHING, 100 + seed, 1 / 3),
      BOTH,
    ),
  );
  return [
    wrapped('live-flips', 'rows change before every second call', living(FLIPS, 51, 1 / 2), BOTH),
    wrapped('live-inserts', 'rows are made before one call in four', living(INSERTS, 52, 1 / 4), BOTH),
    wrapped('live-removals', 'rows are deleted before one call in four', living(REMOVALS, 53, 1 / 4), BOTH),
    wrapped('live-rarely', 'something changes before one call in fifty', living(EVERYTHING, 54, 1 / 50), BOTH),
    wrapped('live-always', 'something changes before every call', living(EVERYTHING, 55, 1), BOTH),
    wrapped(
      'live-offsets',
      'rows come and go, and pages are cut by offset, so that they shift',
      both(deploying({}), living([...INSERTS, ...REMOVALS], 56, 1 / 5)),
      LAYERS,
    ),
    ...busy,
  ];
}
