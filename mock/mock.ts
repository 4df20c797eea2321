// The mock itself: one function that turns a Call into a Reply. The life of a request is read here from top to bottom.
import { buildWorld, type Credentials, credentials, PROJECT_ALIASES, type WorldOptions } from '../fixtures/index.ts';
import { type Api, type Contracts, loadContracts, type Operation, type Resource } from '../spec/index.ts';
import { type Access, type Grant, refuseCaller } from './authenticate.ts';
import type { Call, Reply } from './call.ts';
import { createCursorCodec } from './cursor.ts';
import { failureReply, refusal, standardHeaders, undocumented } from './failure.ts';
import { listBody } from './list.ts';
import { readParameters } from './parameters.ts';
import { createRouter, vendorOf } from './route.ts';
import { createStore, type Store } from './store.ts';

/** How a mock behaves. */
export type MockOptions = WorldOptions & {
  /** The contract to execute. @default the one in spec/ */
  readonly contracts?: Contracts;
  /** Refuse a query parameter that the contract does not name, instead of ignoring and reporting it. @default false */
  readonly strict?: boolean;
  /** Accept every credential that is not empty. @default false */
  readonly anyKey?: boolean;
  /** Check every reply against its own schema, and answer 500 where it fails. For development. @default false */
  readonly checkReplies?: boolean;
};

export type Mock = {
  /** Answers one call. Never throws; a bug of the mock is a 500 in the vendor's own error shape. */
  readonly handle: (call: Call) => Reply;
  /** The rows of each list; changing them changes the next reply. */
  readonly stores: Readonly<Record<Resource, Store>>;
  readonly credentials: Credentials;
};

/** The header that names query parameters which the mock did not understand. */
const IGNORED_HEADER = 'X-Mock-Ignored-Parameters';

/** Builds a mock with a world of its own. */
export function createMock(options: MockOptions = {}): Mock {
  const contracts = options.contracts ?? loadContracts();
  const operations = [...contracts.layers.operations, ...contracts.klayrai.operations];
  const { rows } = buildWorld(contracts, options);
  const stores = Object.fromEntries(
    operations.map((operation) => [
      operation.list.resource,
      createStore(operation, rows[operation.list.resource as Resource]),
    ]),
  ) as Record<Resource, Store>;
  const route = createRouter(operations);
  const access = accessOf(contracts, options.anyKey === true);
  const cursors = createCursorCodec(`ads-contract-kit cursor ${options.seed ?? 1}`);
  const nextRequestId = createRequestIds();

  const answer = (call: Call, requestId: string): Reply => {
    // A path that is no operation's.
    const matched = route(call.path);
    const api = matched?.operation.api ?? vendorOf(call.path);
    if (matched === undefined) return failureReply(api, undocumented.unknownPath(api), requestId);

    // A method that is not GET.
    const { operation, parameters } = matched;
    if (call.method !== 'GET' && call.method !== 'HEAD')
      return failureReply(api, undocumented.wrongMethod(api), requestId);

    // A caller who may not see this list.
    const refused = refuseCaller(operation, call, parameters, access);
    if (refused !== undefined) return failureReply(api, refused, requestId);

    // A query that cannot be understood.
    const reading = readParameters(operation, call.query);
    if ('failure' in reading) return failureReply(api, reading.failure, requestId);
    const { values, unknown } = reading.arguments;
    if (options.strict === true && unknown.length > 0) {
      return failureReply(
        api,
        refusal(operation, 'invalid-parameter', `No such parameter: ${unknown.join(', ')}.`),
        requestId,
      );
    }

    // The list.
    const store = stores[operation.list.resource as Resource];
    const body = listBody({ operation, store, cursors, values });
    const ignored = unknown.length === 0 ? {} : { [IGNORED_HEADER]: headerList(unknown) };
    return { status: 200, headers: { ...standardHeaders(api, requestId), ...ignored }, body };
  };

  return {
    handle: (call) => {
      const requestId = nextRequestId();
      try {
        const reply = answer(call, requestId);
        if (options.checkReplies === true) checkReply(route(call.path)?.operation, reply);
        return reply;
      } catch {
        const api: Api = vendorOf(call.path);
        return failureReply(api, undocumented.bug(api), requestId);
      }
    },
    stores,
    credentials,
  };
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

function accessOf(contracts: Contracts, anyKey: boolean): Access {
  const { layers, klayrai } = credentials;
  const scopes = contracts.layers.operations.flatMap(({ security }) => security.scopes);
  const keys = {
    layers: new Map<string, Grant>([
      [layers.token, { scopes, state: 'active' }],
      [layers.noScopeToken, { scopes: [], state: 'active' }],
    ]),
    klayrai: new Map<string, Grant>([
      [klayrai.apiKey, { scopes: [], state: 'active' }],
      [klayrai.revokedKey, { scopes: [], state: 'revoked' }],
      [klayrai.noPlanKey, { scopes: [], state: 'no-plan' }],
    ]),
  };
  return {
    keys,
    tenants: new Set([layers.project, ...PROJECT_ALIASES]),
    foreign: new Set([layers.foreignProject]),
    anyKey,
  };
}

/** Request ids in the documented form, the same in every run: a ULID's digits include those of base 16, and not all of base 32. */
function createRequestIds(): () => string {
  let count = 0;
  return () => `req_01HXZ9G7KM${(count++).toString(16).toUpperCase().padStart(16, '0')}`;
}
