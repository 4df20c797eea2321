// Nothing is promised that does not exist: every option that the texts name is one of the command's.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { repository } from '../repository.ts';
import { addCheckCommand } from './check-command.ts';
import { addClausesCommand } from './clauses-command.ts';
import { addMockCommand } from './mock-command.ts';
import { addSpecCommand } from './spec-command.ts';
import { addVerifyCommand } from './verify-command.ts';

/** Options of other commands that the texts name, and those that the guide's example gives to its own document. */
const OTHERS = ['--help', '--version', '--bearer', '--tea-token'];

function knownOptions(): ReadonlySet<string> {
  const program = new Command();
  for (const add of [addMockCommand, addCheckCommand, addClausesCommand, addSpecCommand]) add(program);
  addVerifyCommand(program, []);
  const own = program.commands.flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
  return new Set([...own, ...OTHERS]);
}

test.each(['README.md', 'spec/README.md', 'spec/clauses.yaml', 'spec/layers.yaml', 'spec/klayrai.yaml'])(
  '%s names options that exist',
  (name) => {
    const known = knownOptions();
    const text = readFileSync(new URL(name, repository), 'utf8');
    const named = [...text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option);
    expect([...new Set(named)].filter((option) => !known.has(option))).toEqual([]);
  },
);
