// Filters that restrict by default: how the whole list is asked for all the same.
import type { Operation } from '../../spec/index.ts';
import type { Arguments } from './filter-arguments.ts';

/** Values that lift every default restriction, where the documentation has such values. */
export function liftedDefaults({ filters }: Operation): Arguments {
  return filters.flatMap((filter): Arguments => {
    if (filter.byDefault.length === 0) return [];
    if (filter.unrestricted !== undefined) return [{ filter, values: [filter.unrestricted] }];
    if (filter.many && filter.allowed.length > 0 && filter.test === 'in') return [{ filter, values: filter.allowed }];
    return [];
  });
}

/** Whether these arguments ask for rows that the list, as it can be seen as a whole, does not hold. */
export function leavesDefault(args: Arguments): boolean {
  return args.some(({ filter, values }) => {
    const { byDefault, unrestricted, many, allowed, test } = filter;
    const lifts = unrestricted !== undefined || (many && allowed.length > 0 && test === 'in');
    return byDefault.length > 0 && !lifts && values.length > 0 && values.some((value) => !byDefault.includes(value));
  });
}
