import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { ownContract } from '../../own-contract.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';
import { and, type Bitset, same } from '../bitset.ts';
import { callPool } from '../calls/call-pool.ts';
import { callSpace } from '../calls/call-space.ts';
import { argumentsOf } from '../calls/made-call.ts';
import { type InputModel, inputModel } from '../input-model.ts';
import { createRandom } from '../random.ts';
import { imagine, type Mutant } from './filter-mutants.ts';
import { revealing } from './revealed-mutants.ts';

/** What the mutant answers, worked out in full. */
function answerOf(mutant: Mutant, args: Arguments, { passing }: InputModel): Bitset | undefined {
  const { concerns } = mutant;
  if (!concerns.every((filter) => args.some((argument) => argument.filter === filter))) return undefined;
  if ('answer' in mutant) return mutant.answer(args);
  const values = args.find(({ filter }) => filter === concerns[0])?.values ?? [];
  const wrong = mutant.misread(values);
  return wrong && and(wrong, passing(args.filter(({ filter }) => filter !== concerns[0])));
}

test('a call reveals the mutants whose answer is another than the right one, and no others', () => {
  const contract = ownContract();
  const { rows } = buildWorld(contract);
  let revealed = 0;
  for (const operation of contract.operations) {
    const model = inputModel(operation.filters, rows[operation.list.name] ?? []);
    const mutants = imagine(model);
    const reveals = revealing(model, mutants);
    const pool = callPool(callSpace(operation, model), createRandom(1)).map(argumentsOf);
    for (const args of pool.filter((_, index) => index % 7 === 0)) {
      const right = model.passing(args);
      const wrong = mutants.filter((mutant) => !same(answerOf(mutant, args, model) ?? right, right));
      expect(reveals(args).map(({ name }) => name)).toEqual(wrong.map(({ name }) => name));
      revealed += wrong.length;
    }
  }
  expect(revealed).toBeGreaterThan(1000);
});
