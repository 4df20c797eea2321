// The mock itself: one function that turns a Call into a Reply. The life of a request is read here from top to bottom.
import { buildWorld, type CredentialValues, credentialValues, type WorldOptions } from '../fixtures/index.ts';
import { type Contract, type ContractDocument, loadContract, type Operation } from '../spec/index.ts';
import { accessOf, refuseCaller } from './authenticate.ts';
import type { Call, Reply } from './call.ts';
import { createCursorCodec } from './cursor.ts';
import { failureReply, refusal, standardHeaders, undocumented } from './failure.ts';
import { answerList } from './list.ts';
import { readParameters } from './parameters.ts';
import { createRequestIds } from './request-ids.ts';
import { createRouter, type Route } from './route.ts';
import { createStore, type Store } from './store.ts';

/** How a mock behaves. */
export type MockOptions = WorldOptions & {
  /** The contract to execute. @default this package's own */
  readonly contract?: Contract;
  /** Refuse a query parameter that the contract does not name, instead of ignoring and reporting it. @default false */
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
  /** The answer to a request that could not be read, or that broke what stands around the mock. */
  readonly fail: (
    path: string,
    situation: 'malformed-request' | 'internal-error',
    status?: number,
    error?: unknown,
  ) => Reply;
  /** The rows of each list, by its name; changing them changes the next reply. */
  readonly stores: Readonly<Record<string, Store>>;
  /** Everything that a caller may send, in the shape of a credentials file. */
  readonly credentials: CredentialValues;
  readonly contract: Contract;
};

/** The header that names query parameters which the mock did not understand. */
const IGNORED_HEADER = 'X-Mock-Ignored-Parameters';

/** Builds a mock with a world of its own. */
export function createMock(options: MockOptions = {}): Mock {
  const contract = options.contract ?? loadContract();
  const { rows } = buildWorld(contract, options);
  const stores = new Map(
    contract.operations.map((operation) => [
      operation.list.name,
      createStore(operation, rows[operation.list.name] ?? []),
    ]),
  );
  const router = createRouter(contract.documents);
  const documents = new Map(contract.documents.map((document) => [document.name, document]));
  const access = accessOf(contract.credentials, options.anyKey === true);
  const cursors = createCursorCodec(`ads-contract-kit cursor ${options.seed ?? 1}`);
  const nextRequestId = requestIds();

  const answer = (call: Call, matched: Route | undefined, document: ContractDocument, requestId: string): Reply => {
    // A path that is no operation's.
    if (matched === undefined) return failureReply(document, undocumented(document, 'unknown-path'), requestId);

    // A method that is not GET.
    const { operation, parameters } = matched;
    if (call.method !== 'GET' && call.method !== 'HEAD')
      return failureReply(document, undocumented(document, 'wrong-method'), requestId);

    // A caller who may not see this list.
    const refused = refuseCaller(operation, call, parameters, access);
    if (refused !== undefined) return failureReply(document, refused, requestId, operation);

    // A query that cannot be understood.
    const reading = readParameters(operation, call.query);
    if ('failure' in reading) return failureReply(document, reading.failure, requestId, operation);
    const { values, unknown } = reading.arguments;
    if (options.strict === true && unknown.length > 0) {
      const failure = refusal(operation, 'invalid-parameter', `No such parameter: ${unknown.join(', ')}.`);
      return failureReply(document, failure, requestId, operation);
    }

    // The list.
    const store = stores.get(operation.list.name);
    if (store === undefined) throw new Error(`There is no store of ${operation.list.name}.`);
    const url = `http://${call.headers.host ?? 'localhost'}${call.path}`;
    const list = answerList({ operation, store, cursors, values, url, query: call.query });
    if ('failure' in list) return failureReply(document, list.failure, requestId, operation);
    const ignored = unknown.length === 0 ? {} : { [IGNORED_HEADER]: headerList(unknown) };
    const headers = { ...standardHeaders(document, 200, requestId, operation), ...list.headers, ...ignored };
    return { status: 200, headers, body: list.body };
  };

  const fail: Mock['fail'] = (path, situation, status, error) => {
    const document = router.documentOf(path);
    const requestId = nextRequestId(document);
    if (error !== undefined) (options.onBug ?? printBug)(error, requestId);
    return failureReply(document, undocumented(document, situation, status), requestId);
  };

  return {
    handle: (call) => {
      const matched = router.find(call.path);
      const document = documents.get(matched?.operation.document ?? '') ?? router.documentOf(call.path);
      const requestId = nextRequestId(document);
      try {
        const reply = answer(call, matched, document, requestId);
        if (options.checkReplies === true) checkReply(matched?.operation, reply);
        return reply;
      } catch (error) {
        (options.onBug ?? printBug)(error, requestId);
        return failureReply(document, undocumented(document, 'internal-error'), requestId);
      }
    },
    fail,
    stores: Object.fromEntries(stores),
    credentials: credentialValues(contract),
    contract,
  };
}

/** A bug of the mock is told once, where its user looks, with the request that it belongs to. */
function printBug(error: unknown, requestId: string): void {
  process.stderr.write(
    `ads-kit mock: request ${requestId} met a bug of the mock.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
}

/** The names as a header can carry them, cut short where a client might refuse so long a header. */
function headerList(names: readonly string[]): string {
  const list = names.map(encodeURIComponent).join(', ');
  return list.length <= 1000 ? list : `${list.slice(0, 1000)}...`;
}

function checkReply(operation: Operation | undefined, { status, body }: Reply): void {
  const [broken] = operation?.reply(status)?.violations(body) ?? [];
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
