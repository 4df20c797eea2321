// `ads-kit check`: reads contracts and prints every mistake in them at once.
import type { Command } from 'commander';
import { buildWorld } from '../../fixtures/index.ts';
import { type Contract, ContractError, loadContract } from '../../spec/index.ts';

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('read contracts, and print every mistake in them with its place and what to do')
    .argument('<files...>', 'OpenAPI documents with x- words, in YAML or JSON')
    .action((files: readonly string[]) => {
      // A contract that is mistaken ends here, as on every command.
      const contract = loadContract(...files);
      process.stdout.write(`${[summary(contract), ...unmadeRows(contract)].join('\n')}\n`);
    });
}

/** What was understood, and what was left out. */
function summary({ documents, register }: Contract): string {
  const parts = documents.map(({ name, title, operations, leftOut }) => {
    const lists = operations.map(
      ({ id, path, filters, list }) =>
        `  ${id}  ${path}  ${filters.length === 1 ? 'one filter' : `${filters.length} filters`}, paging: ${list.paging.style}`,
    );
    const others = leftOut.length === 0 ? [] : ['  left out:', ...leftOut.map((each) => `    ${each}`)];
    return [
      `${name}: ${title}, ${operations.length === 1 ? 'one list' : `${operations.length} lists`}`,
      ...lists,
      ...others,
    ].join('\n');
  });
  return `${parts.join('\n')}\nNo mistakes. ${register.size} statements.`;
}

/** What keeps the mock from making rows, which is no mistake: they can be given, and whoever judges needs none. */
function unmadeRows(contract: Contract): readonly string[] {
  try {
    buildWorld(contract);
    return [];
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return ['The mock does not start with it as it is:', ...error.mistakes.map(({ advice }) => `  ${advice}`)];
  }
}
