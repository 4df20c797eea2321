// Reads what a parameter keeps of a list (`x-filter`).
import type { Node, OperationSource } from '../load/document-source.ts';
import { type Filter, restricting } from '../meaning/filter.ts';
import type { FilterValue } from '../meaning/filter-tests.ts';
import type { Parameter } from '../meaning/parameter.ts';
import { didYouMean } from '../words/nearest-name.ts';
import { filterHolders } from './statements.ts';

type StatedFilter = Pick<Filter, 'field' | 'test' | 'value' | 'when' | 'unrestricted' | 'element'> & {
  readonly case?: string;
  readonly values?: Readonly<Record<string, FilterValue | readonly FilterValue[]>>;
};

/** The filter of a parameter that `node` describes at `place`; undefined where it is none. */
export function readFilter(
  source: OperationSource,
  parameter: Parameter,
  node: Node,
  place: string,
): Filter | undefined {
  const stated = node['x-filter'] as StatedFilter | undefined;
  if (stated === undefined) return undefined;
  const { case: letters, values: mapped, ...meaning } = stated;
  const { name, type, valueType, allowed } = parameter;
  const values = valueType === 'boolean' ? [true, false] : allowed;
  const word = `${place}/x-filter`;
  const fits = (value: FilterValue | undefined) => value === undefined || values.length === 0 || values.includes(value);
  for (const each of ['when', 'unrestricted'] as const)
    if (!fits(meaning[each]))
      source.mistakes.add(
        word,
        `${name} can never be ${JSON.stringify(meaning[each])}.${didYouMean(String(meaning[each]), values.map(String))}`,
      );
  const own = {
    place: word,
    holder: filterHolders(stated.test, type === 'array'),
    statement: `${name} keeps the rows whose ${stated.field} passes the test ${stated.test}.`,
  };
  const standsFor = new Map(
    Object.entries(mapped ?? {}).map(([text, meant]) => [parameterValue(text, values), [meant].flat()] as const),
  );
  const filter: Filter = {
    ...meaning,
    ...(mapped === undefined ? {} : { standsFor }),
    name,
    parameter,
    caseSensitive: letters !== 'insensitive',
    byDefault: parameter.default === undefined ? [] : [parameter.default].flat(),
    many: type === 'array',
    allowed: values,
    clauses: source.cite.of(node, own),
  };
  // A default that restricts nothing is as good as none.
  return restricting(filter, []).length === 0 ? { ...filter, byDefault: [] } : filter;
}

/** The value of the parameter that is written so; the text itself where there is none. */
function parameterValue(text: string, values: readonly FilterValue[]): FilterValue {
  return values.find((value) => String(value) === text) ?? text;
}
