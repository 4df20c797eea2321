// Answers a call as a deployment does that has faults of the contract: each is put in front of the session's own answers.
import type { CredentialValues } from '../../fixtures/index.ts';
import type { Contract } from '../../spec/index.ts';
import type { Answer, Call } from '../answer/call.ts';
import { answerOfReply, replyOf } from '../answer/reply.ts';
import { forkStores, type Session } from '../session/session.ts';
import type { FaultyMock } from './contract-fault.ts';
import type { Fault } from './fault.ts';

/** What stands behind the faults. */
type Behind = {
  readonly inSession: (session: Session, call?: Call) => Answer;
  readonly credentials: CredentialValues;
  readonly contract: Contract;
};

type Handler = Pick<FaultyMock, 'handle'>;

/** A deployment that was built for a fault, the rows that it was built of, and the faults and the mock behind it. */
type Built = {
  readonly rows: readonly object[];
  readonly inner: readonly Fault[];
  readonly handler: Handler;
  /** What answers the call under way. */
  readonly innermost: { inSession: Behind['inSession'] };
};

/** What faults remember from call to call, such as a cache, is theirs as long as the rows stay the same. */
const deployments = new WeakMap<Fault, Built>();

/** The answer of the deployment with all these faults. */
export function answerBehind(faults: readonly Fault[], call: Call, session: Session, behind: Behind): Answer {
  const { credentials, contract } = behind;
  const rows = Object.values(session.state.stores).map((store) => store.state());
  // A fault may change rows: it gets a view of its own. Everything else is the session's as it is at each call.
  const stores = forkStores(session.state.stores);
  const apart: Session = {
    ...session,
    get state() {
      return { ...session.state, stores };
    },
  };
  const innermost = { inSession: behind.inSession };
  let handler: Handler = { handle: (asked) => replyOf(innermost.inSession(apart, asked)) };
  for (const [place, fault] of faults.entries()) {
    const known = deployments.get(fault);
    const inner = faults.slice(0, place);
    if (known !== undefined && isSame(known.rows, rows) && isSame(known.inner, inner)) {
      handler = known.handler;
      known.innermost.inSession = behind.inSession;
      continue;
    }
    const mock: FaultyMock = { handle: handler.handle, stores, credentials, contract };
    handler = fault.contract?.wrap(handler, mock) ?? handler;
    deployments.set(fault, { rows, inner, handler, innermost });
  }
  return answerOfReply(handler.handle(call));
}

function isSame(one: readonly object[], other: readonly object[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
