// For tests: a filter of which only what matters is said.
import type { Filter } from './filter.ts';

type Meaning = Pick<Filter, 'field' | 'test'> & Partial<Filter>;

export const filter = (meaning: Meaning): Filter => ({
  name: 'parameter',
  parameter: { name: 'parameter', separator: 'repeat', valueType: 'string' },
  caseSensitive: true,
  byDefault: [],
  many: meaning.test === 'in',
  allowed: [],
  clauses: [],
  ...meaning,
});
