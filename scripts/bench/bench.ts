// `npm run bench`: how fast the mock is, how soon it is there, and what it costs at sizes up to ten million ads.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../repository.ts';
import { type Part, partText } from './part.ts';
import { goodReply, serveMock } from './servers/start-servers.ts';
import { measureSizes } from './size/sizes.ts';
import { measureSpeed } from './speed/speed.ts';
import { measureStart } from './speed/start.ts';

const HELP = `npm run bench [-- OPTIONS]

  --only speed,start,size  some parts only; the results are printed and not written then
  --rounds N               rounds of speed (3 at least, 5 usually)
  --most N                 the most ads of a world (10,000,000 usually)
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'speed,start,size' },
    rounds: { type: 'string', default: '5' },
    most: { type: 'string', default: '10000000' },
    help: { type: 'boolean', default: false },
  },
});

/** How many programs ran or waited for a core before the benchmark began. */
const [busy = 0] = loadavg();
const folder = mkdtempSync(join(tmpdir(), 'ads-kit-bench-'));
try {
  if (values.help) process.stdout.write(HELP);
  else await run(values.only.split(','), Math.max(3, Number(values.rounds)), Number(values.most));
} finally {
  rmSync(folder, { recursive: true });
}

async function run(only: readonly string[], rounds: number, most: number): Promise<void> {
  const parts: Part[] = [];
  const tell = (part: Part) => {
    parts.push(part);
    process.stdout.write(`${partText(part)}\n\n`);
  };
  const mock = await serveMock();
  try {
    const page = join(folder, 'page.json');
    writeFileSync(page, await goodReply(`${mock.url}${mock.path}?status=active&limit=100`, mock.headers));
    if (only.includes('speed')) tell(await measureSpeed(mock, page, folder, rounds));
    if (only.includes('start')) tell(await measureStart(mock, page, Math.max(7, rounds)));
  } finally {
    await mock.close();
  }
  if (only.includes('size')) for (const part of await measureSizes(most)) tell(part);
  if (parts.length === 0) throw new Error(`There are the parts speed, start and size; not ${only.join(', ')}.`);
  if (['speed', 'start', 'size'].every((name) => only.includes(name)) && most === 10_000_000) write(parts);
  process.exitCode = parts.every(({ marks }) => marks.every(({ kept, name }) => kept || name.startsWith('stretch')))
    ? 0
    : 1;
}

/** The figures of this run, for the repository. */
function write(parts: readonly Part[]): void {
  const head = [
    '# What the mock costs',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${availableParallelism()} cores, load ${busy.toFixed(1)} before it began. ` +
      'Ratios travel between machines, figures do not.',
  ];
  writeFileSync(new URL('scripts/bench/results.md', repository), `${[...head, ...parts.map(partText)].join('\n\n')}\n`);
}
