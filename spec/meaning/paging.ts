// The ways in which a list is cut into pages, and what each names in calls and replies.

/** What the reply says of the page, as JSON Pointers; a vendor says some of it, or nothing. */
export type PageFacts = {
  /** How many rows the whole list has. */
  readonly total?: string;
  /** Whether another page follows. */
  readonly more?: string;
  /** The number of this page. */
  readonly page?: string;
  /** How many pages there are. */
  readonly pages?: string;
  /** How many rows were passed over. */
  readonly offset?: string;
  /** How many rows a page holds. */
  readonly limit?: string;
};

/** Where the reply leads on: a pointer to the next value, a pointer to a URL that holds it, or the relation of a `Link` header. */
export type NextPlace =
  /** A number where `numeric`, else a text. */
  | { readonly value: string; readonly numeric: boolean }
  | { readonly url: string }
  /** RFC 8288. */
  | { readonly link: string };

type Common = {
  /** The parameter that sets the page size, where there is one. */
  readonly limit?: string;
  /** What a size over the maximum gives: a refusal, or the largest page; undefined where the documentation is silent. */
  readonly overMaximum?: 'refused' | 'clamped';
  readonly tells: PageFacts;
};

/** How a list is cut into pages; the strings are names of query parameters and JSON Pointers into the reply. */
export type Paging =
  | { readonly style: 'none'; readonly tells: PageFacts; readonly limit?: never; readonly overMaximum?: never }
  | (Common & {
      readonly style: 'cursor';
      readonly cursor: string;
      readonly next: NextPlace;
      /** What a malformed or forged cursor gives. */
      readonly badCursor: 'first-page' | 'refused' | 'open';
    })
  /** Pages that are numbered from `first`. */
  | (Common & { readonly style: 'page'; readonly page: string; readonly first: 0 | 1; readonly next?: NextPlace })
  /** Rows are passed over. */
  | (Common & { readonly style: 'offset'; readonly offset: string; readonly next?: NextPlace })
  /** The page behind, or before, the row with this key. */
  | (Common & { readonly style: 'key'; readonly after: string; readonly before?: string; readonly next?: NextPlace });

export type PagingStyle = Paging['style'];

/** The documented bounds of the page-size parameter, in rows; a list may document no largest size. */
export type SizeBounds = { readonly minimum: number; readonly maximum?: number; readonly default: number };

/** The parameter that says where a page begins; undefined for a list that comes in one reply. */
export function placeParameter(paging: Paging): string | undefined {
  switch (paging.style) {
    case 'none':
      return undefined;
    case 'cursor':
      return paging.cursor;
    case 'page':
      return paging.page;
    case 'offset':
      return paging.offset;
    case 'key':
      return paging.after;
    default:
      return paging satisfies never;
  }
}

/** All parameters that paging gives a meaning to. */
export function pagingParameters(paging: Paging): readonly string[] {
  const before = paging.style === 'key' ? paging.before : undefined;
  return [placeParameter(paging), paging.limit, before].filter((name) => name !== undefined);
}

/** The value with which the first page is asked for by its number or place; undefined where there is none. */
export function firstPlace(paging: Paging): string | undefined {
  if (paging.style === 'page') return String(paging.first);
  return paging.style === 'offset' ? '0' : undefined;
}
