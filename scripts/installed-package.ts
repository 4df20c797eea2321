// Test support: the package as its users get it, packed.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from './repository.ts';

type Outcome = { readonly status: number; readonly out: string; readonly err: string };

/** Packs what the build has left in dist, and returns the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  // The scripts of the package would build again, under the feet of tests that run what is built.
  await npm(fileURLToPath(repository), 'pack', '--ignore-scripts', '--pack-destination', folder);
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack has left nothing in ${folder}.`);
  return join(folder, tarball);
}

/** Runs a program to its end. */
function run(
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
