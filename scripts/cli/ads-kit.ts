#!/usr/bin/env node
// The command `ads-kit`.
import { Command, CommanderError } from 'commander';

/** A command is loaded when it is named: the judge needs no fixtures, and starts sooner without them. */
const commands = {
  mock: async (parent: Command) => (await import('./mock-command.ts')).addMockCommand(parent),
  check: async (parent: Command) => (await import('./check-command.ts')).addCheckCommand(parent),
  verify: async (parent: Command) =>
    (await import('./verify-command.ts')).addVerifyCommand(parent, process.argv.slice(3)),
  clauses: async (parent: Command) => (await import('./clauses-command.ts')).addClausesCommand(parent),
  spec: async (parent: Command) => (await import('./spec-command.ts')).addSpecCommand(parent),
};

const advice = 'Add --help to see what can be given.';
const program = new Command('ads-kit')
  .description(
    'One contract for list operations: a mock that executes it, a judge that checks any deployment against it.',
  )
  .version('0.1.0')
  .showHelpAfterError(advice)
  .configureHelp({ showGlobalOptions: true });

/** Whatever happens, the end is 0, 1 or 2, and a sentence: a gate would read another end as a breach. */
let settled = false;
process.on('uncaughtException', (error) => {
  process.exitCode = exitStatus(error);
  // What is left of a broken run would only run on.
  process.exit();
});
process.on('beforeExit', () => {
  if (settled) return;
  process.stderr.write('ads-kit: the run came to a standstill before its end. This is a fault of ads-kit.\n');
  process.exitCode = 2;
});
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Who reads the output may stop reading, as `head` does.
  if (code === 'EPIPE') process.exit();
  process.stderr.write(`ads-kit: The output could not be written (${code}).\n`);
  process.exit(2);
});

try {
  const named = process.argv[2] ?? '';
  for (const [name, add] of Object.entries(commands))
    if (name === named || !Object.hasOwn(commands, named)) await add(program);
  for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(advice);
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitStatus(error);
} finally {
  settled = true;
}

/** 0 for help and version; 2 for all else, in one sentence where the user can mend it. A bug keeps its stack. */
function exitStatus(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  // By name: the classes come with modules that most commands do not need.
  if (name === 'ContractError') process.stderr.write(`${message}\n`);
  else if (name === 'UsageError' || name === 'CannotJudge') process.stderr.write(`ads-kit: ${message}\n`);
  else process.stderr.write(`ads-kit broke: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
}
