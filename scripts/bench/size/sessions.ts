// What sessions cost in a world: beginning one, changing a row in it, putting it back.
import type { Mock, MockSession } from '../../../mock/index.ts';
import { type Timing, timed, timedLater, timingOf } from './timed.ts';

/** How many sessions are measured, and how many before them. */
const [COUNT, WARM] = [400, 100];
const LIST = 'ad';

/** The timings by what is done. Each session has changed something before it is put back. */
export async function measureSessions(mock: Mock): Promise<Readonly<Record<string, Timing>>> {
  const rows = await mock.control.rows(LIST);
  const keys = rows.map(({ adId }) => String(adId));
  const steps: Readonly<Record<string, (session: MockSession, nth: number) => Promise<number>>> = {
    'new session': async ({ name }) => timed(() => mock.sessions.of(name)).milliseconds,
    'change of a row': ({ control }, nth) =>
      timedLater(() => control.act(LIST, keys[nth % keys.length] ?? '', 'rename', { name: `Ad ${nth}` })),
    snapshot: ({ control }) => timedLater(() => control.snapshot('before')),
    'another change': ({ control }, nth) =>
      timedLater(() => control.act(LIST, keys[(nth + 1) % keys.length] ?? '', 'rename', { name: `Ad ${nth}` })),
    restore: ({ control }) => timedLater(() => control.restore('before')),
    reset: ({ control }) => timedLater(() => control.reset()),
    drop: ({ name }) => timedLater(async () => mock.sessions.drop(name)),
  };
  const taken = new Map<string, number[]>(Object.keys(steps).map((name) => [name, []]));
  for (let nth = -WARM; nth < COUNT; nth += 1) {
    const session = mock.session(`bench-${nth}`);
    for (const [name, step] of Object.entries(steps)) {
      const milliseconds = await step(session, Math.abs(nth));
      if (nth >= 0) taken.get(name)?.push(milliseconds);
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, timingOf(times)]));
}
