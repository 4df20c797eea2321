// Values beside those of rows that every filter of their kind takes, and that code often trips over.
import { type FilterValue, kindOf, memberOf } from '../../../spec/index.ts';
import { type Arguments, isId } from '../../walk/filter-arguments.ts';
import type { InputModel } from '../input-model.ts';

/** The beginning of the time that many clocks count, and an instant that will not have come for long. */
const FAR_INSTANTS = ['1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z'];
/** What a database that compares patterns takes for any letters. */
const WILDCARD = '%';

/** What code writes for nothing, and what a database reads as a condition where it is not quoted. */
const ODD_IDS = ['null', "x' OR '1'='1"];

/** For each filter by instants one long past and one far ahead; for each by ids some that are no row's, one of which ends with a wildcard. */
export function oddValues({ filters, rows }: Pick<InputModel, 'filters' | 'rows'>): readonly Arguments[] {
  return filters.flatMap((filter) => {
    if (kindOf(filter) === 'instant' && filter.parameter.format === 'date-time')
      return FAR_INSTANTS.map((value): Arguments => [{ filter, values: [value] }]);
    if (!isId(filter)) return [];
    const known = rows.map((row) => memberOf(row, filter.field));
    const text = known.find((id): id is string => typeof id === 'string' && id.length > 1);
    const values: readonly FilterValue[] = text === undefined ? [] : [`${text.slice(0, -1)}${WILDCARD}`, ...ODD_IDS];
    return values.filter((value) => !known.includes(value)).map((value): Arguments => [{ filter, values: [value] }]);
  });
}
