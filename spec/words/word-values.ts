// JSON Schemas of the values that words have in common, and of the paging styles.
import type { PagingStyle } from '../meaning/paging.ts';

export const name = { type: 'string', minLength: 1 };
export const pointer = { type: 'string', pattern: '^/' };
export const field = { type: 'string', minLength: 1 };
export const names = { type: 'array', items: name, minItems: 1 };
export const texts = { type: 'array', items: name };
export const scalar = { type: ['string', 'number', 'boolean'] };

/** A JSON Schema for an object with exactly these members, of which `required` must be there. */
export function exactly(
  properties: Record<string, object>,
  required: readonly string[] = Object.keys(properties),
): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

const tells = exactly(
  { total: pointer, more: pointer, page: pointer, pages: pointer, offset: pointer, limit: pointer },
  [],
);
const next = {
  anyOf: [pointer, exactly({ url: pointer }), exactly({ link: name })],
};

const size = { limit: name, overMaximum: { enum: ['refused', 'clamped'] } };

/** JSON Schema of `x-list.paging`, by its style. */
export const pagingStyles: Readonly<Record<PagingStyle, object>> = {
  none: exactly({ style: name, tells }, ['style']),
  cursor: exactly(
    { style: name, cursor: name, ...size, next, badCursor: { enum: ['first-page', 'refused', 'open'] }, tells },
    ['style', 'cursor', 'next', 'badCursor'],
  ),
  page: exactly({ style: name, page: name, ...size, first: { enum: [0, 1] }, next, tells }, ['style', 'page']),
  offset: exactly({ style: name, offset: name, ...size, next, tells }, ['style', 'offset']),
  key: exactly({ style: name, after: name, before: name, ...size, next, tells }, ['style', 'after']),
};

export const credential = exactly(
  {
    name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]*$' },
    label: name,
    description: name,
    placeholder: name,
    examples: names,
  },
  ['name'],
);

export const refusal = exactly(
  { code: name, accept: names, message: name, observed: { const: true }, 'x-clause': names },
  [],
);
