// `ads-kit check`: reads contracts and prints every mistake in them at once.
import type { Command } from 'commander';
import { type Contract, loadContract } from '../../spec/index.ts';

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('read contracts, and print every mistake in them with its place and what to do')
    .argument('<files...>', 'OpenAPI documents with x- words, in YAML or JSON')
    .action((files: readonly string[]) => {
      // A contract that is mistaken ends here, as on every command.
      process.stdout.write(`${summary(loadContract(...files))}\n`);
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
