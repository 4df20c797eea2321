// The base URL of a deployment, as a user writes it.
import type { Contract } from '../../spec/index.ts';
import { UsageError } from './usage-error.ts';

/** The first segment of all paths, where they have one in common: users often leave it on the base URL. */
function prefixOf({ operations }: Contract): string | undefined {
  const firsts = new Set(operations.map(({ path }) => path.split('/')[1] ?? ''));
  const [first = ''] = firsts;
  return firsts.size === 1 && first !== '' && !first.startsWith('{') ? first : undefined;
}

/** What a user leaves out of the base URL, for the help. */
export function withoutPrefix(contract: Contract): string {
  const prefix = prefixOf(contract);
  return prefix === undefined ? 'without the documented paths' : `without /${prefix}`;
}

/** The base URL, checked; what all documented paths begin with is taken off its end. */
export function readBaseUrl(text: string, contract: Contract): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new UsageError(
      `${JSON.stringify(text)} is no URL. Give the base URL of the deployment, such as https://staging.example.`,
      { cause },
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new UsageError(`${url.protocol} is not HTTP. Give an http or https URL.`);
  if (url.username !== '' || url.password !== '')
    throw new UsageError(
      'The URL holds a user name or password. Give credentials by --credentials or the environment.',
    );
  if (url.search !== '' || url.hash !== '')
    throw new UsageError(
      `The URL has ${url.search === '' ? 'a fragment' : 'a query'}, which no request would carry. Give the base URL alone: ${url.origin}${url.pathname}.`,
    );
  const path = url.pathname.replace(/\/$/, '');
  const prefix = prefixOf(contract);
  return `${url.origin}${prefix !== undefined && path.endsWith(`/${prefix}`) ? path.slice(0, -prefix.length - 1) : path}`;
}
