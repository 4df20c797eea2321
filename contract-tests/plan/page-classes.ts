// The classes that meet in one page of a walk: of its filters, of its size, and of its place.
import { firstPlace, type Operation } from '../../spec/index.ts';
import type { Walk } from '../walk/walk.ts';
import { count } from './bitset.ts';
import { ABSENT } from './filters/filter-classes.ts';
import type { InputModel } from './input-model.ts';
import { sizeClasses } from './size-classes.ts';

/** What is known of a walk before its pages are told apart. */
export type WalkClasses = {
  /** The classes that all pages have. */
  readonly own: readonly string[];
  /** How many rows pass. */
  readonly rows: number;
  readonly placeOf: (page: number) => readonly string[];
};

export function walkClasses(
  { list }: Operation,
  model: InputModel,
  { args, size, pages, place, stop }: Pick<Walk, 'args' | 'size' | 'pages' | 'place' | 'stop'>,
): WalkClasses {
  const rows = count(model.passing(args));
  const given = new Set(args.map(({ filter }) => filter));
  const absent = model.filters.filter((filter) => !given.has(filter)).map(({ name }) => `${name} ${ABSENT}`);
  const sizes = (list.size === undefined ? [] : sizeClasses(list.size, rows))
    .filter(([, each]) => each === size)
    .map(([name]) => `size ${name}`);
  const isFromFirst = place === undefined || place === firstPlace(list.paging);
  const last = stop === 'end' ? pages.length - 1 : Number.POSITIVE_INFINITY;
  return {
    own: [...model.classesOf(args), ...absent, ...sizes],
    rows,
    placeOf: (page) => {
      if (isFromFirst && page === 0) return [place === undefined ? 'place first' : 'place first, asked for'];
      const isLast = page === last || (!isFromFirst && pages[page]?.next === undefined);
      return [...(isFromFirst && page === 1 ? ['place second'] : []), isLast ? 'place last' : 'place middle'];
    },
  };
}
