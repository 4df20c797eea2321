// The mock without its surroundings: what is built once, and the life of a call around its answer: session, faults, answer, journal.
import { type CredentialValues, credentialValues } from '../fixtures/index.ts';
import { type Contract, loadContract, type Operation } from '../spec/index.ts';
import { answerCall, type Premises } from './answer/answer-call.ts';
import { accessOf } from './answer/authenticate.ts';
import type { Answer, Call, Reply } from './answer/call.ts';
import { createCursorCodec } from './answer/cursor.ts';
import { failureReply, undocumented } from './answer/failure.ts';
import { keepAnswers } from './answer/kept-answers.ts';
import { refuseWith } from './answer/refuse-with.ts';
import { replyOf } from './answer/reply.ts';
import { countRequestIds } from './answer/request-ids.ts';
import { createRouter } from './answer/route.ts';
import { answerBehind } from './faults/answer-behind.ts';
import { injectFaults } from './faults/inject-faults.ts';
import { type FaultCatalogue, parseFault, readFault } from './faults/read-fault.ts';
import type { MockOptions } from './options.ts';
import { beginWorld, checkTier } from './session/begin-world.ts';
import { type Session, type Stores, settle } from './session/session.ts';
import { createSessions, NO_SESSION, SESSION_NAME, type Sessions } from './session/sessions.ts';

export type Core = {
  /** Answers one call. Never throws; a bug of the mock is a 500 in the document's own error shape. */
  readonly handle: (call: Call) => Reply;
  /** The same answer, its body not written yet. */
  readonly answer: (call: Call) => Answer;
  /** The answer to a request that could not be read, or that broke what stands around the mock. */
  readonly fail: (
    path: string,
    situation: 'malformed-request' | 'internal-error',
    status?: number,
    error?: unknown,
  ) => Reply;
  /** The rows of each list in the session without a name; changing them changes the next reply. */
  readonly stores: Stores;
  readonly sessions: Sessions;
  /** Whether a path, still percent-encoded, is an operation's. */
  readonly isDocumented: (path: string) => boolean;
  /** The faults that there are. */
  readonly faults: () => FaultCatalogue;
  /** Loads the faults of the contract, which a call that names faults waits for; undefined where all are there. */
  readonly loadFaults: () => Promise<void> | undefined;
  /** Everything that a caller may send, in the shape of a credentials file. */
  readonly credentials: CredentialValues;
  readonly contract: Contract;
  readonly options: MockOptions;
};

/** The headers by which a call chooses its session, and faults of its own. */
const [SESSION_HEADER, FAULT_HEADER] = ['x-mock-session', 'x-mock-fault'];

/** Builds a mock with a world of its own. Throws a ContractError, a FaultError, or a RangeError for an unknown tier. */
export function createCore(options: MockOptions = {}): Core {
  const contract = options.contract ?? loadContract();
  const { contractFaults = {} } = options;
  const given = typeof contractFaults === 'function' ? {} : contractFaults;
  let catalogue: FaultCatalogue = { contractFaults: given, operations: contract.operations };
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    if (typeof contractFaults === 'function') catalogue = { ...catalogue, contractFaults: await contractFaults() };
  };
  const faults = (options.faults ?? []).map((each) =>
    typeof each === 'string' ? parseFault(each, catalogue) : readFault(each, catalogue),
  );
  checkTier(contract, options.rateLimit);
  const beginning = { faults, tier: options.rateLimit, frozen: options.frozen === true };
  const sessions = createSessions(beginWorld(contract, options, beginning), keepAnswers(), options.sessions);
  const router = createRouter(contract.documents);
  const documents = new Map(contract.documents.map((document) => [document.name, document]));
  const premises: Premises = {
    access: accessOf(contract.credentials, options.anyKey === true),
    cursors: createCursorCodec(`ads-contract-kit cursor ${options.seed ?? 1}`),
    strict: options.strict === true,
  };
  const credentials = credentialValues(contract);
  const nextRequestId = countRequestIds();

  const placeOf = ({ path }: Call) => {
    const route = router.find(path);
    const document = documents.get(route?.operation.document ?? '') ?? router.documentOf(path);
    return { route, document, requestId: nextRequestId(document) };
  };

  const answer = (call: Call): Answer => {
    const place = placeOf(call);
    const { document, requestId } = place;
    const operation = place.route?.operation;
    const malformed = (message: string) =>
      failureReply(document, { ...undocumented(document, 'malformed-request'), message }, requestId);
    const name = call.headers[SESSION_HEADER];
    if (name !== undefined && name !== '' && !SESSION_NAME.test(name)) return malformed(NO_SESSION.name);
    const session = sessions.of(name);
    if (session === undefined) return malformed(NO_SESSION.tooMany);

    // A fault may ask for something else than the caller did.
    const inSession = (one: Session, asked = call) =>
      answerCall(premises, { call: asked, ...(asked === call ? place : placeOf(asked)), session: one });
    try {
      if (session.state.scheduled.length > 0) settle(session, contract);
      const own = call.headers[FAULT_HEADER];
      const asked = own === undefined ? [] : own.split(',').map((text) => parseFault(text, catalogue));
      const answered = injectFaults([...session.state.faults, ...asked], operation?.id, {
        answer: (broken) =>
          broken.length === 0
            ? inSession(session)
            : answerBehind(broken, call, session, { inSession, credentials, contract }),
        refuse: (status, seconds) => refuseWith(document, operation, status, seconds, requestId),
      });
      if (options.checkReplies === true) checkReply(operation, answered);
      record(session, call, operation, requestId, answered);
      return answered;
    } catch (error) {
      if (error instanceof Error && error.name === 'FaultError') return malformed(`X-Mock-Fault: ${error.message}`);
      (options.onBug ?? printBug)(error, requestId);
      return failureReply(document, undocumented(document, 'internal-error'), requestId);
    }
  };

  return {
    answer,
    handle: (call) => replyOf(answer(call)),
    fail: (path, situation, status, error) => {
      const document = router.documentOf(path);
      const requestId = nextRequestId(document);
      if (error !== undefined) (options.onBug ?? printBug)(error, requestId);
      return replyOf(failureReply(document, undocumented(document, situation, status), requestId));
    },
    get stores() {
      return sessions.of(undefined)?.state.stores ?? {};
    },
    sessions,
    faults: () => catalogue,
    loadFaults: () => {
      if (typeof contractFaults !== 'function' || catalogue.contractFaults !== given) return undefined;
      loading ??= load();
      return loading;
    },
    isDocumented: (path) => router.find(path) !== undefined,
    credentials,
    contract,
    options,
  };
}

/** Writes the exchange into the journal of its session. */
function record(
  session: Session,
  call: Call,
  operation: Operation | undefined,
  requestId: string,
  answer: Answer,
): void {
  session.journal.record({
    at: session.state.clock.now(),
    method: call.method,
    path: call.path,
    query: call.query,
    operation: operation?.id,
    status: answer.status,
    requestId,
    findings: answer.findings,
    faults: answer.faults ?? [],
  });
}

/** A bug of the mock is told once, where its user looks, with the request that it belongs to. */
function printBug(error: unknown, requestId: string): void {
  process.stderr.write(
    `ads-kit mock: request ${requestId} met a bug of the mock.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
}

function checkReply(operation: Operation | undefined, { status, body }: Answer): void {
  const [broken] = operation?.reply(status)?.violations(body.value()) ?? [];
  if (broken !== undefined)
    throw new Error(`${operation?.id} answered ${broken.pointer}, where ${broken.expected} is due.`);
}
