// Other ids in place of one that a deployment refuses as malformed.
import { memberOf } from '../../../spec/index.ts';
import { passesAll } from '../../walk/filter-arguments.ts';
import { nonexistentId } from '../filters/nonexistent-id.ts';
import { valuesAgainst } from '../filters/row-values.ts';
import type { InputModel } from '../input-model.ts';
import type { Probe } from './planned-call.ts';

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
