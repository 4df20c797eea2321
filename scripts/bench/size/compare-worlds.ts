// Measures a world and the smallest one by turns, query by query, so that what else the machine does meets both.
import { median } from '../figures.ts';
import type { Compared, Measured, NamedQuery } from './measured.ts';
import type { Timing } from './timed.ts';
import type { WorldProcess } from './world-process.ts';

const ROUNDS = 5;

/** The world's figures beside those of the smallest; queries that one of them does not have are left out. */
export async function compareWorlds(smallest: WorldProcess, world: WorldProcess): Promise<Measured> {
  const pairs = smallest.about.queries.flatMap((query, here) => {
    const there = world.about.queries.findIndex(({ name }) => name === query.name);
    return there < 0 ? [] : [{ query, here, there, rounds: [] as Round[] }];
  });
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { here, there, rounds } of pairs)
      rounds.push({ smallest: await smallest.round(here), here: await world.round(there) });
  const hasSessions = world.about.queries.some(({ kind }) => kind === 'alone');
  return {
    about: world.about,
    compared: pairs.map(({ query, rounds }) => summary(query, rounds)),
    sessions: hasSessions ? await world.sessions() : {},
  };
}

type Round = { readonly smallest: Timing; readonly here: Timing };

function summary(query: NamedQuery, rounds: readonly Round[]): Compared {
  const timing = (key: keyof Round): Timing => ({
    p50: median(rounds.map((round) => round[key].p50)),
    p99: median(rounds.map((round) => round[key].p99)),
    longest: Math.max(...rounds.map((round) => round[key].longest)),
  });
  const ratio = (key: 'p50' | 'p99') => median(rounds.map(({ smallest, here }) => here[key] / smallest[key]));
  return {
    ...query,
    here: timing('here'),
    smallest: timing('smallest'),
    ratio: { p50: ratio('p50'), p99: ratio('p99') },
  };
}
