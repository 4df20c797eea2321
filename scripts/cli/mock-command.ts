// `ads-kit mock`: serves the lists of a contract until it is stopped.
import { type Command, Option } from 'commander';
import { readData, type ScenarioName, type Sizes, scenarios } from '../../fixtures/index.ts';
import { createMock, type Mock, type MockOptions, type MockServer, networkFaults } from '../../mock/index.ts';
import { type Contract, didYouMean, type Operation, pathName } from '../../spec/index.ts';
import { banner } from './banner.ts';
import { readContracts } from './contract-option.ts';
import { repeated, wholeNumber } from './option-values.ts';
import { UsageError } from './usage-error.ts';

type MockCommandOptions = {
  readonly contract?: readonly string[];
  readonly data?: string;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly size?: string;
  readonly strict: boolean;
  readonly anyKey: boolean;
  readonly rateLimit?: string;
  readonly fault?: readonly string[];
  readonly cors: boolean;
  readonly frozen: boolean;
  readonly json: boolean;
};

export function addMockCommand(program: Command): void {
  const list = Object.entries(scenarios).map(([name, { summary }]) => `  ${name.padEnd(16)} ${summary}`);
  program
    .command('mock')
    .description('serve the lists of a contract from fixtures, until stopped')
    .option('--contract <file>', 'OpenAPI document to serve, in place of the built-in ones; repeatable', repeated)
    .option('--data <file>', 'rows to serve, by list, in JSON or YAML; lists that it leaves out are made up')
    .option('--port <number>', 'port to listen on; 0 for a free one', wholeNumber(0, 65_535), 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'chooses the fixture data', wholeNumber(0, 2 ** 31), 1)
    .addOption(
      new Option('--scenario <name>', 'which world to serve (see below)')
        .choices(Object.keys(scenarios))
        .default('default'),
    )
    .option('--size <list>', 'rows per list, by the last segment of its path: books=9,authors=100')
    .option('--strict', 'refuse queries that are not written as the documentation says', false)
    .option('--any-key', 'accept every credential that is not empty', false)
    .option('--rate-limit <tier>', 'count the calls of each key by this tier of the contract')
    .option(
      '--fault <name>',
      'put a fault in force (see below); with parameters: latency:ms=300,count=5; repeatable',
      repeated,
    )
    .option('--no-cors', 'do not answer pages of other origins')
    .option('--frozen', 'stop the clock at its start', false)
    .option('--json', 'print one line of JSON with the URL and all credentials', false)
    .addHelpText(
      'after',
      `\nScenarios:\n${list.join('\n')}\n\nFaults:\n${faultLines().join('\n')}\n  and those of the contract: GET /_mock/faults lists them`,
    )
    .action(serve);
}

function faultLines(): string[] {
  return Object.entries(networkFaults).map(([name, { summary, parameters }]) => {
    const known = Object.entries(parameters).map(([parameter, each]) => `${parameter}=${each.default}`);
    return `  ${name.padEnd(18)} ${summary}${known.length === 0 ? '' : ` ${known.join(', ')}`}`;
  });
}

/** The mock that is asked for; what it refuses is a mistake of the user's. */
function build(options: MockOptions): Mock {
  try {
    return createMock(options);
  } catch (error) {
    if (error instanceof Error && (error.name === 'FaultError' || error instanceof RangeError))
      throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function serve(options: MockCommandOptions): Promise<void> {
  const contract = readContracts(options.contract);
  const { rateLimit, fault: faults = [], cors, frozen } = options;
  const library = async () => (await import('../faults/contract-faults.ts')).contractFaults(contract);
  const mock = build({
    contract,
    cors,
    frozen,
    faults,
    // Loaded at once only where a fault is in force from the start: a start takes longer with it.
    contractFaults: faults.length > 0 ? await library() : library,
    ...(rateLimit === undefined ? {} : { rateLimit }),
    seed: options.seed,
    scenario: options.scenario,
    strict: options.strict,
    anyKey: options.anyKey,
    ...(options.size === undefined ? {} : { size: readSizes(contract, options.size) }),
    ...(options.data === undefined ? {} : { data: readData(contract, options.data) }),
  });
  const server = await start(mock, options);
  const { url, token } = server;
  const control = token === undefined ? {} : { controlToken: token };
  const text = options.json
    ? `${JSON.stringify({ url, ...control, ...mock.credentials })}\n`
    : banner({ url, mock, ...options, ...control });
  process.stdout.write(text);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function start(mock: Mock, { port, host }: MockCommandOptions): Promise<MockServer> {
  try {
    return await mock.listen({ port, host });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(`Port ${port} is in use on ${host}. Stop what uses it, or choose another with --port.`, {
        cause,
      });
    if (code === 'EACCES')
      throw new UsageError(`Port ${port} may not be used by this user. Choose one above 1023 with --port.`, { cause });
    throw new UsageError(`The mock cannot listen on ${host}:${port} (${code}). Check --host and --port.`, { cause });
  }
}

/** The most rows that a list may have. */
const MOST_ROWS = 20_000_000;

/** Rows by the name of the list; the user names a list by the last segment of its path. */
function readSizes(contract: Contract, text: string): Sizes {
  const lists = new Map(
    contract.operations.filter(isSized).map((operation) => [sizeName(contract, operation), operation.list.name]),
  );
  const sizes: Record<string, number> = {};
  for (const part of text.split(',')) {
    const [name = '', count = ''] = part.split('=');
    const list = lists.get(name);
    if (list === undefined)
      throw new UsageError(
        `--size knows ${[...lists.keys()].join(', ')}; not ${JSON.stringify(name)}.${didYouMean(name, lists.keys())}`,
      );
    const rows = /^\d+$/.test(count) ? Number(count) : Number.NaN;
    if (!(rows <= MOST_ROWS))
      throw new UsageError(`--size takes whole numbers up to ${MOST_ROWS}: ${name}=100; not ${JSON.stringify(part)}.`);
    sizes[list] = rows;
  }
  return sizes;
}

/** A list that has one row for each value of a member has no size to choose. */
function isSized({ list, fieldValues }: Operation): boolean {
  return !list.unique.some((member) => fieldValues.has(member));
}

/** The last segment of the list's path that is no parameter; the name of the list where two have the same. */
function sizeName(contract: Contract, operation: Operation): string {
  const name = pathName(operation.path);
  return contract.operations.filter(({ path }) => pathName(path) === name).length === 1 ? name : operation.list.name;
}
