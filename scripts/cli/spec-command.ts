// `ads-kit spec`: prints one of the contract's OpenAPI documents.
import type { Command } from 'commander';
import { documentNames, readDocument } from '../build/documents.ts';
import { repository } from '../repository.ts';
import { plainDocument } from './plain-document.ts';
import { UsageError } from './usage-error.ts';

const folder = new URL('spec/', repository);

export function addSpecCommand(program: Command): void {
  program
    .command('spec')
    .description('print an OpenAPI document of the contract')
    .argument('<name>', 'which document (see below)')
    .option('--plain', 'without x- words and conditionals, for generators that stumble over them', false)
    .addHelpText('after', () => `\nDocuments: ${documentNames(folder).join(', ')}`)
    .action(print);
}

function print(name: string, { plain }: { readonly plain: boolean }): void {
  const names = documentNames(folder);
  if (!names.includes(name))
    throw new UsageError(`There is no document named ${name}. The documents are ${names.join(', ')}.`);
  const source = readDocument(folder, name);
  process.stdout.write(plain ? plainDocument(source) : source);
}
