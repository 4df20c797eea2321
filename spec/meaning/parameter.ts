// A parameter, and how OpenAPI's `style` and `explode` write its values into a query.
import type { FilterValue } from './filter-tests.ts';

/** How several values of one parameter are written: each with its name, or all in one text between these characters. */
export type Separator = 'repeat' | ',' | ' ' | '|';

/** A query, header, cookie or path parameter that is part of the contract. A member of an object is one of its own. */
export type Parameter = {
  /** The name under which it is sent: `status`, `status[]`, or `created[gte]`. */
  readonly name: string;
  readonly in: 'query' | 'header' | 'path' | 'cookie';
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  /** The type of one value: that of the elements, where the parameter is an array. */
  readonly valueType: 'string' | 'integer' | 'number' | 'boolean';
  readonly separator: Separator;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly allowed: readonly FilterValue[];
  readonly default?: FilterValue;
  readonly example?: string;
  readonly required: boolean;
  /** It chooses no rows, or is left out on purpose (`x-unmodelled`): accepted, and never tried. */
  readonly unmodelled: boolean;
  readonly clauses: readonly string[];
};

/** One name and value of a query, not yet percent-encoded. */
export type QueryPair = readonly [name: string, value: string];

/** Writes values as the parameter's style says. */
export function writeValues(
  { name, separator }: Pick<Parameter, 'name' | 'separator'>,
  values: readonly FilterValue[],
): QueryPair[] {
  const texts = values.map(String);
  if (texts.length === 0) return [];
  return separator === 'repeat' ? texts.map((text) => [name, text] as const) : [[name, texts.join(separator)]];
}

/** The texts of the single values in a query, which may be written as the style says. */
export function readValues({ separator, allowed, type }: Parameter, sent: readonly string[]): readonly string[] {
  if (type !== 'array') return sent;
  if (separator !== 'repeat') return sent.flatMap((text) => text.split(separator));
  // Listed values hold no comma: a client that joins them where it should repeat is understood all the same.
  return allowed.length > 0 ? sent.flatMap((text) => text.split(',')) : sent;
}
