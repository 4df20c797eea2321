// A factor of calls, and the classes into which its values fall: within one, a deployment has no reason to differ.
import type { Asked } from './asked.ts';
import type { Setting } from './draft.ts';

export type Class = {
  /** The factor: a filter by its name, or `page size`, `place`, `caller`, `tenant`. */
  readonly factor: string;
  /** The class, in words that go on after the factor. */
  readonly says: string;
  readonly holds: (asked: Asked) => boolean;
  /** A few concrete values. */
  readonly settings: readonly Setting[];
};

/** The classes that documents say something about, and the model keeps apart. */
export type Factor = { readonly name: string; readonly classes: readonly Class[] };

/** Names a class for people. */
export function nameOf({ factor, says }: Class): string {
  return `${factor} ${says}`;
}

/** The first, the middle and the last of some values: a few that stand for all. */
export function someOf<T>(values: readonly T[]): readonly T[] {
  const places = [0, Math.floor(values.length / 2), values.length - 1];
  return [...new Set(places)].flatMap((place) => (place in values ? [values[place] as T] : []));
}
