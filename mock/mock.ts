// The mock itself: what is built once, and the two functions that answer calls.
import { buildWorld, type CredentialValues, credentialValues, type WorldOptions } from '../fixtures/index.ts';
import { type Contract, type ContractDocument, loadContract, type Operation } from '../spec/index.ts';
import { type Asked, answerCall, type Premises } from './answer/answer-call.ts';
import { accessOf } from './answer/authenticate.ts';
import type { Answer, Call, Reply } from './answer/call.ts';
import { createCursorCodec } from './answer/cursor.ts';
import { failureReply, undocumented } from './answer/failure.ts';
import { keepAnswers } from './answer/kept-answers.ts';
import { createRequestIds } from './answer/request-ids.ts';
import { createRouter } from './answer/route.ts';
import { createClock } from './session/clock.ts';
import { createRateCounter } from './session/rate-counter.ts';
import type { Session, Stores } from './session/session.ts';
import { createStore } from './store/store.ts';

/** How a mock behaves. */
export type MockOptions = WorldOptions & {
  /** The contract to execute. @default this package's own */
  readonly contract?: Contract;
  /** Refuse a query that is not written as the contract says, instead of understanding and reporting it. @default false */
  readonly strict?: boolean;
  /** Accept every credential that is not empty. @default false */
  readonly anyKey?: boolean;
  /** Check every reply against its own schema, and answer 500 where it fails. For development. @default false */
  readonly checkReplies?: boolean;
  /** Told of every bug of the mock, with the id of the request that met it. @default prints it on stderr */
  readonly onBug?: (error: unknown, requestId: string) => void;
};

export type Mock = {
  /** Answers one call. Never throws; a bug of the mock is a 500 in the document's own error shape. */
  readonly handle: (call: Call) => Reply;
  /** The same answer with its body not written yet. */
  readonly answer: (call: Call) => Answer;
  /** The answer to a request that could not be read, or that broke what stands around the mock. */
  readonly fail: (
    path: string,
    situation: 'malformed-request' | 'internal-error',
    status?: number,
    error?: unknown,
  ) => Reply;
  /** The rows of each list, by its name; changing them changes the next reply. */
  readonly stores: Stores;
  /** Everything that a caller may send, in the shape of a credentials file. */
  readonly credentials: CredentialValues;
  readonly contract: Contract;
};

/** Builds a mock with a world of its own. */
export function createMock(options: MockOptions = {}): Mock {
  const contract = options.contract ?? loadContract();
  const { sources } = buildWorld(contract, options);
  const stores: Stores = Object.fromEntries(
    contract.operations.flatMap((operation) => {
      const source = sources[operation.list.name];
      return source === undefined ? [] : [[operation.list.name, createStore(operation, source)]];
    }),
  );
  const session: Session = {
    name: '',
    stores,
    clock: createClock(Date.parse('2026-06-15T12:00:00Z')),
    rates: createRateCounter(),
    tier: undefined,
    kept: keepAnswers(),
  };
  const router = createRouter(contract.documents);
  const documents = new Map(contract.documents.map((document) => [document.name, document]));
  const premises: Premises = {
    access: accessOf(contract.credentials, options.anyKey === true),
    cursors: createCursorCodec(`ads-contract-kit cursor ${options.seed ?? 1}`),
    strict: options.strict === true,
  };
  const nextRequestId = requestIds();

  const answer = (call: Call): Answer => {
    const route = router.find(call.path);
    const document = documents.get(route?.operation.document ?? '') ?? router.documentOf(call.path);
    const asked: Asked = { call, route, document, requestId: nextRequestId(document), session };
    try {
      const given = answerCall(premises, asked);
      if (options.checkReplies === true) checkReply(route?.operation, given);
      return given;
    } catch (error) {
      (options.onBug ?? printBug)(error, asked.requestId);
      return failureReply(document, undocumented(document, 'internal-error'), asked.requestId);
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
    stores,
    credentials: credentialValues(contract),
    contract,
  };
}

function replyOf({ status, headers, body }: Answer): Reply {
  return { status, headers, body: body.value() };
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

/** One count for all documents, each in the form of its own ids; documents without ids count too, for the mock's own messages. */
function requestIds(): (document: ContractDocument) => string {
  const forms = new Map<string, (count: number) => string>();
  let count = 0;
  return ({ name, error }) => {
    const form = forms.get(name) ?? createRequestIds(error.requestId?.example ?? 'req_0000000000000000');
    forms.set(name, form);
    return form(count++);
  };
}
