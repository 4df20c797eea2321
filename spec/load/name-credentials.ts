// Gives every credential of a contract an option and a variable of its own, wherever the contract holds it.
import { type Credential, distinctCredentials } from '../meaning/credential.ts';
import type { Operation } from '../meaning/operation.ts';
import type { Contract } from './contract.ts';

/** The contract with its credentials named beside each other, and beside the options that are taken already. */
export function nameCredentials(contract: Contract, taken: readonly string[] = []): Contract {
  const credentials = distinctCredentials(contract.credentials, taken);
  const named = (credential: Credential): Credential => {
    const own = credentials.find(({ api, name }) => api === credential.api && name === credential.name);
    return own === undefined ? credential : { ...credential, option: own.option, variable: own.variable };
  };
  const operations = contract.operations.map((operation) => withNames(operation, named));
  return {
    ...contract,
    documents: contract.documents.map((document) => ({
      ...document,
      operations: operations.filter((each) => each.document === document.name),
      credentials: document.credentials.map(named),
    })),
    operations,
    credentials,
  };
}

function withNames(operation: Operation, named: (credential: Credential) => Credential): Operation {
  const { security, tenants } = operation;
  return {
    ...operation,
    security: {
      ...security,
      alternatives: security.alternatives.map(({ scheme, scopes }) => ({
        scheme: {
          ...scheme,
          credentials: Object.fromEntries(
            Object.entries(scheme.credentials).map(([role, each]) => [role, named(each)]),
          ),
        },
        scopes,
      })),
    },
    tenants: tenants.map(({ own, foreign, ...tenant }) => ({
      ...tenant,
      own: named(own),
      ...(foreign === undefined ? {} : { foreign: named(foreign) }),
    })),
  };
}
