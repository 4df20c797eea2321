// Lists that were answered, by what was asked of which rows: while the rows are the same, so is the answer.
import { cached } from '../../spec/index.ts';
import { createKept } from '../store/kept.ts';
import type { Store } from '../store/store.ts';
import type { Answer } from './call.ts';

export type KeptAnswers = {
  readonly get: (store: Store, target: string) => Answer | undefined;
  readonly put: (store: Store, target: string, answer: Answer) => void;
};

/** Bytes of answers that are kept. */
const MOST_BYTES = 2 ** 27;
/** A longer target is not asked for again. */
const LONGEST_TARGET = 2000;

/** Answers of all sessions: those who see the same rows share them. */
export function keepAnswers(): KeptAnswers {
  const kept = createKept<string, Answer>(MOST_BYTES);
  const numbers = new WeakMap<object, number>();
  let count = 0;
  const keyOf = (store: Store, target: string): string => {
    return `${cached(numbers, store.state(), () => count++)} ${target}`;
  };
  return {
    get: (store, target) => kept.get(keyOf(store, target)),
    put: (store, target, answer) => {
      if (target.length <= LONGEST_TARGET) kept.put(keyOf(store, target), answer, answer.body.weight);
    },
  };
}
