// How many requests a second this mock answers, beside Prism's mock and bare servers of the same page.
import { median, shown, times } from '../figures.ts';
import { load, loader, type Target } from '../load.ts';
import type { Part } from '../part.ts';
import type { Served } from '../served.ts';
import { goodReply, type ServedMock, serveBare, servePrism } from '../servers/start-servers.ts';
import { table } from '../table.ts';
import { differentQueries } from './queries.ts';

const SECONDS = 3;
const QUERY = 'status=active&limit=100';

/** What is measured, by the name that the table has for it. */
const NAMES = {
  same: 'this mock, the same query again and again',
  different: 'this mock, 1,000 different queries',
  prism: "Prism's mock, one page as its example",
  json: 'bare Express, res.json',
  buffer: 'bare Express, a ready Buffer',
  http: 'bare node:http, that Buffer',
} as const;
type Name = keyof typeof NAMES;

/** Measures everything once a round, one after the other, and takes the medians. */
export async function measureSpeed(mock: ServedMock, page: string, folder: string, rounds: number): Promise<Part> {
  const servers: Served[] = [];
  const begun = async (server: Promise<Served>): Promise<Served> => {
    servers.push(await server);
    return server;
  };
  try {
    const { headers } = mock;
    const path = `${mock.path}?${QUERY}`;
    const one = ({ url }: Served): Target => ({ url, headers, paths: [path] });
    const targets: Readonly<Record<Name, Target>> = {
      same: one(mock),
      different: { ...one(mock), paths: await differentQueries(mock) },
      prism: one(await begun(servePrism(page, folder))),
      json: one(await begun(serveBare('express-json', page))),
      buffer: one(await begun(serveBare('express-buffer', page))),
      http: one(await begun(serveBare('http', page))),
    };
    const names = Object.keys(NAMES) as Name[];
    await holdAlike(Object.values(targets));
    for (const name of names) await load(targets[name], 1);
    const figures: Record<Name, number[]> = { same: [], different: [], prism: [], json: [], buffer: [], http: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const name of names) figures[name].push(await load(targets[name], SECONDS));
    return report(figures, rounds);
  } finally {
    for (const server of servers) await server.close();
  }
}

/** Every server must give the same number of rows, or nothing would be compared. */
async function holdAlike(targets: readonly Target[]): Promise<void> {
  for (const { url, headers, paths } of targets) {
    const body = JSON.parse((await goodReply(`${url}${paths[0]}`, headers)).toString()) as { items: unknown[] };
    if (Math.abs(body.items.length - 100) > 10) throw new Error(`${url} gives ${body.items.length} rows.`);
  }
}

function report(figures: Readonly<Record<Name, readonly number[]>>, rounds: number): Part {
  const middle = (name: Name) => median(figures[name]);
  const names = Object.keys(NAMES) as Name[];
  const against = ['prism', 'json', 'buffer', 'http'] as const;
  const rows = names.map((name) => [
    NAMES[name],
    shown(middle(name)),
    `${shown(Math.min(...figures[name]))} to ${shown(Math.max(...figures[name]))}`,
    ...against.map((other) => times(middle(name) / middle(other))),
  ]);
  const mark = (name: Name, other: Name, least: number, words: string) => {
    const ratio = middle(name) / middle(other);
    return { name: words, figure: times(ratio), mark: `at least ${least} ×`, kept: ratio >= least };
  };
  return {
    title: 'Speed',
    text: [
      `A page of 100 ads with a filter and a key, ${loader}, 32 connections; medians of ${rounds} alternating rounds of ${SECONDS} s a server.`,
      table(['server', 'requests/s', 'least to most', '÷ Prism', '÷ res.json', '÷ Buffer', '÷ node:http'], rows),
    ],
    marks: [
      mark('same', 'prism', 10, "same query, against Prism's mock"),
      mark('same', 'buffer', 1, 'same query, against Express with a Buffer'),
      mark('different', 'json', 2, '1,000 queries, against Express with res.json'),
      mark('same', 'http', 0.5, 'stretch: same query, against node:http'),
    ],
  };
}
