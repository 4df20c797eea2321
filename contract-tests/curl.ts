// The command that repeats a request, with the credential as the environment variable that holds it.
import { ENVIRONMENT, KEY_OF } from './credentials.ts';
import type { Exchange } from './exchange.ts';

/** A `curl` line for a POSIX shell. */
export function curlOf({ request, url }: Exchange): string {
  const { operation, credential, headers = {} } = request;
  const { header, prefix } = operation.security;
  const parts = ['curl'];
  if (credential !== 'none') {
    const name = ENVIRONMENT[credential === 'altered' ? KEY_OF[operation.api] : credential];
    const value = credential === 'altered' ? `not-$${name}` : `$${name}`;
    parts.push(`-H "${header}: ${prefix === '' ? '' : `${prefix} `}${value}"`);
  }
  for (const parameter of operation.parameters) {
    const value = headers[parameter.name] ?? parameter.example;
    if (parameter.in === 'header' && value !== undefined && value !== '')
      parts.push(`-H "${parameter.name}: ${value}"`);
  }
  parts.push(`'${url.replaceAll("'", '%27')}'`);
  return parts.join(' ');
}
