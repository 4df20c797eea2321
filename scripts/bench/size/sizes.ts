// What the mock costs at sizes from a thousand rows to ten million, each measured in a process of its own.
import { spawn } from 'node:child_process';
import { freemem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { shown } from '../figures.ts';
import type { Part } from '../part.ts';
import { sizeMarks } from './marks.ts';
import type { Measured } from './measured.ts';
import { longestCalls, queryTable, readyTable, sessionTable } from './size-tables.ts';

const PROGRAM = fileURLToPath(new URL('measure-world.js', import.meta.url));
const SIZES = [1000, 10_000, 100_000, 1_000_000, 10_000_000];
/** What a world may take, by the mark for ten million ads; one that has less room is skipped. */
const [BYTES_PER_ROW, BYTES_AT_LEAST] = [600, 300 * 2 ** 20];

/** The parts about the lists of ads and of accounts, in worlds of at most so many rows. */
export async function measureSizes(most: number): Promise<readonly Part[]> {
  const ads = await measureAll('ad', most);
  const accounts = await measureAll('account', most);
  return [
    {
      title: 'Cost against size: ads',
      text: [
        'Calls in one process, body written. No call is answered from kept answers. Ready: from the start of the process to its first reply.',
        readyTable(ads.measured),
        ...ads.skipped,
        'Milliseconds at a thousand ads, and how many times that at other sizes. Every page has as many rows at every size: at most 10, and fewer where a thousand ads have fewer.',
        queryTable(ads.measured),
        'The longest of all these calls:',
        longestCalls(ads.measured),
      ],
      marks: sizeMarks(ads.measured),
    },
    {
      title: 'Sessions',
      text: [
        'Milliseconds, p50 / p99, through the control client in the same process; every session has changed rows before it is put back.',
        sessionTable(ads.measured),
      ],
      marks: [],
    },
    {
      title: 'Cost against size: accounts in numbered pages',
      text: [readyTable(accounts.measured), ...accounts.skipped, queryTable(accounts.measured)],
      marks: [],
    },
  ];
}

type Sizes = { readonly measured: readonly Measured[]; readonly skipped: readonly string[] };

async function measureAll(resource: 'ad' | 'account', most: number): Promise<Sizes> {
  const measured: Measured[] = [];
  const skipped: string[] = [];
  for (const rows of SIZES.filter((size) => size <= most)) {
    const needed = Math.max(BYTES_AT_LEAST, rows * BYTES_PER_ROW);
    if (freemem() < needed) {
      skipped.push(
        `${shown(rows)} rows skipped: ${gigabytes(freemem())} GB are free, ${gigabytes(needed)} are needed.`,
      );
      continue;
    }
    const limits = Object.fromEntries((measured[0]?.queries ?? []).map(({ name, limit }) => [name, limit]));
    try {
      measured.push(await measureOne([resource, String(rows), JSON.stringify(limits)]));
    } catch (error) {
      skipped.push(`${shown(rows)} rows: ${(error as Error).message}`);
    }
  }
  return { measured, skipped };
}

function gigabytes(bytes: number): string {
  return shown(bytes / 2 ** 30);
}

function measureOne(args: readonly string[]): Promise<Measured> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => child.kill();
  process.once('exit', kill);
  let said = '';
  child.stdout.on('data', (data) => {
    said += String(data);
  });
  return new Promise((resolve, reject) => {
    child.once('close', (status, signal) => {
      process.off('exit', kill);
      if (status === 0) resolve(JSON.parse(said) as Measured);
      else reject(new Error(`the process ended with ${status ?? signal}.`));
    });
  });
}
