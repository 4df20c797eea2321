// Answers a call as a deployment does that has faults of the contract: each is put in front of the session's own answers.
import type { CredentialValues } from '../../fixtures/index.ts';
import type { Contract } from '../../spec/index.ts';
import type { Answer, Call } from '../answer/call.ts';
import { jsonBody } from '../answer/json-body.ts';
import { forkState, type Session } from '../session/session.ts';
import type { FaultyMock } from './contract-fault.ts';
import type { Fault } from './fault.ts';

/** What stands behind the faults. */
type Behind = {
  readonly inSession: (session: Session, call?: Call) => Answer;
  readonly credentials: CredentialValues;
  readonly contract: Contract;
};

type Handler = Pick<FaultyMock, 'handle'>;

/** A deployment that was built for a fault, and the rows that it was built of. */
type Built = { readonly rows: readonly object[]; readonly handler: Handler };

/** What faults remember from call to call, such as a cache, is theirs as long as the rows stay the same. */
const deployments = new WeakMap<Fault, Built>();

/** The answer of the deployment with all these faults. */
export function answerBehind(faults: readonly Fault[], call: Call, session: Session, behind: Behind): Answer {
  const { credentials, contract } = behind;
  const rows = Object.values(session.state.stores).map((store) => store.state());
  // A fault may change rows: it gets a view of its own.
  const apart: Session = { ...session, state: forkState(session.state) };
  let handler: Handler = { handle: (asked) => replyOf(behind.inSession(apart, asked)) };
  for (const fault of faults) {
    const known = deployments.get(fault);
    if (known?.rows.every((state, place) => state === rows[place]) === true) {
      handler = known.handler;
      continue;
    }
    const mock: FaultyMock = { handle: handler.handle, stores: apart.state.stores, credentials, contract };
    handler = fault.contract?.wrap(handler, mock) ?? handler;
    deployments.set(fault, { rows, handler });
  }
  const { status, headers, body } = handler.handle(call);
  return { status, headers, body: jsonBody(body), findings: [] };
}

function replyOf({ status, headers, body }: Answer) {
  return { status, headers, body: body.value() };
}
