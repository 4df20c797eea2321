// `npm run mutation`: the judge against every faulty and every correct-but-different deployment, with the score.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Command } from 'commander';
import { checks } from '../../contract-tests/index.ts';
import { tryFaults, tryVariations } from './campaign.ts';
import { FAMILIES, type Family, type Fault } from './fault.ts';
import { faultsOf } from './faults/table.ts';
import { sharedContracts } from './run.ts';
import { variationsOf } from './variations.ts';

type Share = {
  readonly part: number;
  readonly of: number;
  readonly family: string;
  readonly id: string;
  readonly live: number;
};

/** What one worker tells of one fault or variation. */
type Line =
  | {
      readonly kind: 'fault';
      readonly id: string;
      readonly standard: boolean;
      readonly full: boolean;
      readonly fired: readonly string[];
    }
  | { readonly kind: 'variation'; readonly id: string; readonly alarms: readonly string[] };

/** The bounds that the score must keep, in percent of the faults that can be seen. */
const LEAST = { standard: 97, full: 100 };

if (isMainThread) await conduct();
else await takePart(workerData as Share);

function chosenFaults({ family, id }: Pick<Share, 'family' | 'id'>): Fault[] {
  return faultsOf(sharedContracts()).filter(
    (fault) => (family === '' || fault.family === family) && fault.id.includes(id),
  );
}

async function takePart(share: Share): Promise<void> {
  const mine = <T>(all: readonly T[]) => all.filter((_, index) => index % share.of === share.part);
  // Whole runs, not brief ones: which checks fire is part of the result.
  for (const { fault, standard, full } of await tryFaults(mine(chosenFaults(share)), { brief: false })) {
    const fired = [...new Set([...standard.checks, ...(full?.checks ?? [])])];
    const line: Line = {
      kind: 'fault',
      id: fault.id,
      standard: standard.detected,
      full: standard.detected || full?.detected === true,
      fired,
    };
    parentPort?.postMessage(line);
  }
  if (share.family !== '' || share.id !== '') return;
  for (const { variation, alarms } of await tryVariations(mine(variationsOf(share.live)))) {
    const line: Line = {
      kind: 'variation',
      id: variation.id,
      alarms: alarms.map(({ check, operation }) => `${check} ${operation}`),
    };
    parentPort?.postMessage(line);
  }
}

async function conduct(): Promise<void> {
  const options = new Command('mutation')
    .option('--family <name>', 'only faults of this family', '')
    .option('--id <part>', 'only faults whose id has this in it', '')
    .option('--live <number>', 'runs against a deployment whose rows change all the time', '50')
    .parse()
    .opts<{ family: string; id: string; live: string }>();
  const faults = chosenFaults(options);
  const of = availableParallelism();
  const lines: Line[] = [];
  const shares = Array.from({ length: of }, (_, part): Share => ({ ...options, part, of, live: Number(options.live) }));
  await Promise.all(shares.map((share) => runWorker(share, (line) => lines.push(line))));
  process.stdout.write(report(faults, lines, options.family === '' && options.id === ''));
}

function runWorker(share: Share, onLine: (line: Line) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.on('message', onLine);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

function report(faults: readonly Fault[], lines: readonly Line[], whole: boolean): string {
  const outcome = new Map(lines.flatMap((line) => (line.kind === 'fault' ? [[line.id, line] as const] : [])));
  const visible = faults.filter(({ unobservable }) => unobservable === undefined);
  const seen = (fault: Fault, depth: 'standard' | 'full') => outcome.get(fault.id)?.[depth] === true;
  const score = (some: readonly Fault[], depth: 'standard' | 'full') =>
    (100 * some.filter((fault) => seen(fault, depth)).length) / Math.max(1, some.length);
  const row = (name: Family | 'all', some: readonly Fault[]) =>
    `${name.padEnd(16)}${String(some.length).padStart(7)}${score(some, 'standard').toFixed(1).padStart(11)} %${score(some, 'full').toFixed(1).padStart(9)} %`;
  const families = FAMILIES.map((family) =>
    row(
      family,
      visible.filter((fault) => fault.family === family),
    ),
  );
  const missed = visible.filter((fault) => !seen(fault, 'full')).map(({ id, summary }) => `  ${id}: ${summary}`);
  const deep = visible.filter((fault) => seen(fault, 'full') && !seen(fault, 'standard')).map(({ id }) => `  ${id}`);
  const hidden = faults
    .filter(({ unobservable }) => unobservable !== undefined)
    .map(({ id, unobservable }) => `  ${id}: ${unobservable}`);
  const variations = lines.flatMap((line) => (line.kind === 'variation' ? [line] : []));
  const alarms = variations
    .filter(({ alarms: some }) => some.length > 0)
    .map(({ id, alarms: some }) => `  ${id}: ${some.join(', ')}`);
  const fired = new Set(lines.flatMap((line) => (line.kind === 'fault' ? line.fired : [])));
  const dead = whole ? checks.filter(({ id }) => !fired.has(id)).map(({ id }) => `  ${id}`) : [];
  const kept =
    score(visible, 'full') >= LEAST.full &&
    score(visible, 'standard') >= LEAST.standard &&
    alarms.length === 0 &&
    dead.length === 0;
  process.exitCode = kept ? 0 : 1;
  const list = (title: string, some: readonly string[]) =>
    some.length === 0 ? '' : `\n${title}\n${some.join('\n')}\n`;
  return `Noticed at standard depth, and at full depth, which asks all that standard depth asks, and more.

family           faults   standard       full
${[...families, row('all', visible)].join('\n')}
${list('Missed at both depths:', missed)}${list('Noticed at full depth only:', deep)}${list('Cannot be seen from outside:', hidden)}${list('Checks that never fired:', dead)}
${variations.length} correct deployments, ${alarms.length} false alarms.
${list('False alarms:', alarms)}`;
}
