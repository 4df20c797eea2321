// `npm run mutation`: the judge against every faulty and every correct-but-different deployment, with the score.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Command, Option } from 'commander';
import { sharedContract } from '../faults/built-in.ts';
import { FAMILIES, type Fault } from '../faults/fault.ts';
import { faultsOf } from '../faults/library/table.ts';
import { tryFaults, tryVariations } from './campaign.ts';
import { createUrn, drawFault, drawnId } from './drawn/draw.ts';
import { type DrawnLine, drawnScoreOf } from './drawn/drawn-score.ts';
import type { Depth } from './run.ts';
import { type Line, scoreOf } from './score.ts';
import { variationsOf } from './variations.ts';

type Options = {
  readonly depth: Depth | 'both';
  readonly family: string;
  readonly id: string;
  readonly live: string;
  readonly worldSeed: string;
  readonly seed: string;
  readonly drawn: string;
  readonly onlyDrawn: boolean;
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
    .option('--world-seed <number>', 'chooses the rows of the worlds that the listed faults are tried in', '1')
    .option('--seed <number>', 'draws faults at random: another seed, other faults', '1')
    .option('--drawn <count>', 'how many faults are drawn', '240')
    .option('--only-drawn', 'leave out the listed faults and the variations', false)
    .parse()
    .opts<Options>();
}

function chosenFaults({ family, id, onlyDrawn }: Options): Fault[] {
  if (onlyDrawn) return [];
  return faultsOf(sharedContract()).filter(
    (fault) => (family === '' || fault.family === family) && fault.id.includes(id),
  );
}

async function conduct(options: Options): Promise<void> {
  const of = availableParallelism();
  const lines: Line[] = [];
  const drawn: DrawnLine[] = [];
  const onLine = (line: Line | DrawnLine) => {
    if (line.kind === 'drawn') drawn.push(line);
    else lines.push(line);
    process.stderr.write(`${lines.length + drawn.length} ${line.id}: ${told(line)}\n`);
  };
  const shares = Array.from({ length: of }, (_, part): Share => ({ ...options, part, of }));
  await Promise.all(shares.map((share) => runWorker(share, onLine)));
  const whole = options.family === '' && options.id === '';
  if (drawn.length > 0) process.stdout.write(drawnScoreOf(drawn, Number(options.seed)));
  if (options.onlyDrawn) return;
  const { text, kept } = scoreOf(chosenFaults(options), lines, whole);
  process.stdout.write(text);
  process.exitCode = kept ? 0 : 1;
}

/** What a line says, for reading along. */
function told(line: Line | DrawnLine): string {
  if (line.kind === 'variation') return line.alarms.length === 0 ? 'no alarm' : line.alarms.join('; ');
  if (line.standard === true) return 'noticed';
  return line.full === true ? 'noticed at full depth' : 'missed';
}

function runWorker(share: Share, onLine: (line: Line | DrawnLine) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.on('message', onLine);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

async function takePart(share: Share): Promise<void> {
  const mine = <T>(every: readonly T[]) => every.filter((_, index) => index % share.of === share.part);
  const tell = (line: Line | DrawnLine) => parentPort?.postMessage(line);
  await tryFaults(mine(chosenFaults(share)), {
    depth: share.depth,
    seed: Number(share.worldSeed),
    onTrial: ({ fault, standard, full }) => {
      const fired = [...new Set([...(standard?.checks ?? []), ...(full?.checks ?? [])])];
      tell({ kind: 'fault', id: fault.id, standard: standard?.detected, full: full?.detected, fired });
    },
  });
  await tryDrawn(share, tell);
  if (share.family !== '' || share.onlyDrawn) return;
  const variations = mine(variationsOf(Number(share.live)).filter(({ id }) => id.includes(share.id)));
  await tryVariations(variations, share.depth === 'full' ? 'full' : 'standard', ({ variation, alarms }) => {
    tell({ kind: 'variation', id: variation.id, alarms: alarms.map((alarm) => Object.values(alarm).join(' ')) });
  });
}

/** Draws this worker's share of the faults, and tries them. */
async function tryDrawn({ part, of, ...options }: Share, tell: (line: DrawnLine) => void): Promise<void> {
  const seed = Number(options.seed);
  const mine = Array.from({ length: Number(options.drawn) }, (_, index) => index).filter(
    (index) => index % of === part && drawnId(seed, index).includes(options.id),
  );
  if (mine.length === 0) return;
  const urn = createUrn();
  const faults = mine
    .flatMap((index) => drawFault(urn, seed, index) ?? [])
    .filter(({ family }) => options.family === '' || family === options.family);
  const drawn = new Map(faults.map((fault) => [fault.id, fault]));
  await tryFaults(faults, {
    depth: options.depth,
    onTrial: ({ fault: { id, summary }, standard, full }) => {
      const { drawn: family, factors } = drawn.get(id) ?? { drawn: 'rows', factors: 0 };
      tell({ kind: 'drawn', id, summary, family, factors, standard: standard?.detected, full: full?.detected });
    },
  });
}
