// The command that repeats a request, with the credential as the environment variable that holds it.
import type { SecurityScheme } from '../../spec/index.ts';
import { exampleHeaders } from './address.ts';
import { isMisplacement, misplacedKey, type SentKey, sentKey } from './altered-key.ts';
import type { Exchange, Shown } from './exchange.ts';
import { shellKey } from './shell-key.ts';

/** A longer command is cut: nobody repeats it by hand, and a report holds many. */
const LONGEST = 2000;

/** The environment variable that stands for a gateway's header. */
const variableOfHeader = (name: string): string => `ADS_KIT_HEADER_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;

/** A `curl` line for a POSIX shell. */
export function curlOf({ request, url, gateway = [] }: Exchange): string {
  const { operation, credential, headers = {}, tenants } = request;
  const schemes = operation.security.alternatives.map(({ scheme }) => scheme);
  const key = shownAs(schemes, credential);
  const parts = ['curl'];
  let query = '';
  if (key?.in === 'query') query = `"${url.includes('?') ? '&' : '?'}${encodeURIComponent(key.name)}=${key.value}"`;
  else if (key?.in === 'cookie') parts.push(`-b "${key.name}=${key.value}"`);
  else if (key?.in === 'header') parts.push(key.user === undefined ? `-H "${headerFor(key)}"` : `-u "${key.user}"`);
  for (const { parameter, in: where } of operation.tenants)
    if (where === 'header') parts.push(`-H "${parameter}: ${plain(tenants[parameter] ?? '')}"`);
  for (const [name, example] of Object.entries(exampleHeaders(operation))) {
    const value = headers[name] ?? example;
    if (value !== '') parts.push(`-H "${name}: ${plain(value)}"`);
  }
  for (const name of gateway) parts.push(`-H "${name}: $${variableOfHeader(name)}"`);
  parts.push(`'${url.replaceAll("'", '%27')}'${query}`);
  const command = parts.join(' ');
  return command.length > LONGEST ? `${command.slice(0, LONGEST)}... (${command.length} characters)` : command;
}

/** Text for inside double quotes, where a shell takes some letters for its own. */
const plain = (text: string): string => text.replaceAll(/["$`\\]/g, '\\$&');

/** As curl's `-H` takes a header: one without a value ends with a semicolon, for curl leaves it out otherwise. */
const headerFor = ({ name, value }: SentKey): string => (value === '' ? `${name};` : `${name}: ${value}`);

/** The key with a variable in its place; `user` where curl encodes it. */
function shownAs(schemes: readonly SecurityScheme[], shown: Shown): (SentKey & { readonly user?: string }) | undefined {
  const [scheme] = schemes;
  if (scheme === undefined || shown === 'none') return undefined;
  if ('altered' in shown && isMisplacement(shown.alteration))
    return misplacedKey(schemes, `$${shown.altered.variable}`, shown.alteration);
  const variable = 'altered' in shown ? shellKey(shown.altered.variable, shown.alteration) : `$${shown.variable}`;
  return { ...sentKey({ ...scheme, basic: false }, variable), ...(scheme.basic ? { user: variable } : {}) };
}
