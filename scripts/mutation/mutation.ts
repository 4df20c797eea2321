// `npm run mutation`: the judge against every faulty and every correct-but-different deployment, with the score.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Command, Option } from 'commander';
import { sharedContract } from './built-in.ts';
import { tryFaults, tryVariations } from './campaign.ts';
import { FAMILIES, type Fault } from './fault.ts';
import { faultsOf } from './faults/table.ts';
import type { Depth } from './run.ts';
import { type Line, scoreOf } from './score.ts';
import { variationsOf } from './variations.ts';

type Options = {
  readonly depth: Depth | 'both';
  readonly family: string;
  readonly id: string;
  readonly live: string;
  readonly seed: string;
};
/** What one of several workers does. */
type Share = Options & { readonly part: number; readonly of: number };

if (isMainThread) await conduct(readOptions());
else await takePart(workerData as Share);

function readOptions(): Options {
  return new Command('mutation')
    .description('run the judge against faulty and against correct-but-different deployments')
    .addOption(
      new Option('--depth <depth>', 'how much the judge asks; both: at full depth what standard depth misses')
        .choices(['standard', 'full', 'both'])
        .default('both'),
    )
    .addOption(new Option('--family <name>', 'only faults of this family').choices(['', ...FAMILIES]).default(''))
    .option('--id <part>', 'only faults and variations whose id has this in it', '')
    .option('--live <number>', 'runs against a deployment whose rows change all the time', '50')
    .option('--seed <number>', 'chooses the rows of the worlds that faults are tried in', '1')
    .parse()
    .opts<Options>();
}

function chosenFaults({ family, id }: Options): Fault[] {
  return faultsOf(sharedContract()).filter(
    (fault) => (family === '' || fault.family === family) && fault.id.includes(id),
  );
}

async function conduct(options: Options): Promise<void> {
  const of = availableParallelism();
  const lines: Line[] = [];
  const onLine = (line: Line) => {
    lines.push(line);
    process.stderr.write(`${lines.length} ${line.id}: ${told(line)}\n`);
  };
  const shares = Array.from({ length: of }, (_, part): Share => ({ ...options, part, of }));
  await Promise.all(shares.map((share) => runWorker(share, onLine)));
  const whole = options.family === '' && options.id === '';
  const { text, kept } = scoreOf(chosenFaults(options), lines, whole);
  process.stdout.write(text);
  process.exitCode = kept ? 0 : 1;
}

/** What a line says, for reading along. */
function told(line: Line): string {
  if (line.kind === 'variation') return line.alarms.length === 0 ? 'no alarm' : line.alarms.join('; ');
  if (line.standard === true) return 'noticed';
  return line.full === true ? 'noticed at full depth' : 'missed';
}

function runWorker(share: Share, onLine: (line: Line) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.on('message', onLine);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

async function takePart(share: Share): Promise<void> {
  const mine = <T>(every: readonly T[]) => every.filter((_, index) => index % share.of === share.part);
  const tell = (line: Line) => parentPort?.postMessage(line);
  await tryFaults(mine(chosenFaults(share)), {
    depth: share.depth,
    seed: Number(share.seed),
    onTrial: ({ fault, standard, full }) => {
      const fired = [...new Set([...(standard?.checks ?? []), ...(full?.checks ?? [])])];
      tell({ kind: 'fault', id: fault.id, standard: standard?.detected, full: full?.detected, fired });
    },
  });
  if (share.family !== '') return;
  const variations = mine(variationsOf(Number(share.live)).filter(({ id }) => id.includes(share.id)));
  await tryVariations(variations, share.depth === 'full' ? 'full' : 'standard', ({ variation, alarms }) => {
    tell({ kind: 'variation', id: variation.id, alarms: alarms.map((alarm) => Object.values(alarm).join(' ')) });
  });
}
