// Whatever the answer to a probe gets wrong, some check of the filters tells it: none may fall between two of them.
import { describe, expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import type { Filter, Row } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { ProbeRun } from '../../evidence/probe-run.ts';
import type { Difference } from '../../model/difference.ts';
import { ownContract } from '../../own-contract.ts';
import type { Probe } from '../../plan/calls/planned-call.ts';
import { type Arguments, isBound, isId } from '../../walk/filter-arguments.ts';
import { snapshotOf } from '../../walk/list-snapshot.ts';
import { keyOf } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';
import { theFirst } from '../sample-deployment.ts';
import { checks } from '../table.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ filters }) => filters.some(isBound) && filters.some(isId));
const rows = buildWorld(contract).rows[operation.list.name] ?? [];
const [row] = rows as [Row];
const id = theFirst(operation.filters, isId);
const bound = theFirst(operation.filters, isBound);
const listed = theFirst(operation.filters, ({ many, allowed }) => many && allowed.length > 1);
const elements: Filter = { ...listed, test: 'any-of', allowed: [], field: 'labels' };
const own = String(row[listed.field]);
const other = String(listed.allowed.find((value) => value !== own));

function walkOf(args: Arguments): Walk {
  const request = { operation, query: [], credential: 'none', tenants: {}, expect: 'list' } as const;
  const exchange = { request, url: '', status: 200, headers: {}, body: {}, problem: undefined };
  const pages = [{ exchange, rows, next: undefined, told: {} }];
  return { args, size: undefined, start: undefined, place: undefined, more: [], at: 0, stop: 'end', pages, rows };
}

const snapshot = snapshotOf(operation, [], walkOf([]));
const toldBy = (probe: Probe, differences: readonly Difference[], unsound: readonly Row[] = []): string[] => {
  const walk = walkOf(probe.args);
  const comparison = { differences, walk, snapshot, moving: false };
  const run: ProbeRun = {
    probe,
    walk,
    unsound,
    comparison,
    cut: undefined,
    earlier: undefined,
    isListedElsewhere: false,
    proves: [],
  };
  const evidence: Evidence = {
    ...{ operation, register: contract.register, snapshot, walks: [], exchanges: [], probes: [run] },
    ...{ sizes: [], comparisons: [], oversized: [], invalid: [], refused: { calls: [], missing: [] } },
    changing: false,
    whyUnsent: '',
    traffic: { sent: 1, broken: 0, failed: 0 },
  };
  return checks.flatMap((check) =>
    (check.id.startsWith('filter-') || check.id === 'unfiltered-list') &&
    'judge' in check &&
    check.judge(evidence).flaws.length > 0
      ? [check.id]
      : [],
  );
};

const probes: readonly Probe[] = [
  { kind: 'value', args: [{ filter: listed, values: [own] }] },
  { kind: 'bound', args: [{ filter: bound, values: [String(row[bound.field])] }] },
  { kind: 'bound', args: [{ filter: bound, values: ['2000-01-01T00:00:00Z'] }] },
  { kind: 'values', args: [{ filter: listed, values: [own, other] }] },
  { kind: 'values', args: [{ filter: listed, values: [other, own] }] },
  {
    kind: 'pair',
    args: [
      { filter: listed, values: [own] },
      { filter: id, values: [String(row[id.field])] },
    ],
  },
  {
    kind: 'pair',
    args: [
      { filter: listed, values: [other, own] },
      { filter: id, values: [String(row[id.field])] },
    ],
  },
  { kind: 'impossible', args: [{ filter: id, values: ['no-such-id'] }] },
  { kind: 'impossible', args: [{ filter: elements, values: ['no-such-element'] }] },
  {
    kind: 'impossible',
    args: [
      { filter: listed, values: [own] },
      { filter: id, values: ['no-such-id'] },
    ],
  },
];
/** A value that no probe asks for, and an instant before all of them. */
const OUT = '1990-01-01T00:00:00Z';
const key = keyOf(operation, row);
const hidden: Row = { ...row, [operation.list.key]: 'hidden' };
const missing: Difference = { kind: 'missing', key, listed: row, walked: undefined };
const different: Difference = { kind: 'different', key, listed: row, walked: { ...row, name: 'another' } };
const extra: Difference = { kind: 'extra', key: 'hidden', listed: undefined, walked: hidden };

describe.each(
  probes.map((probe) => [`${probe.kind} of ${probe.args.map(({ values }) => values.length)}`, probe] as const),
)('in the answer to a probe of the kind %s', (_, probe) => {
  test('a row that the filters keep out is told', () => {
    const kept = { ...row, ...Object.fromEntries(probe.args.map(({ filter }) => [filter.field, OUT])) };
    expect(toldBy(probe, [], [kept]).length).toBeGreaterThan(0);
  });
  // Where no row is due, none can be missing or shown otherwise.
  const possible = probe.kind === 'impossible' ? [extra] : [missing, different, extra];
  test.each(possible.map((difference) => [difference.kind, difference] as const))(
    'a row that is %s is told',
    (__, one) => {
      expect(toldBy(probe, [one]).length).toBeGreaterThan(0);
    },
  );
});
