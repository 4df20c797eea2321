// From the start of the process to its first good reply, and its memory, against bare Express.
import { setTimeout } from 'node:timers/promises';
import { median, shown, times } from '../figures.ts';
import { load } from '../load.ts';
import type { Part } from '../part.ts';
import { memoryOf, type Served } from '../served.ts';
import { goodReply, serveBare, serveMock } from '../servers/start-servers.ts';
import { table } from '../table.ts';

const QUERY = 'status=active&limit=100';
/** How long a server rests before its memory is read, and how often it is read under load, in milliseconds. */
const [REST, SAMPLE] = [500, 100];
const SECONDS = 3;

type Asked = { readonly path: string; readonly headers: Readonly<Record<string, string>> };
type Figures = { readonly milliseconds: number; readonly atRest: number; readonly underLoad: number | undefined };

/** Starts both by turns, so often, and takes the medians; puts each under load in the first three rounds. */
export async function measureStart(asked: Asked, page: string, rounds: number): Promise<Part> {
  const [ours, express]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await measureOne(serveMock, asked, round < 3));
    express.push(await measureOne(() => serveBare('express-json', page), asked, round < 3));
  }
  return report(ours, express, rounds);
}

async function measureOne(start: () => Promise<Served>, asked: Asked, loaded: boolean): Promise<Figures> {
  const before = performance.now();
  const server = await start();
  try {
    const target = { url: server.url, headers: asked.headers, paths: [`${asked.path}?${QUERY}`] };
    await goodReply(`${target.url}${target.paths[0]}`, target.headers);
    const milliseconds = performance.now() - before;
    await setTimeout(REST);
    const atRest = memoryOf(server.pid);
    if (!loaded) return { milliseconds, atRest, underLoad: undefined };
    let underLoad = atRest;
    const timer = setInterval(() => {
      underLoad = Math.max(underLoad, memoryOf(server.pid));
    }, SAMPLE);
    await load(target, SECONDS).finally(() => clearInterval(timer));
    return { milliseconds, atRest, underLoad };
  } finally {
    await server.close();
  }
}

function report(ours: readonly Figures[], express: readonly Figures[], rounds: number): Part {
  const middle = (figures: readonly Figures[], key: keyof Figures) =>
    median(figures.map((each) => each[key]).filter((value) => value !== undefined));
  const row = (name: string, key: keyof Figures) => {
    const [one, other] = [middle(ours, key), middle(express, key)];
    return [name, shown(one), shown(other), times(one / other)];
  };
  const mark = (name: string, key: keyof Figures) => {
    const ratio = middle(ours, key) / middle(express, key);
    return { name, figure: times(ratio), mark: 'at most 1.3 ×', kept: ratio <= 1.3 };
  };
  return {
    title: 'Start and memory',
    text: [
      `The default world, each server as a process of its own; medians of ${rounds} alternating starts, under load of 3.`,
      table(
        ['', 'this mock', 'bare Express', 'ratio'],
        [
          row('start of the process to first good reply, ms', 'milliseconds'),
          row('memory at rest after the first reply, MB', 'atRest'),
          row('most memory under load, MB', 'underLoad'),
        ],
      ),
    ],
    marks: [mark('start to first reply', 'milliseconds'), mark('memory at rest', 'atRest')],
  };
}
