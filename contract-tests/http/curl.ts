// The command that repeats a request, with the credential as the environment variable that holds it.
import { exampleHeaders } from './address.ts';
import type { Exchange, Shown } from './exchange.ts';

/** A longer command is cut: nobody repeats it by hand, and a report holds many. */
const LONGEST = 4000;

/** The environment variable that stands for a gateway's header. */
const variableOfHeader = (name: string): string => `ADS_KIT_HEADER_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;

/** A `curl` line for a POSIX shell. */
export function curlOf({ request, url, gateway = [] }: Exchange): string {
  const { operation, credential, headers = {}, tenants } = request;
  const scheme = operation.security.alternatives[0]?.scheme;
  const variable = variableOf(credential);
  const parts = ['curl'];
  let query = '';
  if (scheme !== undefined && variable !== undefined) {
    if (scheme.in === 'query')
      query = `"${url.includes('?') ? '&' : '?'}${encodeURIComponent(scheme.parameter)}=${variable}"`;
    else if (scheme.basic) parts.push(`-u "${variable}"`);
    else if (scheme.in === 'cookie') parts.push(`-b "${scheme.parameter}=${variable}"`);
    else parts.push(`-H "${scheme.parameter}: ${scheme.prefix === '' ? '' : `${scheme.prefix} `}${variable}"`);
  }
  for (const { parameter, in: where } of operation.tenants)
    if (where === 'header') parts.push(`-H "${parameter}: ${tenants[parameter] ?? ''}"`);
  for (const [name, example] of Object.entries(exampleHeaders(operation))) {
    const value = headers[name] ?? example;
    if (value !== '') parts.push(`-H "${name}: ${value}"`);
  }
  for (const name of gateway) parts.push(`-H "${name}: $${variableOfHeader(name)}"`);
  parts.push(`'${url.replaceAll("'", '%27')}'${query}`);
  const command = parts.join(' ');
  return command.length > LONGEST ? `${command.slice(0, LONGEST)}... (${command.length} characters)` : command;
}

function variableOf(shown: Shown): string | undefined {
  if (shown === 'none') return undefined;
  return 'altered' in shown ? `not-$${shown.altered.variable}` : `$${shown.variable}`;
}
