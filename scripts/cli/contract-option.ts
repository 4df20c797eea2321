// The option --contract: which documents a command works with.
import { type Contract, loadContract } from '../../spec/index.ts';

/** The contract in these files, or the built-in one. Throws a ContractError with every mistake in it. */
export function readContracts(files: readonly string[] | undefined): Contract {
  return loadContract(...(files ?? []));
}

/** The values of --contract among the words of a command line, before commander has read them. */
export function contractFiles(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith('--contract=')) return [word.slice('--contract='.length)];
    return word === '--contract' && words[index + 1] !== undefined ? [String(words[index + 1])] : [];
  });
}
