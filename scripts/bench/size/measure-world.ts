// Measures a world of one size in a process of its own: `node measure-world.js ad|account ROWS [LIMITS]`. Prints JSON.
import type { Measured } from './measured.ts';
import { numberedQueries } from './numbered-queries.ts';
import { type MeasuredQuery, queriesOf } from './queries.ts';
import { measureSessions } from './sessions.ts';
import { timed, timingOf } from './timed.ts';
import { createWorld, holdCold, type World } from './world.ts';

const ROUNDS = 3;
/** Calls of a query in each round, and before the first. */
const [CALLS, WARM] = [300, 100];
/** Ads of an ad set and a campaign, at least: as many rows as a page has, in the smallest world too. */
const [ADSETS, CAMPAIGNS] = [20, 100];
const MEGABYTE = 2 ** 20;

const [resource = 'ad', count = '1000', limits = '{}'] = process.argv.slice(2);
const rows = Number(count);
const world = createWorld(resource === 'ad' ? adsOf(rows) : { [resource]: rows }, resource);
world.ask('');
const ready = { wall: performance.now() / 1000, cores: coreSeconds() };
const memory = { started: process.memoryUsage.rss() / MEGABYTE, most: process.resourceUsage().maxRSS / 1024 };
holdCold(world);
const queries = resource === 'ad' ? queriesOf(world, JSON.parse(limits)) : numberedQueries(world);
const measured: Measured = {
  ...{ rows, ready, memory },
  queries: measureQueries(world, queries),
  sessions: resource === 'ad' ? await measureSessions(world.mock) : {},
};
process.stdout.write(`${JSON.stringify(measured)}\n`);

/** So many ads, and as many parents as the scenario has at most. */
function adsOf(ads: number): Readonly<Record<string, number>> {
  return { ad: ads, adset: Math.min(2500, ads / ADSETS), campaign: Math.min(500, ads / CAMPAIGNS) };
}

function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function measureQueries({ ask }: World, all: readonly MeasuredQuery[]): Measured['queries'] {
  const round = (spellings: readonly string[], calls: number): number[] =>
    Array.from({ length: calls }, (_, nth) => timed(() => ask(spellings[nth % spellings.length] ?? '')).milliseconds);
  for (const { queries: spellings } of all) round(spellings, WARM);
  const taken = all.map((): number[][] => []);
  for (let nth = 0; nth < ROUNDS; nth += 1)
    for (const [place, { queries: spellings }] of all.entries()) taken[place]?.push(round(spellings, CALLS));
  return all.map(({ name, kind, limit }, place) => ({ name, kind, limit, ...timingOf(taken[place] ?? []) }));
}
