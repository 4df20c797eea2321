// The options of `verify` that are the same for every contract.
import { type Command, Option } from 'commander';
import { repeated, wholeNumber } from './option-values.ts';

/** What was given, commander's defaults in place of what was not. */
export type VerifyOptions = {
  readonly contract?: readonly string[];
  readonly api: string;
  readonly credentials?: string;
  readonly reporter?: readonly string[];
  readonly check?: readonly string[];
  readonly skip?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly proxy?: string;
  readonly ca?: string;
  readonly header?: readonly string[];
  readonly depth: 'standard' | 'full';
  readonly maxRequests?: number;
  readonly rate: number;
  readonly timeout: number;
  readonly maxBody: number;
  readonly seed: number;
  readonly requireExercised?: true | 'must';
  readonly dryRun: boolean;
};

/** Adds them. */
export function addRunOptions(command: Command): Command {
  return command
    .option('--reporter <name[=file]>', 'pretty, json, junit, markdown, github or html; repeatable', repeated)
    .option('--check <id>', 'run only this check; repeatable', repeated)
    .option('--skip <id>', 'leave this check out; repeatable', repeated)
    .option('--baseline <file>', 'accept the failures listed there')
    .option('--update-baseline', 'write the failures of this run to the baseline', false)
    .option('--proxy <url>', 'HTTP proxy (or HTTP_PROXY, HTTPS_PROXY; NO_PROXY lists hosts without)')
    .option('--ca <file>', 'certificates to trust beside those that Node knows, PEM')
    .option('--header <name: value>', 'further header of every request, for a gateway; repeatable', repeated)
    .addOption(new Option('--depth <depth>', 'how much is tried').choices(['standard', 'full']).default('standard'))
    .option(
      '--max-requests <number>',
      'most requests in the whole run (default: 400, or 4000 at full depth)',
      wholeNumber(1, 1_000_000),
    )
    .option('--rate <number>', 'most requests a second; 0 for no bound', wholeNumber(0, 10_000), 0)
    .option('--timeout <ms>', 'for one exchange, in milliseconds', wholeNumber(1, 600_000), 10_000)
    .option('--max-body <mb>', 'longest reply that is read, in megabytes', wholeNumber(1, 4096), 64)
    .option('--seed <number>', 'chooses among inputs that tell as much as each other', wholeNumber(0, 2 ** 31), 1)
    .option('--require-exercised [level]', 'fail when something was not exercised; `must` for musts only')
    .option('--dry-run', 'print the plan of requests and send none', false);
}
