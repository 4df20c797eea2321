// For tests: a call that an operation answers with its list, made from nothing but the contract.
import { type Operation, shownKey } from '../spec/index.ts';
import type { Call } from './answer/call.ts';

/** A call that shows the first valid key in the first way that the contract knows, for one's own tenants. */
export function sampleCall({ path, parameters, tenants, security }: Operation, query = ''): Call {
  const headers: Record<string, string> = {};
  const sent = [query].filter((part) => part !== '');
  let target = path;
  const put = (where: string, name: string, value: string) => {
    if (where === 'path') target = target.replace(`{${name}}`, value);
    else if (where === 'query') sent.push(String(new URLSearchParams({ [name]: value })));
    else if (where === 'cookie') headers.cookie = `${name}=${value}`;
    else headers[name.toLowerCase()] = value;
  };
  for (const { parameter, in: where, own } of tenants) put(where, parameter, own.examples[0] ?? '');
  for (const { name, in: where, example } of parameters) if (where === 'path') put(where, name, example ?? '');
  const [way] = security.alternatives;
  const key = way?.scheme.credentials.valid?.examples[0];
  if (way !== undefined && key !== undefined) put(way.scheme.in, way.scheme.parameter, shownKey(way.scheme, key));
  return { method: 'GET', path: target, query: sent.join('&'), headers };
}
