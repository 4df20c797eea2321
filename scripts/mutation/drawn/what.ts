// What a drawn fault does to the replies that it concerns.
import type { Call, Reply } from '../../../mock/index.ts';
import type { Asked } from './asked.ts';
import type { Scene } from './scene.ts';

export const DRAWN_FAMILIES = [
  'filters',
  'rows',
  'paging',
  'shape',
  'failures',
  'callers',
  'refusals',
  'cursors',
  'memory',
] as const;
export type DrawnFamily = (typeof DRAWN_FAMILIES)[number];

/** The calls that it concerns: those that are served, those that are refused, or those with a bad cursor. */
export type Target = 'served' | 'refused' | 'bad cursor';

/** Gives another reply than the clean one; `again` asks the clean deployment something else. */
export type Change = (asked: Asked, reply: Reply, again: (call: Call) => Reply) => Reply;

/** A change as it begins: with nothing in its memory. */
export type Behaviour = {
  readonly change: Change;
  /** Told of every reply of the list, also where the change does not apply. */
  readonly see?: (asked: Asked, reply: Reply) => void;
};

export type What = {
  /** What happens, as a sentence. */
  readonly says: string;
  readonly target: Target;
  /** The filter that must be among the factors, given. */
  readonly filter?: string;
  /** Shows only after another call: one that differs in this factor, which then counts; any other call; or the same one. */
  readonly after?: { readonly factor: string } | 'any' | 'itself';
  readonly start: () => Behaviour;
};

/** Makes a change for an operation, some of it by chance; undefined where the operation has nothing of the kind. */
export type Maker = (scene: Scene, random: () => number) => What | undefined;

/** A change without memory. */
export const changing =
  (change: Change): What['start'] =>
  () => ({ change });

/** One of several, by chance. */
export function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}
