// Filters that compare whole values, or the elements of lists, in another way than the documents say; and several values.
import { asking, type Fault, filtering, turning, typing, without } from './misbehaviour.ts';

const [sound, complete, values, pairs] = ['filter-soundness', 'filter-completeness', 'filter-values', 'filter-pairs'];
const unfiltered = 'unfiltered-list';

const first = (given: readonly string[]) => given.slice(0, 1);
const last = (given: readonly string[]) => given.slice(-1);

export const valueFaults: readonly Fault[] = [
  ['any-of', 'listBooks', 'wants all of them', values, filtering('author', { test: 'all-of' })],
  [
    'any-of',
    'listBooks',
    'compares another member of the elements',
    complete,
    filtering('author', { element: 'role' }),
  ],
  [
    'any-of',
    'listBooks',
    'takes the first value alone',
    values,
    turning('author', ([text = '']) => [text.split(',')[0] ?? '']),
  ],
  ['any-of', 'listBooks', 'is ignored', sound, without('author')],
  ['all-of', 'listReviews', 'is content with any of them', values, filtering('praise', { test: 'any-of' })],
  ['all-of', 'listReviews', 'takes the last value alone', values, turning('praise', last)],
  ['all-of', 'listReviews', 'is ignored', sound, without('praise')],
  ['not-equals', 'listBooks', 'is turned round', sound, filtering('not_language', { test: 'equals' })],
  ['not-equals', 'listBooks', 'looks at another member', sound, filtering('not_language', { field: 'title' })],
  ['not-equals', 'listBooks', 'is ignored', sound, without('not_language')],
  ['not-in', 'listPublishers', 'is turned round', sound, filtering('without_kind', { test: 'in' })],
  [
    'not-in',
    'listPublishers',
    'takes the first value alone',
    values,
    turning('without_kind', ([text = '']) => [text.split('|')[0] ?? '']),
  ],
  ['not-in', 'listPublishers', 'is ignored', sound, without('without_kind')],
  ['in', 'listReviews', 'is turned round', sound, filtering('stars', { test: 'not-in' })],
  ['in', 'listReviews', 'takes the first value alone', values, turning('stars', first)],
  ['in', 'listReviews', 'is ignored', sound, without('stars')],
  [
    'values',
    'listCopies',
    'forgets the second value that one stands for',
    complete,
    filtering('fit', { values: { yes: 'new', no: 'worn' } }),
  ],
  ['values', 'listCopies', 'are mixed up', sound, filtering('fit', { values: { yes: 'worn', no: ['new', 'good'] } })],
  ['values', 'listCopies', 'are ignored', sound, without('fit')],
  ['equals', 'listBooks', 'is turned round', sound, filtering('publisher', { test: 'not-equals' })],
  [
    'equals',
    'listBooks',
    'is content with the beginning',
    'filter-impossible',
    filtering('publisher', { test: 'prefix', case: 'sensitive' }),
  ],
  ['equals', 'listBooks', 'is ignored', sound, without('publisher')],
  [
    'unrestricted',
    'listBooks',
    'is taken for the default',
    unfiltered,
    turning('availability', (given) => given.map((each) => (each === 'all' ? 'in_print' : each))),
  ],
  ['unrestricted', 'listBooks', 'no default restricts', sound, typing('availability', 'schema/default', undefined)],
  [
    'unrestricted',
    'listBooks',
    'another default restricts',
    sound,
    typing('availability', 'schema/default', 'out_of_print'),
  ],
  [
    'unrestricted',
    'listOrders',
    'leaves closed orders out',
    unfiltered,
    turning('state', (given) => given.map((each) => (each === 'both' ? 'open' : each))),
  ],
  [
    'when',
    'listOrders',
    'looks at another member',
    sound,
    filtering('gifts_only', { field: 'state', value: 'closed' }),
  ],
  ['when', 'listOrders', 'is tested against another value', sound, filtering('gifts_only', { value: false })],
  ['when', 'listOrders', 'is ignored', sound, without('gifts_only')],
  ['deepObject', 'listBooks', 'members are ignored', sound, without('price[gte]', 'price[lt]')],
  [
    'deepObject',
    'listOrders',
    'one member hides the other',
    pairs,
    asking((query) => {
      if (query.has('placed[after]')) query.delete('placed[to]');
    }),
  ],
  ['deepObject', 'listReviews', 'members change places', sound, filtering('written[from]', { test: 'before' })],
  [
    'commas',
    'listPublishers',
    'the first value counts alone',
    values,
    turning('country', ([text = '']) => [text.split(',')[0] ?? '']),
  ],
  [
    'commas',
    'listPublishers',
    'the last value counts alone',
    values,
    turning('country', ([text = '']) => [text.split(',').at(-1) ?? '']),
  ],
  [
    'commas',
    'listBooks',
    'several values find nothing',
    values,
    turning('author', ([text = '']) => [text.replaceAll(',', ';')]),
  ],
  ['pipes', 'listPublishers', 'commas are wanted', 'response-shape', typing('without_kind', 'style', 'form')],
  [
    'pipes',
    'listPublishers',
    'the last value counts alone',
    values,
    turning('without_kind', ([text = '']) => [text.split('|').at(-1) ?? '']),
  ],
  [
    'pipes',
    'listPublishers',
    'the parameter is to be repeated',
    'response-shape',
    typing('without_kind', 'explode', true),
  ],
];
