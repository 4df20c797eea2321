// The built-in contract as the faults know it: its vendors, lists and credentials, by name.
import { type Mock as AnyMock, createMock as createAnyMock, type MockOptions } from '../../mock/index.ts';
import { type Contract, type ContractDocument, loadContract, once } from '../../spec/index.ts';

/** The vendors. */
export type Api = 'layers' | 'klayrai';

/** The names of the lists. */
export type Resource = 'adAccount' | 'campaign' | 'adset' | 'ad' | 'account';

/** What a caller may send. */
type Credentials = {
  readonly layers: {
    readonly project: string;
    readonly token: string;
    readonly noScopeToken: string;
    readonly foreignProject: string;
  };
  readonly klayrai: { readonly apiKey: string; readonly revokedKey: string; readonly noPlanKey: string };
};

/** A mock of the built-in contract. */
export type Mock = Omit<AnyMock, 'stores' | 'credentials'> & {
  readonly stores: Readonly<Record<Resource, AnyMock['stores'][string]>>;
  readonly credentials: Credentials;
};

/** Whatever answers calls: a mock, or a mock behind a fault. */
export type Handler = Pick<Mock, 'handle'>;

/** Loading costs half a second, so all runs share one. */
export const sharedContract = once(() => loadContract());

/** A mock of the built-in contract, with a world of its own. */
export function createMock(options: MockOptions): Mock {
  return createAnyMock({ contract: sharedContract(), ...options }) as Mock;
}

/** The document of a vendor. */
export function documentOf({ documents }: Contract, api: Api): ContractDocument {
  const found = documents.find((document) => document.api === api);
  if (found === undefined) throw new Error(`The contract has no document of ${api}.`);
  return found;
}
