// Ids in other forms than the mock's: the documentation shows several and tells clients to send back what came.
import { createHash } from 'node:crypto';
import type { Row } from '../../../spec/index.ts';
import type { Wrap } from '../../faults/fault.ts';
import { reshaping } from '../../faults/world.ts';
import { BOTH, LAYERS, type Variation, wrapped } from '../variation.ts';

const IDS = ['adAccountId', 'campaignId', 'adsetId', 'adId', 'adsContentId', 'id'];

/** Writes every id of the world in another form, the same one wherever it stands. */
const spelling = (spell: (id: string, member: string) => string): Wrap =>
  reshaping((row): Row => {
    const spelled = IDS.filter((name) => typeof row[name] === 'string').map(
      (name) => [name, spell(String(row[name]), name)] as const,
    );
    return { ...row, ...Object.fromEntries(spelled) };
  });

const digest = (id: string): string => createHash('sha256').update(id).digest('hex');
const uuid = (id: string): string => {
  const hex = digest(id);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};
const number = (id: string): string => BigInt(`0x${digest(id).slice(0, 14)}`).toString();
const PREFIXES: Readonly<Record<string, string>> = {
  adAccountId: 'aa_',
  campaignId: 'cmp_',
  adsetId: 'adg_',
  adId: 'ad_',
  adsContentId: 'adc_',
  id: 'act_',
};

export const ids: readonly Variation[] = [
  wrapped('ids-uuid', 'ids are UUIDs', spelling(uuid), BOTH),
  wrapped(
    'ids-prefixed-uuid',
    'ids are UUIDs with a prefix',
    spelling((id, member) => `${PREFIXES[member]}${uuid(id)}`),
    BOTH,
  ),
  wrapped('ids-numbers', 'ids are whole numbers as strings', spelling(number), BOTH),
  wrapped(
    'ids-upper-case',
    'ids are UUIDs in capitals',
    spelling((id) => uuid(id).toUpperCase()),
  ),
  wrapped('ids-short', 'ids are as short as can be', spelling(countingUp()), BOTH),
  wrapped(
    'ids-long',
    'ids have 180 letters',
    spelling((id) => digest(id).repeat(3).slice(0, 180)),
    BOTH,
  ),
  wrapped(
    'ids-awkward',
    'ids hold letters that have a meaning in URLs',
    spelling((id) => `${number(id)}/é+&=%20 #?,;`),
    BOTH,
  ),
  wrapped('ids-nested', 'ids are the beginnings of other ids, and differ only in capitals', spelling(nested()), LAYERS),
  wrapped('ids-shared', 'a campaign, its ad set and its ad have the same id', spelling(countingByMember())),
];

/** "1", "2", "3": another number for every id. */
function countingUp(): (id: string) => string {
  const seen = new Map<string, string>();
  return (id) => {
    const known = seen.get(id) ?? String(seen.size + 1);
    seen.set(id, known);
    return known;
  };
}

/** Each kind of thing counts for itself, so that ids of different kinds are alike. */
function countingByMember(): (id: string, member: string) => string {
  const counters = new Map<string, (id: string) => string>();
  return (id, member) => {
    const counter = counters.get(member) ?? countingUp();
    counters.set(member, counter);
    return counter(id);
  };
}

/** "a", "A", "aa", "aA", ...: short ids of two letters. */
function nested(): (id: string) => string {
  const count = countingUp();
  return (id) => Number(count(id)).toString(2).replaceAll('0', 'a').replaceAll('1', 'A');
}
