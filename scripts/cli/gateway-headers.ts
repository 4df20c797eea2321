// Headers that a gateway asks for, as `--header` gives them.
import type { Operation } from '../../spec/index.ts';
import { UsageError } from './usage-error.ts';

/** What belongs to the connection, and is not for a caller to say. */
const OF_THE_CONNECTION = [
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Reads `Name: value`; none may take the place of a credential of these operations. */
export function readHeaders(texts: readonly string[], operations: readonly Operation[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const text of texts) {
    const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/.exec(text) ?? [];
    // The text is not shown: it may be a secret.
    if (name === '' || value === '') throw new UsageError("--header takes a name and a value: --header 'Name: value'.");
    if (OF_THE_CONNECTION.includes(name.toLowerCase()))
      throw new UsageError(`--header cannot give ${name}, which belongs to the connection.`);
    const option = credentialIn(name, operations);
    if (option !== undefined)
      throw new UsageError(`--header cannot give ${name}, which carries a credential. Give that with --${option}.`);
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** The option of the credential that a header carries. */
function credentialIn(name: string, operations: readonly Operation[]): string | undefined {
  for (const { security } of operations) {
    for (const { scheme } of security.alternatives) {
      const header = scheme.in === 'cookie' ? 'cookie' : scheme.in === 'header' ? scheme.parameter : '';
      if (header.toLowerCase() === name.toLowerCase()) return scheme.credentials.valid?.option ?? 'credentials';
    }
  }
  return undefined;
}
