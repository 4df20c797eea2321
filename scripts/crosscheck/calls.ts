// The calls that a cross-check makes: read from the contract, so that a new operation is checked without a line here.
import type { Credentials } from '../../fixtures/index.ts';
import type { FilterValue, Operation, Parameter, Row, Situation } from '../../spec/index.ts';

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
export function goodCall(
  operation: Operation,
  credentials: Credentials,
  query: PlannedCall['query'] = [],
): PlannedCall {
  const key = operation.api === 'layers' ? credentials.layers.token : credentials.klayrai.apiKey;
  const path = pathOf(operation, credentials.layers.project);
  return { operation, path, query, headers: headersOf(operation, key), status: 200, bad: false };
}

/** Every value of every filter, alone and with others, and the bounds of the page size; `rows` provide values of ids and times. */
export function filterCalls(operation: Operation, credentials: Credentials, rows: readonly Row[]): PlannedCall[] {
  const values = operation.filters.flatMap(({ name, field, allowed, many }) => {
    const known = allowed.length > 0 ? allowed : seen(rows, field).slice(0, 5);
    const single = known.map((value) => [[name, String(value)] as const]);
    return many ? [...single, known.map((value) => [name, String(value)] as const)] : single;
  });
  const all = operation.filters.map(
    ({ name, field, allowed }) => [name, String(allowed[0] ?? seen(rows, field)[0])] as const,
  );
  const { size, paging } = operation.list;
  const name = paging.style === 'cursor' ? paging.limit : paging.style === 'page' ? paging.size : undefined;
  const bounds =
    size === undefined || name === undefined
      ? []
      : [size.minimum, size.maximum].map((value) => [[name, String(value)] as const]);
  return [...values, ...(all.length > 1 ? [all] : []), ...bounds].map((query) =>
    goodCall(operation, credentials, query),
  );
}

/** A call for every way in which the contract lets this operation be refused, but for the rate limit. */
export function refusedCalls(operation: Operation, credentials: Credentials): PlannedCall[] {
  return (Object.keys(operation.refusals) as Situation[]).flatMap((situation) => {
    const status = operation.refusals[situation]?.status ?? 0;
    return faultsOf(operation, credentials, situation).map((fault) => ({
      ...goodCall(operation, credentials),
      ...fault,
      status,
      bad: true,
    }));
  });
}

function faultsOf(operation: Operation, credentials: Credentials, situation: Situation): Partial<PlannedCall>[] {
  const { layers, klayrai } = credentials;
  const withKey = (key: string) => [{ headers: headersOf(operation, key) }];
  const faults: Record<Situation, () => Partial<PlannedCall>[]> = {
    'no-credential': () => [{ headers: {} }],
    'wrong-credential': () => withKey('nobodys-key'),
    'revoked-credential': () => withKey(klayrai.revokedKey),
    'insufficient-scope': () => withKey(layers.noScopeToken),
    'insufficient-plan': () => withKey(klayrai.noPlanKey),
    'unknown-tenant': () => [{ path: pathOf(operation, 'prj_00000000000000000000000000') }],
    'foreign-tenant': () => [{ path: pathOf(operation, layers.foreignProject) }],
    'invalid-parameter': () =>
      operation.parameters.flatMap((parameter) =>
        badValues(parameter).map((value) => ({ query: [[parameter.name, value] as const] })),
      ),
    'rate-limited': () => [],
    'internal-error': () => [{ headers: { ...goodCall(operation, credentials).headers, [BREAK_HEADER]: 'yes' } }],
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

function pathOf({ path, tenant }: Operation, id: string): string {
  return tenant === undefined ? path : path.replace(`{${tenant.parameter}}`, id);
}

function headersOf({ security }: Operation, key: string): Record<string, string> {
  return { [security.header]: `${security.prefix} ${key}`.trim() };
}
