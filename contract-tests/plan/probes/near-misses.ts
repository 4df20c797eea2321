// Probes that nothing passes, and that one row would pass but for one filter.
import { type Filter, type FilterValue, memberOf, passes, type Row } from '../../../spec/index.ts';
import { type Arguments, passesAll } from '../../walk/filter-arguments.ts';
import { nonexistentId } from '../filters/nonexistent-id.ts';
import { valueIn, valuesAgainst } from '../filters/row-values.ts';
import type { InputModel } from '../input-model.ts';
import { spread } from '../spread.ts';
import type { Probe } from './probe.ts';

/**
 * All filters at once, with the values of one row but for one filter: nothing passes, and the row comes back as soon as
 * that filter is forgotten beside any of the others.
 */
export function nearMisses(model: InputModel, most: number): Probe[] {
  const { filters, rows } = model;
  const whole = rows.filter((row) =>
    filters.every((filter) => filter.when !== undefined || valueIn(filter, row, rows) !== undefined),
  );
  return spread(whole, most).flatMap((row) =>
    filters.flatMap((changed) => {
      const others = filters.filter((filter) => filter !== changed).flatMap((filter) => argumentOf(filter, row, rows));
      return others.length === 0
        ? []
        : valuesAgainst(changed, row, rows).map((value) => probeOf(changed, value, others, model));
    }),
  );
}

/** The row's own value of a filter, if it passes that. */
function argumentOf(filter: Filter, row: Row, rows: readonly Row[]): Arguments {
  const value = valueIn(filter, row, rows);
  return value === undefined || !passes(filter, row, [value]) ? [] : [{ filter, values: [value] }];
}

function probeOf(changed: Filter, value: FilterValue, others: Arguments, model: InputModel): Probe {
  const argument = { filter: changed, values: [value] };
  return { kind: model.isUnknown(argument) ? 'impossible' : 'pair', args: [argument, ...others] };
}

/** The probe with a whole id that no row has, where it has half of one. */
export function withUnknownId({ args }: Probe, { rows, isUnknown }: InputModel): Probe {
  return {
    kind: 'impossible',
    args: args.map((argument) => {
      const known = rows.map((row) => memberOf(row, argument.filter.field));
      const numeric = argument.filter.parameter.valueType !== 'string';
      return isUnknown(argument) ? { ...argument, values: [nonexistentId(known, numeric)] } : argument;
    }),
  };
}

/** The probe with an id of another row, where it has an unknown one and other filters beside it. */
export function withKnownId({ args }: Probe, { rows, isUnknown }: InputModel): Probe[] {
  const others = args.filter((argument) => !isUnknown(argument));
  const unknown = args.find(isUnknown);
  const row = rows.find((each) => passesAll(others, each));
  if (unknown === undefined || row === undefined || others.length === 0) return [];
  return valuesAgainst(unknown.filter, row, rows)
    .map((value) => ({ filter: unknown.filter, values: [value] }))
    .filter((argument) => !isUnknown(argument))
    .map((argument) => ({ kind: 'pair', args: [argument, ...others] }));
}
