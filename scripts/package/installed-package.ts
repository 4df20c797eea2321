// Test support: the package as its users get it, packed and installed in an empty project.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../repository.ts';

/** Where npm could not get what was asked for, from its registry or its cache: nothing is known about the package then. */
export class CannotDownload extends Error {
  constructor(code: string) {
    super(`npm cannot download what it needs: ${code}`);
    this.name = 'CannotDownload';
  }
}

export type Outcome = { readonly status: number; readonly out: string; readonly err: string };

const DOWNLOAD_FAILURES =
  /\b(E404|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

/** What package.json says. */
export const manifest = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8')) as {
  readonly exports: Readonly<Record<string, string>>;
  readonly peerDependencies: { readonly vitest: string };
};

/** Packs what the build has left in dist, and returns the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  // The scripts of the package would build again, under the feet of tests that run what is built.
  await npm(fileURLToPath(repository), 'pack', '--ignore-scripts', '--pack-destination', folder);
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack has left nothing in ${folder}.`);
  return join(folder, tarball);
}

/** Installs packages in a new project, and returns its folder. Throws CannotDownload. */
export async function install(folder: string, ...packages: readonly string[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  // A build server tries again; at a desk without a network, whoever waits learns of it soon.
  const retries = `--fetch-retries=${process.env.CI === 'true' ? 2 : 0}`;
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const { status, err } = await npm(folder, 'install', ...quiet, retries, ...packages);
  if (status === 0) return folder;
  const [code] = DOWNLOAD_FAILURES.exec(err) ?? [];
  throw code === undefined
    ? new Error(`npm install ${packages.join(' ')} has failed:\n${err}`)
    : new CannotDownload(code);
}

/** Runs a program to its end. */
export function run(
  program: string,
  words: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, words, { ...options, maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

function npm(cwd: string, ...words: readonly string[]): Promise<Outcome> {
  return run('npm', words, { cwd, env: process.env });
}
