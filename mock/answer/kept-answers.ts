// Lists that were answered, by what was asked of which rows: while the rows are the same, so is the answer.
import { createKept, type Kept } from '../store/kept.ts';
import type { Store } from '../store/store.ts';
import type { Answer } from './call.ts';

export type KeptAnswers = {
  readonly get: (store: Store, target: string) => Answer | undefined;
  readonly put: (store: Store, target: string, answer: Answer) => void;
};

/** Bytes of answers that are kept of one state of a list. */
const MOST_BYTES = 2 ** 25;
/** A longer target is not asked for again. */
const LONGEST_TARGET = 2000;

/** Answers of all sessions: those who see the same rows share them. */
export function keepAnswers(): KeptAnswers {
  const states = new WeakMap<object, Kept<string, Answer>>();
  return {
    get: (store, target) => states.get(store.state())?.get(target),
    put: (store, target, answer) => {
      if (target.length > LONGEST_TARGET) return;
      const state = store.state();
      const kept = states.get(state) ?? createKept(MOST_BYTES);
      states.set(state, kept);
      kept.put(target, answer, answer.body.weight);
    },
  };
}
