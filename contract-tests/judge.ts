// The judge: runs every check on every operation, and says what each came to.
import type { Contract, Operation } from '../spec/index.ts';
import { CannotJudge } from './cannot-judge.ts';
import type { Check } from './checks/check.ts';
import { checks as allChecks } from './checks/table.ts';
import { type Client, createClient } from './http/client.ts';
import { machineClock } from './http/clock.ts';
import { checkSendable, createKeyring, type Keyring, keyFor, missingFor, neededFor } from './http/credentials.ts';
import { exchangesOf } from './http/exchange.ts';
import { boundsOf } from './http/readable.ts';
import { createRedact, type Redact, redactDeep } from './http/redact.ts';
import type { JudgeOptions } from './judge-options.ts';
import { keptRequests } from './kept-requests.ts';
import { ownContract } from './own-contract.ts';
import { inputCoverage } from './plan/input-coverage.ts';
import { rememberedModel } from './plan/remembered-model.ts';
import { MOST_REQUESTS } from './plan/request-budget.ts';
import { askFor, preflight } from './preflight.ts';
import { runCheck } from './run-check.ts';
import { clauseStatuses, coverageOf, type Report, type Result, summarize } from './verdict/report.ts';
import { type Context, createContext } from './walk/context.ts';

/** Judges a deployment. Throws CannotJudge where no verdict is possible. */
export async function judge(options: JudgeOptions): Promise<Report> {
  const contract = options.contract ?? ownContract();
  const keyring = createKeyring(contract, options.credentials ?? {});
  const redact = createRedact([...keyring.secrets, ...Object.values(options.headers ?? {})]);
  try {
    return redactDeep(await run(options, contract, keyring, redact), redact);
  } catch (error) {
    if (error instanceof CannotJudge) throw new CannotJudge(redact(error.message));
    throw error;
  }
}

async function run(options: JudgeOptions, contract: Contract, keyring: Keyring, redact: Redact): Promise<Report> {
  const started = Date.now();
  const { depth = 'standard', seed = 1 } = options;
  const apis = selectApis(contract, options.apis);
  const known = contract.operations.filter(({ api }) => apis.includes(api));
  const operations = selectOperations(known, options.operations);
  const checks = selectChecks(options);
  const client = createClient({
    baseUrl: options.baseUrl,
    keyring,
    fetch: options.fetch ?? fetch,
    timeout: options.timeout ?? 10_000,
    maxRequests: options.maxRequests ?? MOST_REQUESTS[depth],
    rate: options.rate ?? 0,
    headers: options.headers ?? {},
    ...boundsOf(options.maxBody, depth),
    clock: options.clock ?? machineClock,
    onRequest: options.onRequest ?? (() => undefined),
    onWait: options.onWait ?? (() => undefined),
  });

  const contexts = new Map<string, Context>();
  const judged = known.filter((operation) => missingFor(operation, keyring).length === 0);
  if (judged.length === 0) throw new CannotJudge(noList(operations, keyring));
  const { register } = contract;
  const shared = { run: { changing: false }, client, register, keyring, depth, seed, others: contexts };
  for (const operation of judged)
    contexts.set(operation.id, createContext({ ...shared, ...callerOf(operation, keyring), operation }));
  checkSendable(judged, keyring);
  await preflight([...contexts.values()], options.baseUrl);

  const results: Result[] = [];
  const most = client.sent() + client.left();
  for (const [index, operation] of operations.entries()) {
    const later = operations.length - index - 1;
    const kept = keptRequests({ operation, checks, depth, later, all: operations.length, most });
    for (const check of checks) {
      client.keep(kept(check));
      const result = redactDeep(
        await runCheck({ check, operation, context: contexts.get(operation.id), client, contract, keyring }),
        redact,
      );
      results.push(result);
      options.onResult?.(result);
    }
  }
  const clauses = clauseStatuses(contract.register, operations, results);
  return {
    target: options.baseUrl.replace(/\/\/[^/@]*@/, '//'),
    api: apis,
    titles: titlesOf(contract, apis),
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    requests: client.sent(),
    seed,
    depth,
    summary: summarize(results),
    coverage: coverageOf(clauses),
    inputs: await inputsOf([...contexts.values()].filter(({ operation }) => operations.includes(operation))),
    clauses,
    observations: observationsOf(contexts, client),
    results,
  };
}

/** Why no list can be read: with some of what a vendor needs, the rest of it is asked for. */
function noList(operations: readonly Operation[], keyring: Keyring): string {
  const begun = operations.filter(({ api }) =>
    operations.some(
      (other) => other.api === api && neededFor(other).some((each) => keyring.valueFor(each) !== undefined),
    ),
  );
  return begun.length === 0
    ? `No credentials were given. ${askFor(operations, keyring)}`
    : `The credentials that were given open no list. ${askFor(begun, keyring)}`;
}

/** How much of the input model was asked of each list. */
async function inputsOf(contexts: readonly Context[]): Promise<Report['inputs']> {
  const inputs: Record<string, Report['inputs'][string]> = {};
  for (const { operation, client, snapshot } of contexts) {
    const own = exchangesOf(operation, client.exchanges);
    inputs[operation.id] = inputCoverage(operation, rememberedModel(operation, (await snapshot()).rows), own);
  }
  return inputs;
}

/** The vendors that are judged. Throws CannotJudge for a name that the contract does not have. */
function selectApis({ documents }: Contract, asked: readonly string[] | undefined): readonly string[] {
  const known = [...new Set(documents.map(({ api }) => api))];
  const unknown = (asked ?? []).filter((api) => !known.includes(api));
  if (unknown.length > 0)
    throw new CannotJudge(`The contract has no API named ${unknown.join(', ')}. It has ${known.join(', ')}.`);
  return asked ?? known;
}

/** The lists that are judged. Throws CannotJudge for an id that none of these has. */
function selectOperations(known: readonly Operation[], asked: readonly string[] | undefined): readonly Operation[] {
  const ids = known.map(({ id }) => id);
  const unknown = (asked ?? []).filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new CannotJudge(`There is no list named ${unknown.join(', ')}. The lists are: ${ids.join(', ')}.`);
  return known.filter(({ id }) => asked?.includes(id) !== false);
}

function titlesOf({ documents }: Contract, apis: readonly string[]): Record<string, string> {
  const judged = documents.filter(({ api }) => apis.includes(api));
  return Object.fromEntries(judged.map(({ api, title }) => [api, title]));
}

/** What every call of an operation shows: its key, and whose rows it asks for. */
function callerOf(operation: Operation, keyring: Keyring): Pick<Context, 'credential' | 'tenants'> {
  const key = keyFor(operation);
  const tenants = operation.tenants.map(({ parameter, own }) => [parameter, keyring.valueFor(own) ?? ''] as const);
  return {
    credential: key === undefined || keyring.valueFor(key) === undefined ? 'none' : key,
    tenants: Object.fromEntries(tenants),
  };
}

function selectChecks({ only, skip = [] }: JudgeOptions): readonly Check[] {
  const unknown = [...(only ?? []), ...skip].filter((id) => !allChecks.some((check) => check.id === id));
  if (unknown.length > 0) {
    throw new CannotJudge(
      `There is no check named ${unknown.join(', ')}. The checks are: ${allChecks.map(({ id }) => id).join(', ')}.`,
    );
  }
  const chosen = allChecks.filter(({ id }) => (only === undefined || only.includes(id)) && !skip.includes(id));
  if (chosen.length === 0) throw new CannotJudge('No check is left to run: all that are chosen are to be skipped.');
  return chosen;
}

function observationsOf(contexts: ReadonlyMap<string, Context>, client: Client): Report['observations'] {
  const seen = [...contexts.values()].flatMap(({ operation, observations }) =>
    observations.map((text) => ({ operation: operation.id, text })),
  );
  const troubles = Object.entries(client.troubles()).map(([trouble, count]) => ({
    operation: 'transport',
    text: `${trouble}: ${count} times, and asked again`,
  }));
  return [...seen, ...troubles];
}
