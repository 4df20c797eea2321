// A world of one size in a process of its own, which measures what its parent asks for: `measure-world.js ad|account ROWS LIMITS`.
import type { About } from './measured.ts';
import { numberedQueries } from './numbered-queries.ts';
import { queriesOf } from './queries.ts';
import { measureSessions } from './sessions.ts';
import { timed, timingOf } from './timed.ts';
import { createWorld, holdCold } from './world.ts';

/** Calls of a query in each round, and before the first. */
const [CALLS, WARM] = [300, 150];
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
for (const { queries: spellings } of queries) callAll(spellings, WARM);

process.on('message', async (asked: { readonly query: number } | 'sessions') => {
  if (asked === 'sessions') process.send?.(await measureSessions(world.mock));
  else process.send?.(timingOf(callAll(queries[asked.query]?.queries ?? [], CALLS)));
});
process.send?.({
  ...{ rows, ready, memory },
  queries: queries.map(({ name, kind, limit }) => ({ name, kind, limit })),
} satisfies About);

/** So many ads, and as many parents as the scenario has at most. */
function adsOf(ads: number): Readonly<Record<string, number>> {
  return { ad: ads, adset: Math.min(2500, ads / ADSETS), campaign: Math.min(500, ads / CAMPAIGNS) };
}

function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Milliseconds of so many calls, the spellings by turns. */
function callAll(spellings: readonly string[], calls: number): readonly number[] {
  return Array.from(
    { length: calls },
    (_, nth) => timed(() => world.ask(spellings[nth % spellings.length] ?? '')).milliseconds,
  );
}
