// The filters of the two lists of accounts: health, source of credentials, connection status.
import type { Row } from '../../../spec/index.ts';
import { type Body, bodies, pages, rowsOf } from '../answer.ts';
import { asks, turning, within, without } from '../ask.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { numbering } from '../numbering.ts';

const fault = faultOf('filters');
const healthy = asks('healthy', 'true');

/** Under healthy=true, the accounts that this lets through. */
const healthyMeans = (passes: (row: Row) => boolean): Wrap =>
  within(healthy, (handler, mock) => {
    const wrapped = pages((_, __, { stores }) =>
      stores.adAccount.select({ values: new Map(), limit: 10 }).filter(passes),
    );
    return wrapped(handler, mock);
  });

const health: readonly Fault[] = [
  fault({
    list: 'adAccounts',
    name: 'healthy-inverted',
    clause: 'ACC-18',
    summary: 'healthy=true lists the accounts that are not valid',
    wrap: healthyMeans((row) => row.tokenStatus !== 'valid'),
  }),
  fault({
    list: 'adAccounts',
    name: 'healthy-finds-nothing',
    clause: 'ACC-20',
    summary: 'healthy=true finds nothing',
    wrap: healthyMeans(() => false),
  }),
  fault({
    list: 'adAccounts',
    name: 'healthy-first-only',
    clause: 'ACC-20',
    summary: 'healthy=true lists the Meta account only',
    wrap: healthyMeans((row) => row.tokenStatus === 'valid' && row.platform === 'meta_ads'),
  }),
  ...['expired', 'revoked', 'pending'].map((status) =>
    fault({
      list: 'adAccounts',
      name: `healthy-keeps-${status}`,
      clause: 'ACC-18',
      summary: `healthy=true also lists accounts whose token is ${status}`,
      world: { scenario: 'tokens' },
      wrap: healthyMeans((row) => row.tokenStatus === 'valid' || row.tokenStatus === status),
    }),
  ),
  fault({
    list: 'adAccounts',
    name: 'healthy-refused',
    clause: 'ACC-19',
    summary: 'healthy=true is refused',
    wrap: turning('healthy', () => ['no boolean']),
  }),
];

const credentials: readonly Fault[] = [
  fault({
    list: 'adAccounts',
    name: 'agency-lists-all',
    clause: 'ACC-17',
    summary: 'credentialMode=agency lists all accounts',
    wrap: within(asks('credentialMode', 'agency'), without('credentialMode')),
  }),
  fault({
    list: 'adAccounts',
    name: 'byo-finds-nothing',
    clause: 'ACC-20',
    summary: 'credentialMode=byo finds nothing',
    wrap: turning('credentialMode', () => ['agency']),
  }),
  fault({
    list: 'adAccounts',
    name: 'agency-refused',
    clause: 'ACC-16',
    summary: 'credentialMode=agency is refused',
    wrap: turning('credentialMode', (values) => values.map((value) => (value === 'agency' ? 'none' : value))),
  }),
];

const connection: readonly Fault[] = [
  fault({
    list: 'accounts',
    name: 'status-is-metas',
    clause: 'KLY-05',
    summary: 'status filters by the status on Meta',
    wrap: numbering({ passes: (row, status) => status === '' || row.status === status }),
  }),
  fault({
    list: 'accounts',
    name: 'status-is-both',
    clause: 'KLY-07',
    summary: 'status=active leaves out accounts that are not active on Meta',
    wrap: numbering({
      passes: (row, status) =>
        status === '' || (row.connectionStatus === status && (status !== 'active' || row.status === status)),
    }),
  }),
  fault({
    list: 'accounts',
    name: 'status-is-either',
    clause: 'KLY-05',
    summary: 'status=active also lists accounts that are active on Meta only',
    wrap: numbering({
      passes: (row, status) => status === '' || row.connectionStatus === status || row.status === status,
    }),
  }),
  fault({
    list: 'accounts',
    name: 'disconnected-hidden',
    clause: 'KLY-07',
    summary: 'without status the disconnected accounts are left out',
    wrap: numbering({
      passes: ({ connectionStatus }, status) =>
        status === '' ? connectionStatus !== 'disconnected' : connectionStatus === status,
    }),
  }),
  fault({
    list: 'accounts',
    name: 'status-ignored-behind-first-page',
    clause: 'KLY-05',
    summary: 'status is ignored from the second page on',
    wrap: within(({ query }) => query.has('page') && query.get('page') !== '1', without('status')),
  }),
  fault({
    list: 'accounts',
    name: 'status-after-paging',
    clause: 'KLY-07',
    summary: 'status is applied after the page was cut',
    wrap: (handler, mock) => {
      const whole = without('status')(handler, mock);
      return bodies((_, ask) => {
        const body = whole.handle(ask.call).body as Body;
        return { ...body, data: rowsOf(body, ask).filter((row) => isIn(row, ask.query.get('status'))) };
      })(handler, mock);
    },
  }),
];

function isIn(row: Row, status: string | null): boolean {
  return status === null || row.connectionStatus === status;
}

export const filterAccounts: readonly Fault[] = [...health, ...credentials, ...connection];
