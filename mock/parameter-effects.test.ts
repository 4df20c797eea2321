// Every declared parameter has an effect: for some value of it the reply is another. Found from the contract, for each operation.
import { expect, test } from 'vitest';
import { at, loadContract, type Operation, type Parameter, type Row } from '../spec/index.ts';
import { createMock } from './mock.ts';
import { sampleCall } from './sample-call.ts';

const contract = loadContract();
const mock = createMock({ contract });
const { operations } = contract;

/** Status and body of the reply. */
function ask(operation: Operation, parameter?: Parameter, value = ''): unknown {
  const place = (where: string) => parameter?.in === where;
  const name = parameter?.name ?? '';
  const path = place('path') ? operation.path.replace(`{${name}}`, value) : operation.path;
  const call = sampleCall({ ...operation, path }, place('query') ? String(new URLSearchParams({ [name]: value })) : '');
  const headers = place('header') ? { ...call.headers, [name]: value } : call.headers;
  const reply = mock.handle({ ...call, headers });
  return { status: reply.status, body: reply.body };
}

/** Values that the parameter may have: the ones listed, ones that rows or replies have, and the bounds. */
function valuesOf(operation: Operation, parameter: Parameter): string[] {
  const whole = ask(operation);
  const rows = at(whole, `/body${operation.list.items}`) as Row[];
  const field = operation.filters.find(({ name }) => name === parameter.name)?.field ?? '';
  const seen = rows.flatMap((row) => (typeof row[field] === 'string' ? [String(row[field])] : []));
  const { paging } = operation.list;
  const size = operation.parameters.find(({ name }) => name === paging.limit);
  const next = paging.style === 'cursor' && 'value' in paging.next ? paging.next.value : '';
  const cursor = at(ask(operation, size, '1'), `/body${next}`);
  return [
    ...parameter.allowed.map(String),
    ...(parameter.type === 'boolean' ? ['true', 'false'] : []),
    ...(parameter.type === 'integer' ? ['1', '2'] : []),
    ...new Set(seen),
    ...(paging.style === 'cursor' && parameter.name === paging.cursor ? [String(cursor)] : []),
    ...operation.tenants.flatMap((tenant) =>
      tenant.parameter === parameter.name ? (tenant.foreign?.examples ?? []) : [],
    ),
  ];
}

/** Parameters whose only documented value is the one that the mock serves anyway, with the clause that says so. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = { 'klayrai-version': 'KAP-15' };

const parameters = operations.flatMap((operation) =>
  operation.parameters.map((parameter) => [operation.id, parameter.name, operation, parameter] as const),
);

test.each(parameters.filter(([, name]) => !(name in WITHOUT_EFFECT)))(
  'of %s the parameter %s changes the reply',
  (_id, _name, operation, parameter) => {
    const whole = JSON.stringify(ask(operation));
    const replies = valuesOf(operation, parameter).map((value) => ask(operation, parameter, value));
    const status = parameter.in === 'path' ? 404 : 200;
    const changed = replies.filter((reply) => at(reply, '/status') === status && JSON.stringify(reply) !== whole);
    expect(changed.length).toBeGreaterThan(0);
  },
);

test('a parameter without an effect has none by the register', () => {
  const names = new Set(parameters.map(([, name]) => name));
  expect(Object.keys(WITHOUT_EFFECT).filter((name) => !names.has(name))).toEqual([]);
  for (const clause of Object.values(WITHOUT_EFFECT)) {
    expect(contract.register.get(clause)?.reading).toContain('serves it like the known version');
  }
});
