// Which filters a call proves behind its first page: a cursor that forgets one of them brings other rows there.
import { and, type Bitset, differBetween, placeOfNth } from '../bitset.ts';
import type { Way } from './call-space.ts';

/** The rows that a call asks for, of all, and the pages in which they are read, of how many. */
type Pages = {
  readonly all: Bitset;
  readonly answer: Bitset;
  readonly size: number;
  readonly read: number;
  readonly pages: number;
};

/** The ways that keep out a row which would be on the pages that are read behind the first, or would follow the last of them. */
export function provenLater(given: readonly Way[], { all, answer, size, read, pages }: Pages): Way[] {
  if (read < 2) return [];
  const from = placeOfNth(answer, size, 0) + 1;
  const rowsRead = (read - 1) * size;
  return given.filter((way) => {
    const others = given.reduce((left, other) => (other === way ? left : and(left, other.mask)), all);
    // Where the end is read, another page behind it shows too.
    const to = read === pages ? Number.POSITIVE_INFINITY : placeOfNth(others, rowsRead, from) + 1;
    return differBetween(others, and(others, way.mask), from, to);
  });
}
