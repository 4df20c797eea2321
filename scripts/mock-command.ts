// `ads-kit mock`: serves both vendors' lists until it is stopped.
import { type Command, Option } from 'commander';
import { type ScenarioName, type Sizes, scenarios } from '../fixtures/index.ts';
import { createMock, listen, type Mock, type MockServer } from '../mock/index.ts';
import { wholeNumber } from './option-values.ts';
import { UsageError } from './usage-error.ts';

type MockCommandOptions = {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly size?: Partial<Sizes>;
  readonly strict: boolean;
  readonly anyKey: boolean;
  readonly json: boolean;
};

const SIZE_NAMES: Readonly<Record<string, keyof Sizes>> = {
  campaigns: 'campaign',
  adsets: 'adset',
  ads: 'ad',
  accounts: 'account',
};

export function addMockCommand(program: Command): void {
  const list = Object.entries(scenarios).map(([name, { summary }]) => `  ${name.padEnd(16)} ${summary}`);
  program
    .command('mock')
    .description('serve the Layers and KlayrAI lists from fixtures, until stopped')
    .option('--port <number>', 'port to listen on; 0 for a free one', wholeNumber(0, 65_535), 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'chooses the fixture data', wholeNumber(0, 2 ** 31), 1)
    .addOption(
      new Option('--scenario <name>', 'which world to serve (see below)')
        .choices(Object.keys(scenarios))
        .default('default'),
    )
    .option('--size <list>', 'rows per list: campaigns=n,adsets=n,ads=n,accounts=n', readSizes)
    .option('--strict', 'refuse query parameters that the documentation does not name', false)
    .option('--any-key', 'accept every credential that is not empty', false)
    .option('--json', 'print one line of JSON with the URL and all credentials', false)
    .addHelpText('after', `\nScenarios:\n${list.join('\n')}`)
    .action(serve);
}

async function serve(options: MockCommandOptions): Promise<void> {
  const mock = createMock(options);
  const server = await start(mock, options);
  process.stdout.write(
    options.json ? `${JSON.stringify({ url: server.url, ...mock.credentials })}\n` : banner(server.url, mock, options),
  );
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function start(mock: Mock, { port, host }: MockCommandOptions): Promise<MockServer> {
  try {
    return await listen(mock, { port, host });
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

function banner(
  url: string,
  { credentials: { layers, klayrai } }: Mock,
  { scenario, seed }: MockCommandOptions,
): string {
  return `ads-kit mock: ${url}   scenario ${scenario}, seed ${seed}

  Layers    ${url}/v1/projects/{projectId}/ads/{ad-accounts,campaigns,adsets,ads}
    project           ${layers.project}
    token             ${layers.token}
    without scope     ${layers.noScopeToken}
    foreign project   ${layers.foreignProject}
  KlayrAI   ${url}/v1/accounts
    api key           ${klayrai.apiKey}
    revoked key       ${klayrai.revokedKey}
    key without plan  ${klayrai.noPlanKey}

Try:
  curl -H 'Authorization: Bearer ${layers.token}' '${url}/v1/projects/${layers.project}/ads/campaigns?platforms=meta_ads&status=active&limit=2'

Stop with Ctrl-C.
`;
}

function readSizes(text: string): Partial<Sizes> {
  const sizes: Partial<Record<keyof Sizes, number>> = {};
  for (const part of text.split(',')) {
    const [name = '', count = ''] = part.split('=');
    const resource = SIZE_NAMES[name];
    if (resource === undefined)
      throw new UsageError(`--size knows ${Object.keys(SIZE_NAMES).join(', ')}; not ${JSON.stringify(name)}.`);
    sizes[resource] = wholeNumber(0, 5_000_000)(count);
  }
  return sizes;
}
