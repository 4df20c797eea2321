// `ads-kit spec`: prints one of the contract's OpenAPI documents.
import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { plainDocument } from './plain-document.ts';
import { repository } from './repository.ts';
import { UsageError } from './usage-error.ts';

const folder = new URL('spec/', repository);
const EXTENSION = '.yaml';

export function addSpecCommand(program: Command): void {
  program
    .command('spec')
    .description('print an OpenAPI document of the contract')
    .argument('<name>', 'which document (see below)')
    .option('--plain', 'without x- words and conditionals, for generators that stumble over them', false)
    .addHelpText('after', () => `\nDocuments: ${documentNames().join(', ')}`)
    .action(print);
}

function print(name: string, { plain }: { readonly plain: boolean }): void {
  const names = documentNames();
  if (!names.includes(name))
    throw new UsageError(`There is no document named ${name}. The documents are ${names.join(', ')}.`);
  const source = read(`${name}${EXTENSION}`);
  process.stdout.write(plain ? plainDocument(source) : source);
}

/** The files beside the contract that are OpenAPI documents: the register of clauses is YAML too, and is none. */
function documentNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(EXTENSION) && /^openapi:/m.test(read(file)))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort();
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}
