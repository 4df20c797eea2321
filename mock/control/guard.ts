// Who may drive the mock: programs on this machine, or those who have the token; never a page of another origin.
import { timingSafeEqual } from 'node:crypto';
import type { ControlReply } from './control-plane.ts';

/** What a caller shows. Header values by name in lower case. */
type Caller = { readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly query: string };

/** Whom a mock lets in. */
export type Guard = {
  /** Needed by everybody, where the mock can be reached from other machines. */
  readonly token?: string;
};

/** The refusal of this caller; undefined where it may go on. */
export function refuseControl({ headers, query }: Caller, { token }: Guard): ControlReply | undefined {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${host}`)
    return refused('A page of another origin may not drive the mock.');
  if (site === 'cross-site' || site === 'same-site') return refused('A page of another site may not drive the mock.');
  if (token === undefined)
    return isLoopback(String(host))
      ? undefined
      : refused('Call the mock by 127.0.0.1 or localhost: other names may lead here from elsewhere.');
  const shown = headers['x-mock-token'] ?? new URLSearchParams(query).get('token') ?? '';
  return same(String(shown), token)
    ? undefined
    : refused('X-Mock-Token must be the token that the mock printed when it started.', 401);
}

function refused(message: string, status = 403): ControlReply {
  return { status, headers: {}, body: { error: { message } } };
}

/** Whether a Host header names this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/(^[^:]*|\]):\d+$/, '$1').toLowerCase();
  return name === 'localhost' || name === '[::1]' || name === '::1' || name === '' || /^127(\.\d{1,3}){3}$/.test(name);
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
