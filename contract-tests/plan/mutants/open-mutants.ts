// The mutants that no call has revealed yet, of those that a call of some pool can reveal.
import { cached } from '../../../spec/index.ts';

/** What a mutant counts that so many calls of the pool reveal: the more there are, the less. */
const worthOf = (calls: number): number => 20 / Math.sqrt(calls);

export type OpenMutants = {
  /** What the mutants count that this call of the pool would reveal, by its index. */
  readonly gain: (call: number) => number;
  readonly add: (call: number) => void;
};

/** `revealed` are the mutants that each call of the pool reveals. */
export function openMutants(revealed: readonly (readonly unknown[])[]): OpenMutants {
  const holders = new Map<unknown, number[]>();
  for (const [call, mutants] of revealed.entries())
    for (const mutant of mutants) cached(holders, mutant, () => []).push(call);
  const gains = revealed.map((mutants) =>
    mutants.reduce<number>((sum, mutant) => sum + worthOf(holders.get(mutant)?.length ?? 1), 0),
  );
  return {
    gain: (call) => gains[call] ?? 0,
    add: (call) => {
      for (const mutant of revealed[call] ?? []) {
        const calls = holders.get(mutant) ?? [];
        for (const each of calls) gains[each] = (gains[each] ?? 0) - worthOf(calls.length);
        holders.delete(mutant);
      }
    },
  };
}
