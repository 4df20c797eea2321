// Servers as processes of their own, and what the system says of them.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';

/** A process that listens on loopback. */
export type Served = {
  readonly url: string;
  readonly pid: number;
  /** Everything it said on its way to listening. */
  readonly said: string;
  readonly close: () => Promise<void>;
};

/** Starts a Node program that prints, when it listens, what `address` finds its URL in. Rejects where it ends before. */
export async function serve(
  args: readonly string[],
  address: (said: string) => string | undefined = (said) => /"url":"([^"]+)"/.exec(said)?.[1],
): Promise<Served> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => child.kill();
  process.once('exit', kill);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (data: unknown) => {
      said = `${said}${data}`.slice(-10_000);
      const found = address(said);
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The server ended before it listened:\n${said}`)));
  });
  const close = async () => {
    process.off('exit', kill);
    kill();
    await exited;
  };
  return { url, pid: child.pid ?? 0, said, close };
}

/** The resident memory of a process in megabytes. */
export function memoryOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024;
  }
}

/** One reply, read to its end, over a connection of its own. */
export function ask(url: string, headers: Readonly<Record<string, string>>): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
      response.on('error', reject);
    }).on('error', reject);
  });
}
