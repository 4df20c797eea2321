// The calls that a cross-check makes: read from the contract, so that a new operation is checked without a line here.
import {
  type Credential,
  credentialFor,
  type FilterValue,
  type Operation,
  type Parameter,
  type Role,
  type Row,
  type Situation,
  shownKey,
} from '../../spec/index.ts';

/** One call, and what the contract says of it. */
export type PlannedCall = {
  readonly operation: Operation;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** The status that the mock must answer. */
  readonly status: number;
  /** Whether the request is not as documented, and meant so. */
  readonly bad: boolean;
};

/** A call that makes the handler break, so that its 500 is seen, too. */
export const BREAK_HEADER = 'x-crosscheck-break';

/** The operation as documented, asked by a caller who may. */
export function goodCall(operation: Operation, query: PlannedCall['query'] = []): PlannedCall {
  const path = pathOf(operation, ({ own }) => shown(own));
  return { operation, path, query, headers: headersOf(operation, keyOf(operation, 'valid')), status: 200, bad: false };
}

/** Every value of every filter, alone and with others, and the bounds of the page size; `rows` provide values of ids and times. */
export function filterCalls(operation: Operation, rows: readonly Row[]): PlannedCall[] {
  const values = operation.filters.flatMap(({ name, field, allowed, many }) => {
    const known = allowed.length > 0 ? allowed : seen(rows, field).slice(0, 5);
    const single = known.map((value) => [[name, String(value)] as const]);
    return many ? [...single, known.map((value) => [name, String(value)] as const)] : single;
  });
  const all = operation.filters.map(
    ({ name, field, allowed }) => [name, String(allowed[0] ?? seen(rows, field)[0])] as const,
  );
  const { size, paging } = operation.list;
  const name = paging.limit;
  const bounds =
    size === undefined || name === undefined
      ? []
      : [size.minimum, size.maximum].map((value) => [[name, String(value)] as const]);
  return [...values, ...(all.length > 1 ? [all] : []), ...bounds].map((query) => goodCall(operation, query));
}

/** A call for every way in which the contract lets this operation be refused, but for the rate limit. */
export function refusedCalls(operation: Operation): PlannedCall[] {
  return (Object.keys(operation.refusals) as Situation[]).flatMap((situation) => {
    const status = operation.refusals[situation]?.status ?? 0;
    return faultsOf(operation, situation).map((fault) => ({
      ...goodCall(operation),
      ...fault,
      status,
      bad: true,
    }));
  });
}

function faultsOf(operation: Operation, situation: Situation): Partial<PlannedCall>[] {
  const withKey = (key: string) => [{ headers: headersOf(operation, key) }];
  const faults: Record<Situation, () => Partial<PlannedCall>[]> = {
    'no-credential': () => [{ headers: {} }],
    'wrong-credential': () => withKey('nobodys-key'),
    'revoked-credential': () => withKey(keyOf(operation, 'revoked-credential')),
    'insufficient-scope': () => withKey(keyOf(operation, 'insufficient-scope')),
    'insufficient-plan': () => withKey(keyOf(operation, 'insufficient-plan')),
    'unknown-tenant': () => [{ path: pathOf(operation, () => 'prj_00000000000000000000000000') }],
    'foreign-tenant': () => [{ path: pathOf(operation, ({ foreign }) => shown(foreign)) }],
    'invalid-parameter': () =>
      operation.parameters.flatMap((parameter) =>
        badValues(parameter).map((value) => ({ query: [[parameter.name, value] as const] })),
      ),
    'rate-limited': () => [],
    'internal-error': () => [{ headers: { ...goodCall(operation).headers, [BREAK_HEADER]: 'yes' } }],
  };
  return faults[situation]();
}

/** Values that a query parameter cannot have. */
function badValues({ in: place, type, minimum, maximum, format, allowed }: Parameter): string[] {
  if (place !== 'query') return [];
  if (type === 'integer')
    return [
      'none',
      ...(minimum === undefined ? [] : [String(minimum - 1)]),
      ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ];
  if (type === 'boolean') return ['maybe'];
  if (format === 'date-time') return ['yesterday'];
  return allowed.length > 0 ? ['no-such-value'] : [];
}

function seen(rows: readonly Row[], field: string): FilterValue[] {
  return [...new Set(rows.flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : [])))];
}

function keyOf(operation: Operation, role: Role): string {
  return shown(credentialFor(operation, role));
}

/** What the mock accepts as this credential. */
function shown(credential: Credential | undefined): string {
  const [example] = credential?.examples ?? [];
  if (example === undefined) throw new Error('The contract has no example of a credential that it speaks of.');
  return example;
}

function pathOf({ path, tenants }: Operation, chosen: (tenant: Operation['tenants'][number]) => string): string {
  return tenants.reduce((filled, tenant) => filled.replace(`{${tenant.parameter}}`, chosen(tenant)), path);
}

function headersOf({ id, security }: Operation, key: string): Record<string, string> {
  const scheme = security.alternatives[0]?.scheme;
  if (scheme?.in !== 'header') throw new Error(`${id} is not called with a key in a header.`);
  return { [scheme.parameter]: shownKey(scheme, key) };
}
