// Rows that share what only one row may have.
import type { Row } from '../../../spec/index.ts';
import { eachRow, pages } from '../answer.ts';
import { within } from '../ask.ts';
import { CLAUSES } from '../clauses.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { CURSOR_LISTS, LISTS, type ListName } from '../lists.ts';

const fault = faultOf('references');

/** A second account of a platform, which every list and filter sees. */
const twoOf = (platform: string): Wrap => {
  return (handler, mock) => {
    const store = mock.stores.adAccount;
    const account = store.select({ values: new Map(), limit: 10 }).find((row) => row.platform === platform);
    store.put({ ...account, adAccountId: '01HXFZZZZZZZZZZZZZZZZZZZZZ', name: 'The second one' });
    return handler;
  };
};

const twoAccounts = ['meta_ads', 'tiktok_ads', 'apple_ads'].map((platform) =>
  fault({
    list: 'adAccounts',
    name: `two-on-${platform}`,
    clause: 'ACC-24',
    summary: `the project has two accounts on ${platform}`,
    wrap: twoOf(platform),
  }),
);

/** Where a row shows the id of another, it seems to be listed twice. */
const sameId = (list: ListName, isOther: (row: Row, rows: readonly Row[]) => boolean): Wrap => {
  return (handler, mock) => {
    const { resource, key } = LISTS[list];
    const rows = mock.stores[resource].select({ values: new Map(), limit: Number.POSITIVE_INFINITY });
    const id = rows[0]?.[key];
    const other = rows.find((row) => row !== rows[0] && isOther(row, rows))?.[key];
    return eachRow((row) => (row[key] === other ? { ...row, [key]: id } : row))(handler, mock);
  };
};

const ONCE: Readonly<Record<ListName, string>> = {
  adAccounts: 'ACC-24',
  campaigns: CLAUSES.campaigns['each row once'],
  adsets: CLAUSES.adsets['each row once'],
  ads: CLAUSES.ads['each row once'],
  accounts: 'KLY-13',
};

const duplicates = (Object.keys(ONCE) as ListName[]).flatMap((list) => [
  fault({
    list,
    name: 'two-rows-of-one-id',
    clause: ONCE[list],
    summary: 'the second row has the id of the first',
    wrap: sameId(list, (row, rows) => row === rows[1]),
  }),
  ...(list === 'adAccounts'
    ? []
    : [
        fault({
          list,
          name: 'far-rows-of-one-id',
          clause: ONCE[list],
          summary: 'the last row has the id of the first',
          wrap: sameId(list, (row, rows) => row === rows.at(-1)),
        }),
      ]),
]);

const repeated = (['adAccounts', 'accounts'] as const).map((list) =>
  fault({
    list,
    name: 'first-row-repeated',
    clause: ONCE[list],
    summary: 'the first row of a reply comes again at its end',
    wrap: pages((rows) => [...rows, ...rows.slice(0, 1)]),
  }),
);

const whole = CURSOR_LISTS.map((list) =>
  fault({
    list,
    name: 'page-repeats-a-row-by-default',
    clause: ONCE[list],
    summary: 'without limit and filters the first row comes again at the end of the first page',
    wrap: within(
      ({ query }) => [...query.keys()].length === 0,
      pages((rows) => [...rows.slice(0, -1), ...rows.slice(0, 1)]),
    ),
  }),
);

export const uniqueness: readonly Fault[] = [...twoAccounts, ...duplicates, ...repeated, ...whole];
