// `npm run bench:judge`: how long the judge takes on the local mock, process start included, and what it asks.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../cli/ads-kit.js', import.meta.url));
const RUNS = 5;
/** What the issue of this figure asks: seconds for both vendors, and requests for each. */
const TARGETS = { seconds: 2, layers: 120, klayrai: 40 } as const;

type Run = { readonly seconds: number; readonly requests: number; readonly status: number };

/** One run of `ads-kit verify` as its user starts it. */
function verify(folder: string, url: string, api: string): Promise<Run> {
  const file = join(folder, `${api}.json`);
  const credentials = join(folder, 'credentials.json');
  const started = performance.now();
  const child = spawn(process.execPath, [
    COMMAND,
    'verify',
    url,
    '--api',
    api,
    '--credentials',
    credentials,
    '--reporter',
    `json=${file}`,
  ]);
  return new Promise((resolve) => {
    child.once('exit', (status) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, requests: JSON.parse(readFileSync(file, 'utf8')).requests, status: status ?? -1 });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-bench-'));
const mock = spawn(process.execPath, [COMMAND, 'mock', '--port', '0', '--json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const line = await new Promise<string>((resolve) => mock.stdout.once('data', (data) => resolve(String(data))));
  writeFileSync(join(folder, 'credentials.json'), line);
  const { url } = JSON.parse(line) as { url: string };
  const runs: Run[] = [];
  for (let index = 0; index < RUNS; index += 1) runs.push(await verify(folder, url, 'all'));
  const layers = await verify(folder, url, 'layers');
  const klayrai = await verify(folder, url, 'klayrai');
  const seconds = runs.map((run) => run.seconds).sort((one, other) => one - other);
  const median = seconds[Math.floor(RUNS / 2)] ?? Number.NaN;
  const rows = [
    [
      'both vendors, wall seconds, median of 5',
      median.toFixed(2),
      `under ${TARGETS.seconds}`,
      median < TARGETS.seconds,
    ],
    ['requests for Layers', layers.requests, `at most ${TARGETS.layers}`, layers.requests <= TARGETS.layers],
    ['requests for KlayrAI', klayrai.requests, `at most ${TARGETS.klayrai}`, klayrai.requests <= TARGETS.klayrai],
    [
      'exit status of every run',
      [...runs, layers, klayrai].map(({ status }) => status).join(' '),
      'all 0',
      [...runs, layers, klayrai].every(({ status }) => status === 0),
    ],
  ] as const;
  for (const [name, figure, target, kept] of rows) {
    process.stdout.write(
      `${name.padEnd(42)} ${String(figure).padStart(8)}   ${target}   ${kept ? 'kept' : 'MISSED'}\n`,
    );
  }
  process.exitCode = rows.every(([, , , kept]) => kept) ? 0 : 1;
} finally {
  mock.kill();
  rmSync(folder, { recursive: true });
}
