// Collects the mistakes of one document, so that its author sees all of them at once.
import { ContractError, type Mistake } from './contract-error.ts';

/** Stops the reading of one part; caught by `attempt`. */
class Unreadable extends Error {}

export type Mistakes = {
  /** Notes a mistake; the same place is blamed once. */
  readonly add: (pointer: string, advice: string) => void;
  /** Notes a mistake behind which the part cannot be read any further. */
  readonly stop: (pointer: string, advice: string) => never;
  /** What `read` returns, or undefined where it was stopped. */
  readonly attempt: <T>(read: () => T) => T | undefined;
  /** Whether something at or below one of these pointers is wrong. */
  readonly touch: (pointers: Iterable<string>) => boolean;
  readonly count: () => number;
  /** Takes over the mistakes of another file. */
  readonly include: (error: ContractError) => void;
  /** Throws a ContractError where there is any mistake. */
  readonly settle: () => void;
};

/** `lineOf` finds a pointer's line in the file; undefined where the document did not come from one. */
export function createMistakes(file: string, lineOf?: (pointer: string) => number | undefined): Mistakes {
  const found = new Map<string, string>();
  const others: Mistake[] = [];
  const add: Mistakes['add'] = (pointer, advice) => {
    if (!found.has(pointer)) found.set(pointer, advice);
  };
  return {
    add,
    stop: (pointer, advice) => {
      add(pointer, advice);
      throw new Unreadable(advice);
    },
    attempt: (read) => {
      try {
        return read();
      } catch (error) {
        if (error instanceof Unreadable) return undefined;
        throw error;
      }
    },
    touch: (pointers) => {
      const wrong = [...found.keys()];
      return [...pointers].some((pointer) => wrong.some((each) => each === pointer || each.startsWith(`${pointer}/`)));
    },
    count: () => found.size + others.length,
    include: (error) => {
      others.push(...error.mistakes);
    },
    settle: () => {
      if (found.size + others.length === 0) return;
      const mistakes = [...found].map(
        ([pointer, advice]): Mistake => ({ file, pointer, advice, line: lineOf?.(pointer) }),
      );
      throw new ContractError([...mistakes.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)), ...others]);
    },
  };
}
