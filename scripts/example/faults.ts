// What the judge must notice in the example: each deployment misunderstands one word.

import { callerFaults } from './caller-faults.ts';
import { type Fault, filtering, turning, without } from './misbehaviour.ts';
import { orderFaults } from './order-faults.ts';
import { pagingFaults } from './paging-faults.ts';
import { rowFaults } from './row-faults.ts';
import { valueFaults } from './value-faults.ts';

const [sound, complete, bounds] = ['filter-soundness', 'filter-completeness', 'filter-bounds'];

const filterFaults: readonly Fault[] = [
  ['contains', 'listBooks', 'tells upper case from lower', complete, filtering('q', { case: 'sensitive' })],
  ['contains', 'listBooks', 'looks at the beginning alone', complete, filtering('q', { test: 'prefix' })],
  ['contains', 'listBooks', 'looks at another member', complete, filtering('q', { field: 'shelf' })],
  ['contains', 'listBooks', 'is ignored', sound, without('q')],
  ['prefix', 'listBooks', 'does not tell upper case from lower', sound, filtering('shelf', { case: 'insensitive' })],
  ['prefix', 'listBooks', 'wants the whole text', complete, filtering('shelf', { test: 'equals' })],
  ['prefix', 'listBooks', 'is ignored', sound, without('shelf')],
  ['at-least', 'listBooks', 'leaves the bound out', bounds, filtering('price[gte]', { test: 'greater-than' })],
  ['at-least', 'listBooks', 'is turned round', sound, filtering('price[gte]', { test: 'at-most' })],
  ['at-least', 'listBooks', 'is ignored', sound, without('price[gte]')],
  ['less-than', 'listBooks', 'is ignored', sound, without('price[lt]')],
  ['less-than', 'listBooks', 'is turned round', sound, filtering('price[lt]', { test: 'greater-than' })],
  ['less-than', 'listBooks', 'looks at another member', sound, filtering('price[lt]', { field: 'salePrice' })],
  ['greater-than', 'listReviews', 'takes the bound in', sound, filtering('votes_above', { test: 'at-least' })],
  ['greater-than', 'listReviews', 'is turned round', sound, filtering('votes_above', { test: 'less-than' })],
  ['greater-than', 'listReviews', 'is ignored', sound, without('votes_above')],
  ['at-most', 'listReviews', 'leaves the bound out', bounds, filtering('votes_to', { test: 'less-than' })],
  ['at-most', 'listReviews', 'is turned round', sound, filtering('votes_to', { test: 'at-least' })],
  ['at-most', 'listReviews', 'is ignored', sound, without('votes_to')],
  ['after', 'listOrders', 'takes the bound in', sound, filtering('placed[after]', { test: 'at-or-after' })],
  ['after', 'listOrders', 'is turned round', complete, filtering('placed[after]', { test: 'before' })],
  [
    'after',
    'listOrders',
    'takes seconds for milliseconds',
    sound,
    turning('placed[after]', ([text = '']) => [text.slice(0, -3)]),
  ],
  ['at-or-before', 'listOrders', 'leaves the bound out', bounds, filtering('placed[to]', { test: 'before' })],
  ['at-or-before', 'listOrders', 'is turned round', sound, filtering('placed[to]', { test: 'after' })],
  ['at-or-before', 'listOrders', 'looks at another member', complete, filtering('placed[to]', { field: 'paid' })],
  ['at-or-after', 'listReviews', 'leaves the bound out', bounds, filtering('written[from]', { test: 'after' })],
  ['at-or-after', 'listReviews', 'is turned round', sound, filtering('written[from]', { test: 'before' })],
  ['at-or-after', 'listReviews', 'is ignored', sound, without('written[from]')],
  ['before', 'listReviews', 'takes the bound in', sound, filtering('written[before]', { test: 'at-or-before' })],
  ['before', 'listReviews', 'is turned round', sound, filtering('written[before]', { test: 'after' })],
  ['before', 'listReviews', 'is ignored', sound, without('written[before]')],
  ['present', 'listBooks', 'is turned round', sound, filtering('on_sale', { test: 'absent' })],
  [
    'present',
    'listBooks',
    'takes true for nothing',
    sound,
    turning('on_sale', (given) => given.filter((each) => each === 'false')),
  ],
  ['present', 'listBooks', 'looks at another member', sound, filtering('on_sale', { field: '/series/name' })],
  ['absent', 'listBooks', 'is turned round', sound, filtering('without_series', { test: 'present' })],
  ['absent', 'listBooks', 'takes false for true', sound, turning('without_series', () => ['true'])],
  ['absent', 'listBooks', 'is ignored', sound, without('without_series')],
];

export const faults: readonly Fault[] = [
  ...filterFaults,
  ...pagingFaults,
  ...orderFaults,
  ...valueFaults,
  ...callerFaults,
  ...rowFaults,
];
