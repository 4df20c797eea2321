// KlayrAI's numbered pages: which rows they hold, and how many.
import type { MockOptions } from '../../../mock/index.ts';
import { turning, within } from '../ask.ts';
import type { Fault, Wrap } from '../fault.ts';
import { faultOf } from '../list-fault.ts';
import { lastPageOf, numbering, range } from '../numbering.ts';
import { createRandom, shuffled } from '../randomness.ts';

const fault = faultOf('paging');
/** More accounts than the largest page holds. */
const MANY: MockOptions = { size: { account: 130 } };

type Kind = {
  readonly name: string;
  readonly clause: string;
  readonly summary: string;
  readonly wrap: Wrap;
  readonly world?: MockOptions;
};

const rows: readonly Kind[] = [
  {
    name: 'page-ignored',
    clause: 'KLY-08',
    summary: 'every page shows the rows of the first',
    wrap: numbering({ range: ({ size }) => [0, size] }),
  },
  {
    name: 'page-from-zero',
    clause: 'KLY-09',
    summary: 'pages are counted from zero, so that page=1 shows the second',
    wrap: numbering({ range: ({ page, size }) => [page * size, (page + 1) * size] }),
  },
  {
    name: 'page-one-less',
    clause: 'KLY-08',
    summary: 'page=2 shows the first page again, and so on',
    wrap: numbering({ range: ({ page, size }) => [(page - 2) * size, Math.max(1, page - 1) * size] }),
  },
  {
    name: 'page-row-lost',
    clause: 'KLY-02',
    summary: 'the first row of every page but the first is lost',
    wrap: numbering({ range: ({ page, size }) => [(page - 1) * size + (page > 1 ? 1 : 0), page * size] }),
  },
  {
    name: 'page-row-twice',
    clause: 'KLY-13',
    summary: 'every page but the first begins with the last row of the page before',
    wrap: numbering({ range: ({ page, size }) => [(page - 1) * size - (page > 1 ? 1 : 0), page * size] }),
  },
  {
    name: 'last-account-lost',
    clause: 'KLY-02',
    summary: 'the last account is never shown',
    wrap: numbering({ range: ({ kept, page, size }) => [(page - 1) * size, Math.min(page * size, kept.length - 1)] }),
  },
  {
    name: 'last-page-empty',
    clause: 'KLY-02',
    summary: 'the last page is empty',
    wrap: numbering({
      range: (numbers) => (numbers.page === lastPageOf(numbers) && numbers.page > 1 ? [0, 0] : range(numbers)),
    }),
  },
  {
    name: 'third-page-empty',
    clause: 'KLY-02',
    summary: 'nothing behind the second page is shown',
    wrap: numbering({ range: (numbers) => (numbers.page > 2 ? [0, 0] : range(numbers)) }),
  },
  {
    name: 'accounts-shuffled',
    clause: 'KLY-13',
    summary: 'the accounts are in another order in each reply',
    wrap: (handler, mock) => {
      const random = createRandom(21);
      return numbering({ order: (every) => shuffled(every, random) })(handler, mock);
    },
  },
];

const sized = (size: (asked: number | undefined) => number): Wrap =>
  numbering({
    size: ({ query }) => size(query.has('page_size') ? Number(query.get('page_size')) : undefined),
    shownSize: (_, { query }) => Number(query.get('page_size') ?? 20),
  });

const sizes: readonly Kind[] = [
  { name: 'page-size-ignored', clause: 'KLY-10', summary: 'page_size is ignored', wrap: sized(() => 20) },
  {
    name: 'page-size-one-less',
    clause: 'KLY-10',
    summary: 'a page holds one row less than page_size',
    wrap: sized((size = 20) => Math.max(1, size - 1)),
  },
  {
    name: 'page-size-one-more',
    clause: 'KLY-10',
    summary: 'a page holds one row more than page_size',
    wrap: sized((size) => (size === undefined ? 20 : size + 1)),
  },
  ...[10, 25, 40].map((most) => ({
    name: `page-size-capped-at-${most}`,
    clause: 'KLY-12',
    summary: `a page holds ${most} rows at most`,
    wrap: sized((size = 20) => Math.min(most, size)),
  })),
  ...[10, 19, 25, 40].map((usual) => ({
    name: `default-page-size-${usual}`,
    clause: 'KLY-11',
    summary: `without page_size a page holds ${usual} rows`,
    wrap: numbering({ size: ({ query }) => Number(query.get('page_size') ?? usual) }),
  })),
  {
    name: 'default-page-size-on-page-2',
    clause: 'KLY-11',
    summary: 'without page_size the pages behind the first hold 10 rows, from the place where they should begin',
    wrap: numbering({
      range: ({ page, size }, { query }) =>
        page > 1 && !query.has('page_size')
          ? [(page - 1) * size, (page - 1) * size + 10]
          : [(page - 1) * size, page * size],
    }),
  },
  {
    name: 'page-size-101-honoured',
    clause: 'KLY-12',
    summary: 'page_size=101 and more is honoured',
    world: MANY,
    wrap: (handler, mock) => {
      const honest = numbering({ size: ({ query }) => Number(query.get('asked') ?? query.get('page_size') ?? 20) });
      const large = ({ query }: { query: URLSearchParams }) => Number(query.get('page_size')) > 100;
      return within(large, withSize(honest))(handler, mock);
    },
  },
  {
    name: 'page-size-1-refused',
    clause: 'KLY-10',
    summary: 'page_size=1 is refused',
    wrap: turning('page_size', (values) => values.map((value) => (value === '1' ? '0' : value))),
  },
  {
    name: 'page-size-100-refused',
    clause: 'KLY-12',
    summary: 'page_size=100 is refused',
    wrap: turning('page_size', (values) => values.map((value) => (value === '100' ? '0' : value))),
  },
];

/** The mock refuses a page_size over 100; it is asked for 100, and the wrap for what was asked. */
function withSize(honest: Wrap): Wrap {
  return (handler, mock) =>
    honest(
      {
        handle: (call) => {
          const query = new URLSearchParams(call.query);
          query.set('page_size', '100');
          return handler.handle({ ...call, query: query.toString() });
        },
      },
      mock,
    );
}

export const pagingNumbers: readonly Fault[] = [...rows, ...sizes].map((kind) => fault({ list: 'accounts', ...kind }));
