// `npm run soak`: ten thousand sessions over 256 connections, each with changes, faults and a journal of its own. Memory must stay flat.
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { shown } from '../figures.ts';
import { goodReply, type ServedMock, serveMock } from '../servers/start-servers.ts';
import { connect } from './connection.ts';
import { watchMemory } from './memory-watch.ts';
import { liveSession } from './session-life.ts';

const CONNECTIONS = 256;
/** Sessions of a full run, and its minutes; a shorter run has fewer. */
const [SESSIONS, MINUTES] = [10_000, 5];
/** In how many pauses a session waits, and how much of its time. */
const [PAUSES, WAITING] = [3, 0.8];
/** How much more memory the last third may hold than the middle one; a short run is warming up in the middle of it. */
const [GROWTH, SHORT_GROWTH, SHORT] = [0.1, 0.3, 1];
/** How many sentences about what went wrong are printed. */
const TOLD = 10;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: String(MINUTES) } } });
const minutes = Number(values.minutes);
if (!(minutes > 0 && minutes <= 60)) throw new Error('--minutes must be a number above 0 and up to 60.');

const mock = await serveMock();
try {
  const count = Math.min(SESSIONS, Math.max(CONNECTIONS, Math.round((SESSIONS * minutes) / MINUTES)));
  const watch = watchMemory(mock.pid);
  const wrong = await liveAll(mock, count, minutes * 60_000).finally(watch.end);
  const left = JSON.parse((await goodReply(`${mock.url}/_mock/sessions`, {})).toString()) as { sessions: string[] };
  if (left.sessions.length > 0) wrong.push(`${left.sessions.length} sessions are left.`);
  const growth = watch.growth();
  process.stdout.write(
    `${watch.text()}\n\n${count} sessions over ${CONNECTIONS} connections, ${wrong.length} wrong.\n`,
  );
  for (const sentence of wrong.slice(0, TOLD)) process.stdout.write(`  ${sentence}\n`);
  const most = minutes < SHORT ? SHORT_GROWTH : GROWTH;
  const flat = growth <= most;
  process.stdout.write(
    `The last third of the time holds ${shown(growth * 100)} % more memory than the middle one, at most ${most * 100} % may be: ${flat ? 'kept' : 'MISSED'}.\n`,
  );
  process.exitCode = flat && wrong.length === 0 ? 0 : 1;
} finally {
  await mock.close();
}

/** Lets all sessions live, as many at once as there are connections, evenly over the time. */
async function liveAll({ url, path, headers }: ServedMock, count: number, milliseconds: number): Promise<string[]> {
  const page = JSON.parse((await goodReply(`${url}${path}?limit=200`, headers)).toString()) as { items: Ad[] };
  const keys = page.items.map(({ adId }) => adId);
  const wrong: string[] = [];
  const lives = Math.ceil(count / CONNECTIONS);
  const life = milliseconds / lives;
  const pause = () => setTimeout((life * WAITING) / PAUSES);
  const began = performance.now();
  const worker = async (number: number) => {
    const connection = connect(url, headers);
    try {
      // Not all at the same moment.
      await setTimeout((life * number) / CONNECTIONS);
      for (let nth = number, turn = 1; nth < count; nth += CONNECTIONS, turn += 1) {
        wrong.push(...(await liveSession({ connection, name: `soak-${nth}`, nth, path, keys, pause })));
        await setTimeout(Math.max(0, began + life * (turn + number / CONNECTIONS) - performance.now()));
      }
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, number) => worker(number)));
  return wrong;
}

type Ad = { readonly adId: string };
