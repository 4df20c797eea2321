// Credentials from options, a file and the environment, in this order.
import { readFileSync } from 'node:fs';
import { type CredentialName, type Credentials, ENVIRONMENT } from '../contract-tests/index.ts';
import { isRecord } from '../spec/index.ts';
import { UsageError } from './usage-error.ts';

/** Which members a credentials file may have: the shape that `ads-kit mock --json` prints. */
const FILE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  layers: ['project', 'token', 'noScopeToken', 'foreignProject'],
  klayrai: ['apiKey', 'revokedKey', 'noPlanKey'],
};

/** Merges what was given; `options` win over the file, the file over the environment. */
export function readCredentials(
  options: Credentials,
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Credentials {
  const fromFile = file === undefined ? {} : readFile(file);
  const names = Object.keys(ENVIRONMENT) as CredentialName[];
  const values = names.map(
    (name) => [name, options[name] ?? fromFile[name] ?? environment[ENVIRONMENT[name]]] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== ''));
}

function readFile(file: string): Credentials {
  const refuse = (advice: string, cause?: unknown) =>
    new UsageError(`The credentials file ${file} cannot be used: ${advice}`, { cause });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw refuse(`it cannot be read (${(cause as NodeJS.ErrnoException).code}). Check the path.`, cause);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    // The parser's own message quotes the text, which holds secrets.
    throw refuse('it is not JSON. `ads-kit mock --json` prints one that is.', cause);
  }
  if (!isRecord(parsed)) throw refuse('it must be an object with the members layers and klayrai.');
  const found: Record<string, string> = {};
  for (const [vendor, values] of Object.entries(parsed)) {
    const members = FILE_MEMBERS[vendor];
    if (vendor === 'url') continue;
    if (members === undefined) throw refuse(`it has a member ${vendor}; only layers and klayrai are known.`);
    if (!isRecord(values)) throw refuse(`${vendor} must be an object.`);
    for (const [name, value] of Object.entries(values)) {
      if (!members.includes(name))
        throw refuse(`${vendor} has a member ${name}; only ${members.join(', ')} are known.`);
      if (typeof value !== 'string') throw refuse(`${vendor}.${name} must be a string.`);
      found[name] = value;
    }
  }
  return found;
}
