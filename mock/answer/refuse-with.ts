// Refuses a call with a status that somebody asks for, as the contract documents that status, or else in its error shape.
import type { ContractDocument, Operation, Situation } from '../../spec/index.ts';
import type { Answer } from './call.ts';
import { type Failure, failureReply, refusal, undocumented } from './failure.ts';
import { tooManyCalls } from './limit-calls.ts';

/** How long to wait, in seconds, where nobody says. */
const USUAL_WAIT = 12;

/** The refusal with this status; `seconds` is how long to wait. */
export function refuseWith(
  document: ContractDocument,
  operation: Operation | undefined,
  status: number,
  seconds: number | undefined,
  requestId: string,
): Answer {
  return {
    ...failureReply(document, failureOf(document, operation, status, seconds), requestId, operation),
    findings: [],
  };
}

function failureOf(
  document: ContractDocument,
  operation: Operation | undefined,
  status: number,
  seconds: number | undefined,
): Failure {
  const stated = Object.entries(operation?.refusals ?? {}).find(([, refused]) => refused?.status === status);
  if (operation === undefined || stated === undefined)
    return { ...undocumented(document, 'internal-error', status), message: 'A fault of the mock, asked for.' };
  const situation = stated[0] as Situation;
  return situation === 'rate-limited' ? tooManyCalls(operation, seconds ?? USUAL_WAIT) : refusal(operation, situation);
}
