// The probe that others differ from by one value: a cache that does not know a filter mixes the two up.
import type { Row } from '../../../spec/index.ts';
import { type Arguments, describe, passesAll } from '../../walk/filter-arguments.ts';
import { valueIn } from '../filters/row-values.ts';
import type { Probe } from './probe.ts';

/** Whether the probe gives every filter of the list a value. */
export function isFull({ args }: Probe, filters: number): boolean {
  return filters > 2 && args.length === filters;
}

/** The probe of the row that most of the probes which give every filter a value differ from by one value. */
export function nearMissOrigins(probes: readonly Probe[], filters: number, rows: readonly Row[]): Probe[] {
  const full = probes.filter((probe) => isFull(probe, filters)).map(({ args }) => args);
  const argsOf = (row: Row): Arguments =>
    (full[0] ?? []).map(({ filter }) => ({ filter, values: [valueIn(filter, row, rows) ?? ''] }));
  const told = (args: Arguments) => args.map((argument) => describe([argument]));
  const fullTold = full.map(told);
  let best: { readonly args: Arguments; readonly near: number } | undefined;
  for (const row of rows) {
    const args = argsOf(row);
    if (args.length === 0 || !passesAll(args, row)) continue;
    const own = new Set(told(args));
    const near = fullTold.filter((each) => each.filter((argument) => !own.has(argument)).length === 1).length;
    if (near > (best?.near ?? 0)) best = { args, near };
  }
  return best === undefined ? [] : [{ kind: 'pair', args: best.args }];
}
