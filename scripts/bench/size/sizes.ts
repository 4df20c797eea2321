// What the mock costs at sizes from a thousand rows to ten million, each measured in a process of its own.
import { freemem } from 'node:os';
import { shown } from '../figures.ts';
import type { Part } from '../part.ts';
import { compareWorlds } from './compare-worlds.ts';
import { sizeMarks } from './marks.ts';
import type { Measured } from './measured.ts';
import { longestCalls, queryTable, readyTable, sessionTable, sizeName } from './size-tables.ts';
import { startWorld, type WorldProcess } from './world-process.ts';

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
        'Milliseconds at a thousand ads, and how many times that at other sizes, both measured by turns. Every page has as many rows at every size: at most 10, and fewer where a thousand ads have fewer.',
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
  const [least = 0, ...larger] = SIZES.filter((size) => size <= most);
  const smallest = await startWorld(resource, least, {});
  const limits = Object.fromEntries(smallest.about.queries.map(({ name, limit }) => [name, limit]));
  const measured: Measured[] = [];
  const skipped: string[] = [];
  try {
    for (const rows of larger) {
      const needed = Math.max(BYTES_AT_LEAST, rows * BYTES_PER_ROW);
      const [free, name] = [freemem(), `${sizeName(rows)} rows`];
      if (free < needed)
        skipped.push(`${name} skipped: ${gigabytes(free)} GB are free, ${gigabytes(needed)} are needed.`);
      else
        try {
          measured.push(await measureOne(smallest, () => startWorld(resource, rows, limits)));
        } catch (error) {
          skipped.push(`${name}: ${(error as Error).message}`);
        }
    }
    return { measured: [await alone(smallest, resource), ...measured], skipped };
  } finally {
    await smallest.close();
  }
}

async function measureOne(smallest: WorldProcess, start: () => Promise<WorldProcess>): Promise<Measured> {
  const world = await start();
  try {
    return await compareWorlds(smallest, world);
  } finally {
    await world.close();
  }
}

/** The smallest world, which is compared with nothing. */
async function alone(smallest: WorldProcess, resource: string): Promise<Measured> {
  const sessions = resource === 'ad' ? await smallest.sessions() : {};
  return { about: smallest.about, compared: [], sessions };
}

function gigabytes(bytes: number): string {
  return shown(bytes / 2 ** 30);
}
