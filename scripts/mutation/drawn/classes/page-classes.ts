// The classes of page size and of place: around the documented bounds, and around what is left for the last page.
import { placeParameter } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import type { Setting } from '../draft.ts';
import { type Class, type Factor, someOf } from '../factor.ts';
import { keptBy, type Scene } from '../scene.ts';

export const PAGE_SIZE = 'page size';
export const PLACE = 'place';

/** The factor of the page size; undefined where a page has none that one can ask for. */
export function sizeFactor({ operation }: Scene): Factor | undefined {
  const { paging, size } = operation.list;
  const name = paging.limit;
  if (name === undefined || size === undefined) return undefined;
  const { minimum, maximum } = size;
  const isGiven = ({ query }: Asked) => query.has(name);
  const of = (says: string, holds: Class['holds'], settings: readonly Setting[]): Class => ({
    factor: PAGE_SIZE,
    says,
    holds,
    settings,
  });
  const fixed = (says: string, value: number) =>
    of(says, ({ query }) => query.get(name) === String(value), [({ query }) => query.set(name, String(value))]);
  /** A size that stands in a relation to the rows that are left under the filters. */
  const fitting =
    (choose: (count: number) => readonly number[], place: number): Setting =>
    ({ query }, scene) => {
      const sizes = choose(keptBy(scene, query).length).filter((each) => each >= minimum && each <= (maximum ?? each));
      const value = someOf(sizes)[place];
      if (value !== undefined) query.set(name, String(value));
    };
  const related = (says: string, isMeant: (size: number, count: number) => boolean): Class =>
    of(
      says,
      (asked) => isGiven(asked) && isMeant(asked.size, asked.kept.length),
      [0, 1, 2].map((place) => fitting((count) => upTo(count + 1).filter((each) => isMeant(each, count)), place)),
    );
  return {
    name: PAGE_SIZE,
    classes: [
      of('is not given', (asked) => !isGiven(asked), [({ query }) => query.delete(name)]),
      fixed(`is the smallest, ${minimum}`, minimum),
      fixed(`is one over the smallest, ${minimum + 1}`, minimum + 1),
      ...(maximum === undefined
        ? []
        : [
            fixed(`is one under the largest, ${maximum - 1}`, maximum - 1),
            fixed(`is the largest, ${maximum}`, maximum),
          ]),
      related('leaves a full last page', (each, count) => each > 1 && count > each && count % each === 0),
      related('leaves one row for the last page', (each, count) => each > 1 && count > each && count % each === 1),
      related('is just the whole list', (each, count) => each === count),
      related('is one less than the whole list', (each, count) => each === count - 1),
      related('is one more than the whole list', (each, count) => each === count + 1),
    ],
  };
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** The factor of the page's place; undefined where the list comes in one reply. A bad cursor has no place. */
export function placeFactor({ operation }: Scene): Factor | undefined {
  const { paging } = operation.list;
  const name = placeParameter(paging);
  if (name === undefined) return undefined;
  const of = (says: string, holds: (asked: Asked, offset: number) => boolean, settings: readonly Setting[]): Class => ({
    factor: PLACE,
    says,
    holds: (asked) => asked.offset !== undefined && asked.kept.length > 0 && holds(asked, asked.offset),
    settings,
  });
  const first = paging.style === 'page' ? String(paging.first) : undefined;
  // Later pages need no setting: whoever looks at a list walks to its end.
  const stay: readonly Setting[] = [() => undefined];
  return {
    name: PLACE,
    classes: [
      of('is the first page, unasked', ({ place }) => place === undefined, [({ query }) => query.delete(name)]),
      ...(first === undefined
        ? []
        : [
            of('is the first page, by its number', ({ place }) => place === first, [
              ({ query }) => query.set(name, first),
            ]),
          ]),
      of('is the second page', ({ size }, offset) => offset > 0 && offset <= size, stay),
      of('is a page in the middle', ({ size, kept }, offset) => offset > 0 && offset + size < kept.length, stay),
      of(
        'is the last page of several',
        ({ size, kept }, offset) => offset > 0 && offset + size >= kept.length && offset < kept.length,
        stay,
      ),
      of('is any page but the first', ({ kept }, offset) => offset > 0 && offset < kept.length, stay),
    ],
  };
}
