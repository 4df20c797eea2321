// How many rows the pages of all walks hold, against how many were asked for.

import { cached } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { isList } from '../../http/exchange.ts';
import { isLastByTotal } from '../../model/page-facts.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { describe } from '../../walk/filter-arguments.ts';
import type { Page } from '../../walk/page.ts';
import type { Walk } from '../../walk/walk.ts';
import { cite, flawsAbout } from '../check.ts';

/** A page of a walk, whether another follows, and the rows that it should hold where one does. */
type SizedPage = {
  readonly page: Page;
  readonly isFollowed: boolean;
  readonly asked: number;
  readonly size: number | undefined;
};

/**
 * The pages of a walk that are followed by another: one that is empty, and the last, only says that there is no more; one that cannot
 * be read ends it; and where the total is told, it may say which the last is.
 */
function followedPages({ pages, stop }: Pick<Walk, 'pages' | 'stop'>): readonly Page[] {
  const read = stop === 'refused' ? pages.slice(0, -1) : pages;
  return read.filter((page, index) => {
    const { next } = page;
    const after = pages[index + 1];
    const isEnd = after !== undefined && isList(after.exchange) && after.rows.length === 0 && after.next === undefined;
    return next !== undefined && !isEnd && !isLastByTotal(page);
  });
}

/** The pages of these walks that were asked for with a size of `sizes`; undefined asks for the default. */
function pagesOf(walks: readonly Walk[], usual: number, wanted: (size: number | undefined) => boolean): SizedPage[] {
  return walks
    .filter(({ size }) => wanted(size))
    .flatMap((walk) => {
      const followed = new Set(followedPages(walk));
      const { size } = walk;
      return walk.pages.map((page) => ({ page, isFollowed: followed.has(page), asked: size ?? usual, size }));
    });
}

/** What is wrong with the lengths of pages of some size. */
export function lengthFlaws(
  checkId: string,
  evidence: Evidence,
  wanted: (size: number | undefined) => boolean,
): Flaw[] {
  const usual = evidence.operation.list.size?.default ?? 0;
  // Of a walk that begins anew no page is known to be followed by more.
  const walks = evidence.walks.filter(({ stop }) => stop !== 'loop');
  const pages = pagesOf(walks, usual, wanted);
  const clauses = cite(checkId, evidence);
  const flaw = (level: 'must' | 'should', message: string, { page, asked }: SizedPage): Flaw => {
    const where = `page of ${page.rows.length}`;
    const common = { subject: message, clauses, level, where, exchanges: [page.exchange] };
    return flawsAbout(checkId, evidence, common)(message, `${asked} rows`, shown(page.rows.length));
  };
  const long = pages.filter(({ page, asked }) => page.rows.length > asked);
  const short = pages.filter(({ page, isFollowed, asked }) => isFollowed && page.rows.length < asked);
  // One and the same smaller number is a size of the deployment's own; numbers that vary are pages that were thinned out,
  // which the documentation does not promise against.
  const isRuled = [isCutShort, isCutBehindTheFirst, isFilteredLate].some((isSo) => isSo(walks, usual));
  const thinned = isThinned(walks, usual) && !isRuled;
  const capped = thinned ? [] : short;
  const varying = thinned ? short : [];
  return [
    ...long.map((each) => flaw('must', 'a page holds more rows than were asked for', each)),
    ...capped.map((each) =>
      flaw('must', 'pages hold fewer rows than were asked for, though another page follows', each),
    ),
    ...varying.map((each) =>
      flaw('should', 'some pages hold fewer rows than were asked for, though another page follows', each),
    ),
  ];
}

/** Whether pages of one and the same size come in different lengths: short though more follow, and longer, be it the last. */
function isThinned(walks: readonly Walk[], usual: number): boolean {
  // Pages without a size are a group of their own: their size may be another than the documented one.
  const bySize = new Map<number | undefined, { shortest: number; longest: number }>();
  for (const { page, isFollowed, asked, size } of pagesOf(walks, usual, () => true)) {
    const { length } = page.rows;
    if (length > asked) continue;
    const seen = cached(bySize, size, () => ({ shortest: asked, longest: 0 }));
    seen.longest = Math.max(seen.longest, length);
    if (isFollowed) seen.shortest = Math.min(seen.shortest, length);
  }
  return [...bySize.values()].some(({ shortest, longest }) => longest > shortest);
}

/**
 * Short pages that must be seen before a rule is believed; and of one walk, or, at most half as long as was asked for, of
 * different filters, so that chance would have shown there.
 */
const RULE = { pages: 3, ofOneWalk: 2, filters: 5 } as const;
/** How many times longer another page must be, so that no bound of bytes can have cut these. */
const SHORT = 2;

/**
 * Whether pages are short by a rule, in the calls that it concerns: wherever one page of a walk is short all are that more
 * follow, and pages of one size are all as short. What is thinned out comes in all lengths.
 */
function isCutShort(walks: readonly Walk[], usual: number): boolean {
  const lengths = new Map<number | undefined, Set<number>>();
  const longest = Math.max(0, ...walks.flatMap(({ pages: own }) => own.map(({ rows }) => rows.length)));
  const filters = new Set<string>();
  let [pages, most, areHalves] = [0, 0, true];
  for (const walk of walks) {
    const { args, size } = walk;
    const asked = size ?? usual;
    const followed = followedPages(walk).filter(({ rows }) => rows.length <= asked);
    if (followed.every(({ rows }) => rows.length === asked)) continue;
    const length = followed[0]?.rows.length ?? 0;
    if (followed.some(({ rows }) => rows.length !== length)) return false;
    if (length * SHORT > longest) continue;
    cached(lengths, size, () => new Set()).add(length);
    filters.add(describe(args));
    areHalves &&= length * 2 <= asked;
    pages += followed.length;
    most = Math.max(most, followed.length);
  }
  const isSeen = pages >= RULE.pages && (most >= RULE.ofOneWalk || (areHalves && filters.size >= RULE.filters));
  return isSeen && [...lengths.values()].every((each) => each.size === 1);
}

/**
 * Short pages behind the first that must be seen: half as long as was asked for, or of so many sizes that one bound shows. One
 * such page is enough where so many others are full: what takes half of the rows from a page takes some from others too.
 */
const BEHIND = { pages: 2, sizes: 2, full: 8 } as const;

/**
 * Whether pages behind the first, and they alone, have a size of their own: all are as short in the sizes that it concerns,
 * and every first page is full. What is thinned out is so on first pages too, or by as many rows on few of the others.
 */
function isCutBehindTheFirst(walks: readonly Walk[], usual: number): boolean {
  const seen = walks.flatMap((walk) => {
    const followed = new Set(followedPages(walk));
    return walk.pages.map((page, place) => ({
      ...{ place, size: walk.size, length: page.rows.length, isLast: !followed.has(page) },
    }));
  });
  const askedFor = (size: number | undefined) => size ?? usual;
  const short = seen.filter(({ isLast, length, size }) => !isLast && length < askedFor(size));
  const length = short[0]?.length ?? 0;
  if (short.some((page) => page.place === 0 || page.length !== length)) return false;
  // Pages without a size are a group of their own, as above.
  const sizes = new Set(short.map(({ size }) => size));
  const isLonger = seen.some((page) => page.place > 0 && sizes.has(page.size) && page.length > length);
  const isOne = sizes.size >= BEHIND.sizes || [...sizes].every((size) => length * 2 <= askedFor(size));
  const full = seen.filter((page) => !page.isLast && page.length === askedFor(page.size)).length;
  return (short.length >= BEHIND.pages || full >= BEHIND.full) && short.length > 0 && !isLonger && isOne;
}

/** Pages in front of others that must be seen: full ones without a filter, and short ones with different filters. */
const LATE = { full: 2, short: 3, filters: 2 } as const;

/**
 * Whether pages are short where there is a filter, and nowhere else: they were cut first and filtered then. Where rows are
 * taken out for another reason, the pages of the whole list are short too.
 */
function isFilteredLate(walks: readonly Walk[], usual: number): boolean {
  const filters = new Set<string>();
  let [full, short] = [0, 0];
  // What a page with a bad cursor holds may be of the cursor.
  for (const walk of walks.filter(({ start }) => start === undefined)) {
    const { args, size } = walk;
    const asked = size ?? usual;
    const followed = followedPages(walk);
    const few = followed.filter(({ rows }) => rows.length < asked).length;
    if (args.length === 0 && few > 0) return false;
    if (args.length === 0) full += followed.length;
    if (few > 0) filters.add(describe(args));
    short += few;
  }
  return full >= LATE.full && short >= LATE.short && filters.size >= LATE.filters;
}
