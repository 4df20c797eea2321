// Two filters or more at once, combined wrongly.
import { all, given, within, without } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import { deploying, PARTS } from '../deployment.ts';
import type { Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS } from '../lists.ts';

const fault = faultOf('filters');
const LAYERS = ['adAccounts', ...CURSOR_LISTS] as const;

function pairsOf(filters: readonly string[]): (readonly [string, string])[] {
  return filters.flatMap((one, index) => filters.slice(index + 1).map((other) => [one, other] as const));
}

const ignoredBeside = LAYERS.flatMap((list) => {
  const { filters, filterClauses } = LISTS[list];
  return pairsOf(Object.keys(filters)).flatMap(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([lost = '', beside = '']) =>
      fault({
        list,
        name: `${lost}-ignored-beside-${beside}`,
        clause: filterClauses[lost] ?? '',
        summary: `${lost} is ignored where ${beside} is given`,
        wrap: within(given(beside), without(lost)),
      }),
    ),
  );
});

const either = CURSOR_LISTS.flatMap((list) =>
  pairsOf(Object.keys(LISTS[list].filters)).map(([one, other]) =>
    fault({
      list,
      name: `${one}-or-${other}`,
      clause: LISTS[list].filterClauses[one] ?? '',
      summary: `${one} and ${other} together list the rows that pass either`,
      wrap: within(given(one, other), deploying({ combine: (outcomes) => outcomes.some(Boolean) })),
    }),
  ),
);

/** The third filter of a call is ignored. */
const TRIPLES = [
  ['adsets', 'status', ['platforms', 'adAccountId']],
  ['ads', 'status', ['campaignId', 'platforms']],
  ['ads', 'adsContentId', ['status', 'platforms']],
  ['campaigns', 'since', ['status', 'platforms']],
] as const;

const third = TRIPLES.map(([list, lost, beside]) =>
  fault({
    list,
    name: `${lost}-ignored-beside-two`,
    clause: LISTS[list].filterClauses[lost] ?? '',
    summary: `${lost} is ignored where ${beside.join(' and ')} are given together`,
    wrap: within(all(given(...beside), given(lost)), without(lost)),
  }),
);

/** Several values of two filters are taken pair by pair: the first with the first, the second with the second. */
const zipped = CURSOR_LISTS.map((list) =>
  fault({
    list,
    name: 'several-values-zipped',
    clause: CLAUSES[list]['nothing left out'],
    summary: 'several platforms and several statuses are taken pair by pair',
    wrap: within(
      ({ query }) => query.getAll('platforms').length > 1 && query.getAll('status').length > 1,
      deploying({
        passes: (row, filter, ask) => {
          const [platforms, statuses] = [ask.query.getAll('platforms'), ask.query.getAll('status')];
          const isPair = platforms.some((each, index) => row.platform === each && row.status === statuses[index]);
          return filter === 'platforms' || filter === 'status' ? isPair : PARTS.passes(row, filter, ask);
        },
      }),
    ),
  }),
);

export const filterPairs: readonly Fault[] = [...ignoredBeside, ...either, ...third, ...zipped];
