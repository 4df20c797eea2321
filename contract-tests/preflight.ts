// Whether a deployment can be judged at all, and what to do where it cannot.
import type { Operation } from '../spec/index.ts';
import { CannotJudge } from './cannot-judge.ts';
import { type Keyring, keyFor, missingFor } from './http/credentials.ts';
import type { Context } from './walk/context.ts';

/** The credentials that are missing for some operations, as an instruction. */
export function askFor(operations: readonly Operation[], keyring: Keyring): string {
  const missing = [
    ...new Set(operations.flatMap((operation) => missingFor(operation, keyring).map(({ variable }) => variable))),
  ];
  return `Give --credentials FILE, or set ${missing.join(' and ')}.`;
}

/** One call to each list, until one is answered: a deployment that answers none cannot be judged. */
export async function preflight(contexts: readonly Context[], baseUrl: string): Promise<void> {
  const refusals: { readonly status: number; readonly detail: string }[] = [];
  for (const context of contexts) {
    const snapshot = await context.snapshot();
    const exchange = snapshot.walk.pages[0]?.exchange;
    if (exchange === undefined || (exchange.status !== 0 && ![401, 403, 404].includes(exchange.status))) return;
    // Whatever is wrong with a server that answers at length or never, it is there, and is judged.
    if (exchange.status === 0 && exchange.problem?.kind !== 'unreachable') return;
    refusals.push({ status: exchange.status, detail: exchange.problem?.detail ?? '' });
    // A host that is not there is not there for the other lists either.
    if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|bad port/.test(exchange.problem?.detail ?? '')) break;
  }
  const [first] = refusals;
  const [operation] = contexts.map((context) => context.operation);
  if (first === undefined || operation === undefined) return;
  if (first.status === 0)
    throw new CannotJudge(
      `${baseUrl} cannot be reached (${first.detail}). Check the URL, and that the server is running.`,
    );
  const key = keyFor(operation);
  if (first.status === 404 || key === undefined)
    throw new CannotJudge(`${baseUrl} answers ${first.status} to every list. Check ${whatToCheck(operation)}.`);
  throw new CannotJudge(
    `${baseUrl} refuses the credentials with ${first.status}. Check ${key.variable} or --${key.option}.`,
  );
}

/** What a 404 can come from: the base URL, and whose rows are asked for. */
function whatToCheck({ path, tenants }: Operation): string {
  const [first] = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  const base = first === undefined ? 'the base URL' : `the base URL (without /${first})`;
  return [base, ...tenants.map(({ own }) => `the ${own.label}`)].join(' and ');
}
