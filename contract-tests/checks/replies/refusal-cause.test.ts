import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../spec/index.ts';
import type { Exchange } from '../../http/exchange.ts';
import { ownContract } from '../../own-contract.ts';
import { describeCauses, refusalCauses } from './refusal-cause.ts';

const operation = ownContract().operations.find(
  ({ filters, list }) => filters.filter(({ many }) => many).length > 1 && list.size !== undefined,
) as Operation;
const [one, other] = operation.filters.filter(({ many }) => many);
const { limit = '' } = operation.list.paging;
const [a = '', b = ''] = one?.allowed.map((value) => `${one.name}=${value}`) ?? [];
const [x = '', y = ''] = other?.allowed.map((value) => `${other.name}=${value}`) ?? [];
const [first = '', second = ''] = [one?.name, other?.name];

/** A call that asks this, as in a query: answered with a list, or refused. */
function call(status: number, ...asked: readonly string[]): Exchange {
  const query = asked.map((each) => each.split('=') as [string, string]);
  const request = { operation, query, credential: 'none', tenants: {}, expect: 'list' } as const;
  return { request, url: '', status, headers: {}, body: {}, problem: undefined };
}
const told = (all: readonly Exchange[]) => describeCauses(refusalCauses(all.at(-1) as Exchange, all));

describe('a call is refused for', () => {
  test('a value that no answered call has', () => {
    expect(told([call(200), call(200, x), call(200, b, x), call(422, a, x)])).toBe(a);
  });

  test('two values that are answered one by one', () => {
    expect(told([call(200), call(200, a, y), call(200, b, x), call(200, x), call(200, a), call(422, a, x)])).toBe(
      `${a} with ${x}`,
    );
  });

  test('what it leaves out, where no answered call does', () => {
    expect(told([call(200, `${limit}=5`), call(200, a, `${limit}=5`), call(422, a), call(422)])).toBe(
      `a call without ${limit}`,
    );
  });

  test('a parameter without another', () => {
    const all = [call(200), call(200, x), call(200, a, x), call(200, b, y), call(422, b), call(422, a)];
    expect(told(all)).toBe(`${first} without ${second}`);
  });

  test('several values, where one is answered', () => {
    expect(told([call(200), call(200, a), call(200, b), call(422, a, b)])).toBe(`several values of ${first}`);
  });

  test('a value among several', () => {
    const all = [call(200), call(200, a), call(200, b), call(200, b, `${first}=${one?.allowed[2]}`), call(422, a, b)];
    expect(told(all)).toBe(`${a} with several values of ${first}`);
  });

  test('what most refused calls have, whatever else was asked for the first time', () => {
    const all = [
      call(200),
      call(200, a),
      call(200, b, y),
      call(422, a, x),
      call(422, b, x),
      call(422, `${limit}=7`, x),
    ];
    expect(told(all)).toBe(x);
  });
});

test('of two parameters, where it may be a value of the one or of the other, the names are told', () => {
  const free = operation.filters.find(({ allowed }) => allowed.length === 0)?.name;
  const answered = [[], [`${free}=p`], [`${free}=q`], [`${limit}=5`], [`${limit}=7`], [`${free}=p`, `${limit}=5`]];
  const all = [...answered.map((asked) => call(200, ...asked)), call(422, `${free}=q`, `${limit}=7`)];
  expect(told(all)).toBe(`${free} with ${limit}`);
});

describe('nothing is told', () => {
  test('where no call is answered', () => {
    expect(told([call(422), call(422, a)])).toBe('a documented request');
  });

  test('where one of two parameters may be to blame', () => {
    const all = [call(200), call(422, a, x)];
    expect(refusalCauses(all[1] as Exchange, all)).toHaveLength(2);
    expect(told(all)).toBe('a documented request');
  });

  test('of the value, where any of several may be to blame', () => {
    expect(told([call(200), call(422, a, b)])).toBe(first);
  });
});
