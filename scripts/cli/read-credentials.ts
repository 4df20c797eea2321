// Credentials from options, a file and the environment, in this order.
import { readFileSync } from 'node:fs';
import { type Contract, type Credential, didYouMean, isRecord } from '../../spec/index.ts';
import { UsageError } from './usage-error.ts';

/** Values by vendor and name, as `ads-kit mock --json` prints them. */
type Values = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where credentials come from. */
type Sources = {
  /** The credentials, by the names that their options and variables have. */
  readonly credentials: readonly Credential[];
  readonly options: Values;
  readonly file: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Merges what was given; options win over the file, the file over the environment. */
export function readCredentials(contract: Contract, { credentials, options, file, environment }: Sources): Values {
  const fromFile = file === undefined ? {} : readFile(file, contract);
  const values: Record<string, Record<string, string>> = {};
  for (const { api, name, variable } of credentials) {
    const value = options[api]?.[name] ?? fromFile[api]?.[name] ?? environment[variable];
    if (value !== undefined && value !== '') values[api] = { ...values[api], [name]: value };
  }
  return values;
}

function readFile(file: string, { documents, credentials }: Contract): Values {
  const refuse = (advice: string, cause?: unknown) =>
    new UsageError(`The credentials file ${file} cannot be used: ${advice}`, { cause });
  let text: string;
  try {
    text = decode(readFileSync(file));
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
  const apis = [...new Set(documents.map(({ api }) => api))];
  const list = apis.join(' and ');
  if (!isRecord(parsed)) throw refuse(`it must be an object with the members ${list}.`);
  const found: Record<string, Record<string, string>> = {};
  for (const [api, values] of Object.entries(parsed)) {
    if (api === 'url') continue;
    if (!apis.includes(api)) throw refuse(`it has a member ${api}; only ${list} are known.${didYouMean(api, apis)}`);
    if (!isRecord(values)) throw refuse(`${api} must be an object.`);
    const members = credentials.filter((credential) => credential.api === api).map(({ name }) => name);
    for (const [name, value] of Object.entries(values)) {
      if (!members.includes(name))
        throw refuse(`${api} has a member ${name}; only ${members.join(', ')} are known.${didYouMean(name, members)}`);
      if (typeof value !== 'string') throw refuse(`${api}.${name} must be a string.`);
      found[api] = { ...found[api], [name]: value };
    }
  }
  return found;
}

/** Some shells write what is redirected into a file as UTF-16, or with a byte order mark. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
