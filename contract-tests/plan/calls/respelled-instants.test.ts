import { beforeAll, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { instant } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { inputModel } from '../input-model.ts';
import { type CallSpace, callSpace, type Way, wayOf } from './call-space.ts';
import { type MadeCall, makeCall, NOTHING } from './made-call.ts';
import { isRespelled, plainInstant, respelledAlone, respelledInstants, sameDayAlone } from './respelled-instants.ts';

let space: CallSpace;
/** Calls with a bound, beside another filter and alone, and one without. */
let calls: readonly MadeCall[];

beforeAll(() => {
  const contract = ownContract();
  const isBounded = ({ parameter }: { readonly parameter: { readonly format?: string | undefined } }) =>
    parameter.format === 'date-time';
  const operation = contract.operations.find(({ filters }) => filters.some(isBounded));
  if (operation === undefined) throw new Error('No list is filtered by instants.');
  const rows = buildWorld(contract).rows[operation.list.name] ?? [];
  space = callSpace(operation, inputModel(operation.filters, rows));
  const place = operation.filters.findIndex(isBounded);
  const other = operation.filters.findIndex(({ many }) => many);
  const bound = operation.filters[place];
  const second = operation.filters[other];
  if (bound === undefined || second === undefined) throw new Error('The list has no filter of several values.');
  const none = space.ways.map((): Way | undefined => undefined);
  const times = rows.map((row) => instant(row[bound.field])).sort((one, two) => one - two);
  const middle = new Date(times[Math.floor(times.length / 2)] ?? 0).toISOString().replace('.000Z', 'Z');
  const since = none.with(place, wayOf(space, { filter: bound, values: [middle] }));
  const value = rows[0]?.[second.field];
  const listed = wayOf(space, { filter: second, values: [String(value)] });
  calls = [since.with(other, listed), since, none.with(other, listed)].map((ways) =>
    makeCall(space, { ...NOTHING, ways }, () => []),
  );
});

test('of the calls that an instant decides, the one with the fewest filters writes it in milliseconds and another zone', () => {
  const asked = respelledInstants(space.model, calls);
  expect(asked.map((args) => args.some(({ values }) => values.some(isRespelled)))).toEqual([false, true, false]);
});

test('of those calls, one at the instant of a row is chosen before one beside it', () => {
  const { filters } = space.model;
  const place = filters.findIndex(({ parameter }) => parameter.format === 'date-time');
  const [way] = calls[1]?.choice.ways.filter((each) => each !== undefined) ?? [];
  const beside = new Date(instant(way?.values[0]) + 1000).toISOString().replace('.000Z', 'Z');
  const filter = filters[place];
  if (filter === undefined) throw new Error('No filter is by instants.');
  const ways = (calls[1]?.choice.ways ?? []).with(place, wayOf(space, { filter, values: [beside] }));
  const fewer = makeCall(space, { ...NOTHING, ways }, () => []);
  const asked = respelledInstants(space.model, [fewer, ...calls.slice(0, 1)]);
  expect(asked.map((args) => args.some(({ values }) => values.some(isRespelled)))).toEqual([false, true]);
});

test('it is the same instant', () => {
  const [, respelled] = respelledInstants(space.model, calls);
  const [way] = calls[1]?.choice.ways.filter((each) => each !== undefined) ?? [];
  expect(instant(respelled?.[0]?.values[0])).toBe(instant(way?.values[0]));
  expect(respelled?.[0]?.values).not.toEqual(way?.values);
});

test('in another zone, and in milliseconds, it is the instant of a row', () => {
  const { filters, rows } = space.model;
  const asked = respelledAlone(filters, rows).flat();
  expect(asked.length).toBeGreaterThan(0);
  for (const { filter, values } of asked) {
    expect(values.every(isRespelled)).toBe(true);
    expect(rows.map((row) => instant(row[filter.field]))).toContain(instant(values[0]));
  }
  const endings = asked.map(({ values }) => String(values[0]).replace(/.*T[\d:]+/, ''));
  expect(endings).toEqual(['+02:00', '-05:00', '.000Z']);
  expect(respelledAlone(filters, [])).toEqual([]);
});

test('where no instant decides, nothing is asked otherwise', () => {
  const last = calls.slice(2);
  expect(
    respelledInstants(space.model, last)
      .flat()
      .some(({ values }) => values.some(isRespelled)),
  ).toBe(false);
});

test('instants of one day differ by their time alone, or by their zone alone, and give different answers', () => {
  const { filters, rows } = space.model;
  const asked = sameDayAlone(filters, rows);
  const texts = asked.map(([argument]) => String(argument?.values[0]));
  expect(new Set(texts.map((text) => text.slice(0, 10))).size).toBe(1);
  const [here = '', far = ''] = texts.slice(-2);
  expect(far.slice(0, -6)).toBe(here.slice(0, -1));
  expect(instant(far)).toBe(instant(here) - 12 * 3_600_000);
  const answers = asked.map((args) => space.model.passing(args).join());
  expect(answers.at(-1)).not.toBe(answers.at(-2));
  expect(answers[0]).not.toBe(answers[1]);
});

test('of instants at the end of what can be written, no zone is asked for in which they have another year', () => {
  const { filters, rows } = space.model;
  const late = rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      filters.map(({ field, parameter }) => [
        field,
        parameter.format === 'date-time' ? '9999-12-31T23:59:59Z' : row[field],
      ]),
    ),
  }));
  const values = respelledAlone(filters, late).flatMap((args) => args.flatMap((each) => each.values));
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter((value) => !/^\d{4}-/.test(String(value)))).toEqual([]);
  expect(
    values.map((value) => plainInstant(value)).filter((value) => !/^\d{4}-\d\d-\d\dT/.test(String(value))),
  ).toEqual([]);
});
