// Whether a deployment can be judged at all, and what to do where it cannot.
import type { Operation } from '../spec/index.ts';
import { CannotJudge } from './cannot-judge.ts';
import { type Credentials, ENVIRONMENT, missingFor } from './credentials.ts';
import type { Scene } from './scene.ts';

/** The credentials that are missing for some operations, as an instruction. */
export function askFor(operations: readonly Operation[], credentials: Credentials): string {
  const missing = [...new Set(operations.flatMap((operation) => missingFor(operation, credentials)))];
  return `Give --credentials FILE, or set ${missing.map((name) => ENVIRONMENT[name]).join(' and ')}.`;
}

/** One call to each list, until one is answered: a deployment that answers none cannot be judged. */
export async function assertJudgeable(
  operations: readonly Operation[],
  scenes: ReadonlyMap<string, Scene>,
  baseUrl: string,
): Promise<void> {
  const refusals: { readonly status: number; readonly detail: string }[] = [];
  for (const operation of operations) {
    const universe = await scenes.get(operation.list.resource)?.universe('response-shape');
    const exchange = universe?.walk.pages[0]?.exchange;
    if (exchange === undefined || (exchange.status !== 0 && ![401, 403, 404].includes(exchange.status))) return;
    // Whatever is wrong with a server that answers at length or never, it is there, and is judged.
    if (exchange.status === 0 && exchange.problem?.kind !== 'unreachable') return;
    refusals.push({ status: exchange.status, detail: exchange.problem?.detail ?? '' });
    // A host that is not there is not there for the other lists either.
    if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|bad port/.test(exchange.problem?.detail ?? '')) break;
  }
  const [first] = refusals;
  if (first === undefined) return;
  if (first.status === 0)
    throw new CannotJudge(
      `${baseUrl} cannot be reached (${first.detail}). Check the URL, and that the server is running.`,
    );
  if (first.status === 404)
    throw new CannotJudge(`${baseUrl} answers 404 to every list. Check the base URL (without /v1) and the project.`);
  const name = operations[0]?.api === 'klayrai' ? 'ADS_KIT_API_KEY or --api-key' : 'ADS_KIT_TOKEN or --token';
  throw new CannotJudge(`${baseUrl} refuses the credentials with ${first.status}. Check ${name}.`);
}
