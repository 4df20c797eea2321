// What is loaded: documents, their operations, statements and credentials.
import type { Register } from '../meaning/clause.ts';
import type { Credential } from '../meaning/credential.ts';
import type { Operation } from '../meaning/operation.ts';
import type { ContractDocument } from './read-document.ts';

/** The loaded, checked documents. */
export type Contract = {
  readonly documents: readonly ContractDocument[];
  /** The operations of all documents. */
  readonly operations: readonly Operation[];
  /** The clauses of all documents. */
  readonly register: Register;
  /** Every credential that a user may give, each once. */
  readonly credentials: readonly Credential[];
};
