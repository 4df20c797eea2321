// A generator of clients that is no part of this project: where it is, and what it must do with the two documents.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { repository } from '../repository.ts';
import type { Deployment, Listing } from './listing.ts';

/** A folder of its own, and a running server. */
export type Scene = { readonly folder: string; readonly deployment: Deployment };

/** One generator. Each step rejects with what the tool said. */
export type Generator = {
  readonly name: string;
  /** Whether it is installed here. */
  readonly isHere: () => boolean;
  /** How to have it, in one line. */
  readonly install: string;
  /** Writes a client from each document into the folder. */
  readonly generate: (scene: Scene) => Promise<void>;
  readonly compile: (scene: Scene) => Promise<void>;
  /** Lists the server with the compiled clients. */
  readonly list: (scene: Scene) => Promise<Listing>;
};

export const APIS = ['layers', 'klayrai'] as const;

/** The file of a document. */
export function documentOf(api: (typeof APIS)[number]): string {
  return fileURLToPath(new URL(`spec/${api}.yaml`, repository));
}

/** The file of a program that lists the server with a generated client, in the language of that client. */
export function programOf(name: string): string {
  return fileURLToPath(new URL(`scripts/generators/${name}`, repository));
}

/** The file of a command, among the project's own or on the path; undefined where there is none. */
export function commandOf(name: string): string | undefined {
  const folders = [
    fileURLToPath(new URL('node_modules/.bin', repository)),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

type RunOptions = { readonly cwd: string; readonly env?: Readonly<Record<string, string>> };

/** What a command prints. Rejects with all that it said where it fails. */
export async function run(command: string, args: readonly string[], { cwd, env }: RunOptions): Promise<string> {
  try {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { message, stdout = '' } = error as Error & { readonly stdout?: string };
    throw new Error(`${message}\n${stdout}`, { cause: error });
  }
}

/** A listing that a program in another language prints as JSON. */
export async function listedBy(
  command: string,
  args: readonly string[],
  { folder, deployment }: Scene,
  env: RunOptions['env'] = {},
): Promise<Listing> {
  const { url, project, token, apiKey } = deployment;
  const known = { ADS_KIT_URL: url, ADS_KIT_PROJECT: project, ADS_KIT_TOKEN: token, ADS_KIT_API_KEY: apiKey };
  return JSON.parse(await run(command, args, { cwd: folder, env: { ...env, ...known } })) as Listing;
}
