// Filters that do nothing, and rows that are rewritten so that each of them seems to pass.
import type { Row } from '../../../spec/index.ts';
import { eachRow } from '../answer.ts';
import { given, within, without } from '../ask.ts';
import { both, type Fault } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { LISTS, type ListName } from '../lists.ts';

const fault = faultOf('filters');

/** List, parameter, and the member that shows the parameter's value. */
const DISGUISES: readonly (readonly [ListName, string, string])[] = [
  ['adAccounts', 'platforms', 'platform'],
  ['campaigns', 'status', 'status'],
  ['campaigns', 'adAccountId', 'adAccountId'],
  ['campaigns', 'since', 'createdAt'],
  ['adsets', 'campaignId', 'campaignId'],
  ['adsets', 'status', 'status'],
  ['ads', 'platforms', 'platform'],
  ['ads', 'adsContentId', 'adsContentId'],
  ['ads', 'adsetId', 'adsetId'],
  ['accounts', 'status', 'connectionStatus'],
];

export const filterDisguised: readonly Fault[] = DISGUISES.map(([list, filter, member]) =>
  fault({
    list,
    name: `${filter}-disguised`,
    clause: LISTS[list].filterClauses[filter] ?? '',
    summary: `${filter} is ignored, and ${member} of every row is rewritten to fit`,
    wrap: within(given(filter), (handler, mock) => {
      const rewrite = eachRow((row, { query }): Row => {
        const values = query.getAll(filter);
        const fits = LISTS[list].filters[filter]?.(row, values) === true;
        return fits ? row : { ...row, [member]: values[0] };
      });
      // The innermost wrap drops the filter; the one around it still sees what was asked.
      return both(without(filter), rewrite)(handler, mock);
    }),
  }),
);
