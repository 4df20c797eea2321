// Test support: the command as it is installed, run and started. `npm test` builds before it tests.
import { type ChildProcess, type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/scripts/cli/ads-kit.js', import.meta.url));

export type Outcome = { readonly status: number; readonly out: string; readonly err: string };

/** Runs the command to its end, with nothing of this shell's environment but what is given. */
export function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const options = { env: { PATH: process.env.PATH, ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...words], options, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Starts the command, and does not wait for its end. */
export function begin(words: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [COMMAND, ...words], { env: { PATH: process.env.PATH } });
}

/** Starts a mock and waits for what it prints first; throws what it says where it does not start. */
export function startMock(
  ...words: readonly string[]
): Promise<{ readonly child: ChildProcess; readonly printed: string }> {
  const child = spawn(process.execPath, [COMMAND, 'mock', ...words]);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    child.once('exit', (status) => reject(new Error(`The mock ended with ${status}: ${said}`)));
    child.stdout.once('data', (data) => resolve({ child, printed: String(data) }));
  });
}
