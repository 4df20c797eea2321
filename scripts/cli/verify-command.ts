// `ads-kit verify`: judges a deployment, writes the reports, and exits 0, 1 or 2.
import { readFileSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import {
  applyBaseline,
  checks,
  type JudgeOptions,
  judge,
  type Report,
  readBaseline,
  writeBaseline,
} from '../../contract-tests/index.ts';
import type { Contract } from '../../spec/index.ts';
import { readBaseUrl, withoutPrefix } from './base-url.ts';
import { isColoured } from './colour.ts';
import { contractFiles, readContracts } from './contract-option.ts';
import { addCredentialOptions, givenCredentials } from './credential-options.ts';
import { readHeaders } from './gateway-headers.ts';
import { createNetworkFetch } from './network-fetch.ts';
import { repeated } from './option-values.ts';
import { planText } from './plan-text.ts';
import { createProgress } from './progress.ts';
import { readCredentials } from './read-credentials.ts';
import { openReporters } from './report-files.ts';
import { addRunOptions, type VerifyOptions } from './run-options.ts';
import { UsageError } from './usage-error.ts';

/** Adds the command; its options depend on the contract, so the words of the command line are looked at before. */
export function addVerifyCommand(program: Command, words: readonly string[]): void {
  const contract = readContracts(contractFiles(words));
  const apis = [...new Set(contract.documents.map(({ api }) => api))];
  const command = program
    .command('verify')
    .description('judge whether a deployment keeps its documentation')
    .argument('<base-url>', `the deployment, ${withoutPrefix(contract)}: https://staging.example`)
    .option(
      '--contract <file>',
      'OpenAPI document to hold it against, in place of the built-in ones; repeatable',
      repeated,
    )
    .addOption(new Option('--api <name>', 'which vendor').choices([...apis, 'all']).default('all'))
    .option('--credentials <file>', 'JSON file as `ads-kit mock --json` prints it');
  const named = addCredentialOptions(command, contract, addRunOptions(new Command()));
  addRunOptions(command);
  command.action((baseUrl: string, options: VerifyOptions) => verify(baseUrl, options, named));
}

async function verify(baseUrl: string, options: VerifyOptions, contract: Contract): Promise<void> {
  const { requireExercised } = options;
  if (requireExercised !== undefined && requireExercised !== true && requireExercised !== 'must') {
    throw new UsageError(`--require-exercised takes no value, or must; not ${String(requireExercised)}.`);
  }
  const target = readBaseUrl(baseUrl, contract);
  const asked = judgeOptions(target, options, contract);
  if (options.dryRun && options.reporter !== undefined)
    throw new UsageError('--dry-run judges nothing, so that there is no report. Leave --reporter out.');
  if (options.dryRun) return void process.stdout.write(await dryRun(asked, contract));
  const files = openReporters(options.reporter ?? ['pretty'], isColoured(process.stdout, process.env));
  const startedAt = new Date().toISOString();
  const refuse = (error: string) => files.refuse({ target, startedAt, error });
  endOnSignals(refuse);
  try {
    const report = await reportOf(asked, options, contract);
    files.write(report);
    const missing = notExercised(report, requireExercised);
    process.exitCode = report.summary.fail > 0 ? 1 : report.summary.error > 0 ? 2 : missing === undefined ? 0 : 1;
    if (process.exitCode === 1 && missing !== undefined) process.stderr.write(`ads-kit: ${missing}\n`);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** The exit statuses of a shell for programs that a signal ended: 128 and its number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Ends the run where somebody stops it: no report of an earlier run is left to be taken for its own. */
function endOnSignals(refuse: (error: string) => void): void {
  for (const [signal, status] of Object.entries(SIGNALS))
    process.once(signal, () => {
      const error = `The run was stopped by ${signal} before its end: there is no report.`;
      process.stderr.write(`ads-kit: ${error}\n`);
      refuse(error);
      process.exit(status);
    });
}

/** Judges, and puts the report against the baseline, or the baseline by the report. */
async function reportOf(asked: JudgeOptions, options: VerifyOptions, contract: Contract): Promise<Report> {
  const entries =
    options.baseline === undefined || (options.updateBaseline && !exists(options.baseline))
      ? []
      : readBaseline(readText(options.baseline), options.baseline, {
          checks: checks.map(({ id }) => id),
          operations: contract.operations.map(({ id }) => id),
        });
  if (options.updateBaseline && options.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, to know where to write.');

  const progress = createProgress(process.stderr);
  const network = await createNetworkFetch(asked.baseUrl, { ...options, environment: process.env });
  const headers = readHeaders(options.header ?? [], judgedOperations(contract, asked));
  const judged = await judge({ ...asked, ...network, headers, ...progress.events }).finally(progress.clear);
  const today = new Date().toISOString().slice(0, 10);
  if (options.updateBaseline && options.baseline !== undefined)
    writeFileSync(options.baseline, writeBaseline(judged, entries, today));
  return options.updateBaseline ? judged : applyBaseline(judged, entries, today);
}

function judgedOperations({ operations }: Contract, { apis }: JudgeOptions): Contract['operations'] {
  return operations.filter(({ api }) => apis?.includes(api) !== false);
}

function judgeOptions(baseUrl: string, options: VerifyOptions, contract: Contract): JudgeOptions {
  const { api, check, skip, maxRequests, depth, rate, timeout, maxBody, seed } = options;
  const { credentials } = contract;
  return {
    baseUrl,
    contract,
    credentials: readCredentials(contract, {
      credentials,
      options: givenCredentials(credentials, options),
      file: options.credentials,
      environment: process.env,
    }),
    depth,
    rate,
    timeout,
    maxBody: maxBody * 2 ** 20,
    seed,
    ...(api === 'all' ? {} : { apis: [api] }),
    ...(check === undefined ? {} : { only: check }),
    ...(skip === undefined ? {} : { skip }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
  };
}

/** The plan, counted on the mock: what the judge would ask of a deployment of the size of the default scenario. */
async function dryRun(options: JudgeOptions, contract: Contract): Promise<string> {
  const { createFetch, createMock } = await import('../../mock/index.ts');
  const mock = createMock({ contract });
  const report = await judge({
    ...options,
    baseUrl: 'http://mock',
    credentials: mock.credentials,
    fetch: createFetch(mock),
    rate: 0,
  });
  const all = { values: new Map(), limit: Number.POSITIVE_INFINITY };
  const lists = contract.operations.map(({ list }) => ({
    name: list.name,
    rows: mock.stores[list.name]?.select(all).length ?? 0,
  }));
  return planText(report, options.baseUrl, lists);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `The baseline ${file} cannot be read (${(cause as NodeJS.ErrnoException).code}). --update-baseline writes one.`,
      { cause },
    );
  }
}

function exists(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

/** What had to be exercised and was not, in words; undefined where nothing had to be, or all was. */
function notExercised(
  { summary, clauses, results }: Report,
  required: VerifyOptions['requireExercised'],
): string | undefined {
  if (required === undefined) return undefined;
  // A run in which nothing applies has looked at nothing.
  if (summary.pass + summary.warn === 0) return 'No check was exercised, and --require-exercised asks for some.';
  if (required === true)
    return summary.notExercised === 0
      ? undefined
      : `Checks that could not be exercised: ${summary.notExercised}. --require-exercised asks for all.`;
  // What only checks hold that were left out was not asked for.
  const held = new Set(results.flatMap((result) => result.clauses));
  const untried = Object.entries(clauses).filter(
    ([id, { level, status }]) => level === 'must' && status === 'NOT_EXERCISED' && held.has(id),
  );
  return untried.length === 0
    ? undefined
    : `Musts that could not be exercised: ${untried.length}. --require-exercised=must asks for all.`;
}
