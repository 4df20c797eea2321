// `ads-kit clauses`: every documented statement, and what holds it.
import { type Command, Option } from 'commander';
import type { Clause } from '../../spec/index.ts';
import { readContracts } from './contract-option.ts';
import { repeated } from './option-values.ts';

type ClausesOptions = { readonly contract?: readonly string[]; readonly level?: string; readonly json: boolean };

export function addClausesCommand(program: Command): void {
  program
    .command('clauses')
    .description('list every documented statement with its level and what holds it')
    .option('--contract <file>', 'OpenAPI document, in place of the built-in ones; repeatable', repeated)
    .addOption(new Option('--level <level>', 'only statements of this level').choices(['must', 'should', 'open']))
    .option('--json', 'print JSON', false)
    .action(listClauses);
}

function listClauses({ contract, level, json }: ClausesOptions): void {
  const all = [...readContracts(contract).register.values()];
  const chosen = all.filter((clause) => level === undefined || clause.level === level);
  process.stdout.write(
    json ? `${JSON.stringify(chosen, null, 2)}\n` : `${chosen.map(line).join('\n')}\n\n${summary(all)}\n`,
  );
}

function line({ id, level, holder, statement, reading, reason }: Clause): string {
  const more = reading ?? reason;
  return `${column(id, 8)}${column(level, 8)}${column(holder, 28)}${statement}${more === undefined ? '' : `\n${' '.repeat(44)}${more.trim()}`}`;
}

/** A text as wide as its column, or as long as it is: what follows stands apart from it all the same. */
function column(text: string, width: number): string {
  return `${text.padEnd(width - 1)} `;
}

function summary(clauses: readonly Clause[]): string {
  const musts = clauses.filter(({ level }) => level === 'must');
  const held = musts.filter(({ holder }) => holder !== 'unobservable' && holder !== 'none').length;
  const reasoned = musts.filter(({ holder }) => holder === 'unobservable').length;
  const count = (level: string) => clauses.filter((clause) => clause.level === level).length;
  return `${clauses.length} clauses: ${count('must')} must, ${count('should')} should, ${count('open')} open. Of the musts, ${held} are held by a schema or a check, ${reasoned} cannot be seen from outside and say why, ${musts.length - held - reasoned} are unmapped.`;
}
