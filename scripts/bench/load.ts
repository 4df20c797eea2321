// Puts a server under load for some seconds: with wrk where it is installed, otherwise with autocannon.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whom to ask, and what. */
export type Target = {
  readonly url: string;
  /** Paths with their queries: asked one after the other, round and round. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
};

/** What came of a load. */
type Load = {
  readonly perSecond: number;
  /** Replies that were no 2xx, and connections that broke. */
  readonly errors: number;
};

const require = createRequire(import.meta.url);

const CONNECTIONS = 32;

const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** What puts the load. */
export const loader = hasWrk ? 'wrk' : 'autocannon';

/** Asks over 32 connections for some seconds. Throws where anything but good replies came. */
export async function load(target: Target, seconds: number): Promise<number> {
  const { perSecond, errors } = await (hasWrk ? withWrk(target, seconds) : withAutocannon(target, seconds));
  if (errors > 0) throw new Error(`${target.url} gave ${errors} bad replies under load.`);
  return perSecond;
}

/** Every request is written once, and sent in the order of the list. */
const SCRIPT = `
local requests, at = {}, 0
init = function(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end
request = function()
  at = at % #requests + 1
  return requests[at]
end
`;

async function withWrk({ url, paths, headers }: Target, seconds: number): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'ads-kit-load-'));
  try {
    const [script, list] = [join(folder, 'requests.lua'), join(folder, 'paths.txt')];
    writeFileSync(script, SCRIPT);
    writeFileSync(list, `${paths.join('\n')}\n`);
    const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    const said = await outputOf('wrk', [
      ...['-t', '1', '-c', String(CONNECTIONS), '-d', `${seconds}s`, ...named, '-s', script, url, '--', list],
    ]);
    return readWrk(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readWrk(said: string): Load {
  const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0);
  const broken = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(said)?.slice(1) ?? [];
  const refused = number(/Non-2xx or 3xx responses: (\d+)/);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    errors: broken.reduce((sum, count) => sum + Number(count), refused),
  };
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data) => {
    said += String(data);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(said);
      else reject(new Error(`${command} ended with ${status}:\n${said}`));
    });
  });
}

type AutocannonClient = { readonly setRequests: (requests: readonly { readonly path: string }[]) => void };
type Autocannon = (options: {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly setupClient: (client: AutocannonClient) => void;
}) => Promise<{ readonly requests: { readonly average: number }; readonly non2xx: number; readonly errors: number }>;

async function withAutocannon({ url, paths, headers }: Target, seconds: number): Promise<Load> {
  const autocannon = require('autocannon') as Autocannon;
  // Each connection begins at another place of the list, so that they do not ask for the same at the same time.
  let place = 0;
  const setupClient = (client: AutocannonClient) => {
    const rotated = [...paths.slice(place), ...paths.slice(0, place)];
    client.setRequests(rotated.map((path) => ({ path })));
    place = (place + Math.ceil(paths.length / CONNECTIONS)) % paths.length;
  };
  const { requests, non2xx, errors } = await autocannon({
    ...{ url, headers, setupClient },
    connections: CONNECTIONS,
    duration: seconds,
  });
  return { perSecond: requests.average, errors: non2xx + errors };
}
