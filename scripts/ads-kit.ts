#!/usr/bin/env node
// The command `ads-kit`.
import { Command, CommanderError } from 'commander';
import { CannotJudge } from '../contract-tests/index.ts';
import { UsageError } from './usage-error.ts';

/** A command is loaded when it is named: the judge needs no fixtures, and starts sooner without them. */
const commands = {
  mock: async (parent: Command) => (await import('./mock-command.ts')).addMockCommand(parent),
  verify: async (parent: Command) => (await import('./verify-command.ts')).addVerifyCommand(parent),
  clauses: async (parent: Command) => (await import('./clauses-command.ts')).addClausesCommand(parent),
  spec: async (parent: Command) => (await import('./spec-command.ts')).addSpecCommand(parent),
};

const program = new Command('ads-kit')
  .description(
    'One contract for the Layers ads lists and the KlayrAI accounts list: a mock that executes it, a judge that checks it.',
  )
  .version('0.1.0')
  .showHelpAfterError('Add --help to see what can be given.')
  .configureHelp({ showGlobalOptions: true });
const named = process.argv[2] ?? '';
for (const [name, add] of Object.entries(commands))
  if (name === named || !Object.hasOwn(commands, named)) await add(program);
for (const command of [program, ...program.commands])
  command.exitOverride().showHelpAfterError('Add --help to see what can be given.');

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitStatus(error);
}

/** 0 for help and version; 2 for whatever the user can mend, said in one sentence. A bug keeps its stack. */
function exitStatus(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof UsageError || error instanceof CannotJudge)) throw error;
  process.stderr.write(`ads-kit: ${error.message}\n`);
  return 2;
}
