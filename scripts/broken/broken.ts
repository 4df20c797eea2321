// `npm run broken`: the installed command against every kind of broken reply, at both depths; exit status 1 where a run
// ends without a verdict, or takes more memory or time than is promised.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { createMock } from '../../mock/index.ts';
import { type Share, serveBroken } from './broken-server.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds/table.ts';

type Depth = 'standard' | 'full';
type Options = { readonly id: string; readonly depth: Depth | 'both'; readonly all: boolean };
type Trial = { readonly kind: Kind; readonly share: Share; readonly depth: Depth };
type Ending = Trial & {
  readonly status: number | undefined;
  readonly seconds: number;
  readonly megabytes: number;
  /** What the command said on stderr. */
  readonly said: string;
  /** Checks on which the judge itself broke. */
  readonly errors: number;
};

const COMMAND = fileURLToPath(new URL('../cli/ads-kit.js', import.meta.url));
/** What is promised of any single kind of reply at standard depth; full depth asks up to ten times as much. */
const BOUNDS = { standard: { megabytes: 500, seconds: 60 }, full: { megabytes: 2000, seconds: 300 } } as const;
const AT_ONCE = 2;
/** Milliseconds for one exchange. */
const TIMEOUT = '400';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-broken-'));
const credentials = join(folder, 'credentials.json');
try {
  const { id, depth, all } = readOptions();
  const depths: readonly Depth[] = depth === 'both' ? ['standard', 'full'] : [depth];
  const trials = kinds
    .filter((kind) => kind.id.includes(id))
    .flatMap((kind) =>
      (['each', 'one in five'] as const).flatMap((share) =>
        depths.map((each): Trial => ({ kind, share, depth: each })),
      ),
    );
  writeFileSync(credentials, JSON.stringify(createMock().credentials));
  const endings: Ending[] = [];
  const queue = [...trials];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const ending = await tryOut(next);
      endings.push(ending);
      if (all || isBad(ending)) process.stdout.write(`${lineOf(ending)}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(summaryOf(endings));
  process.exitCode = endings.some(isBad) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

function readOptions(): Options {
  return new Command('broken')
    .description('run the judge against every kind of broken reply')
    .option('--id <part>', 'only kinds whose id has this in it', '')
    .addOption(
      new Option('--depth <depth>', 'how much the judge asks').choices(['standard', 'full', 'both']).default('both'),
    )
    .option('--all', 'tell of every run, not of the bad ones alone', false)
    .parse()
    .opts<Options>();
}

async function tryOut(trial: Trial): Promise<Ending> {
  const { url, close } = await serveBroken(createMock(), trial.kind, trial.share);
  const started = performance.now();
  const words = ['verify', url, '--credentials', credentials, '--depth', trial.depth, '--timeout', TIMEOUT];
  const child = spawn(process.execPath, [COMMAND, ...words, '--reporter', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, report] = ['', ''];
  let megabytes = 0;
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  child.stdout.on('data', (data) => {
    report += String(data);
  });
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
  }, 50);
  const limit = setTimeout(() => child.kill('SIGKILL'), 2000 * BOUNDS[trial.depth].seconds);
  const status = await new Promise<number | undefined>((resolve) =>
    child.once('close', (code) => resolve(code ?? undefined)),
  );
  clearInterval(watch);
  clearTimeout(limit);
  await close();
  return {
    ...trial,
    status,
    seconds: (performance.now() - started) / 1000,
    megabytes,
    said: said.trim(),
    errors: errorsIn(report),
  };
}

/** How many checks of a report are ERROR; a run that ends with a sentence prints none. */
function errorsIn(report: string): number {
  return report === '' ? 0 : Number(JSON.parse(report).summary.error);
}

/** The most memory that a process has had so far, where the system tells it. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function isBad({ status, seconds, megabytes, depth, said, errors }: Ending): boolean {
  const { megabytes: most, seconds: longest } = BOUNDS[depth];
  const isVerdict = status === 0 || status === 1 || (status === 2 && said.startsWith('ads-kit: '));
  return !isVerdict || errors > 0 || seconds > longest || megabytes > most;
}

function lineOf({ kind, share, depth, status, seconds, megabytes, said }: Ending): string {
  const [sentence = ''] = said.split('\n');
  return `${kind.id.padEnd(36)} ${share.padEnd(12)} ${depth.padEnd(9)} ${status ?? 'killed'} ${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(6)} MB  ${sentence.slice(0, 200)}`;
}

function summaryOf(endings: readonly Ending[]): string {
  const by = (order: (ending: Ending) => number) =>
    [...endings].sort((one, other) => order(other) - order(one)).slice(0, 8);
  const count = (status: number) => endings.filter((ending) => ending.status === status).length;
  return [
    `${endings.length} runs against ${new Set(endings.map(({ kind }) => kind.id)).size} kinds of broken replies: ${count(0)} ended with 0, ${count(1)} with 1, ${count(2)} with 2; ${endings.filter(isBad).length} ended badly.`,
    '\nThe longest:',
    ...by(({ seconds }) => seconds).map(lineOf),
    '\nThe largest:',
    ...by(({ megabytes }) => megabytes).map(lineOf),
    '',
  ].join('\n');
}
