// One document that is being read, and what its parts need to be read.
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Register } from '../meaning/clause.ts';
import type { ErrorShape } from '../meaning/error-shape.ts';
import type { Citation } from '../read/citation.ts';
import type { Mistakes } from './mistakes.ts';

/** A part of a document: an object whose members are checked where they are read. */
export type Node = Record<string, unknown>;

/** What compiles the schemas of a document. */
export type SchemaCompiler = Pick<Ajv2020, 'getSchema' | 'errorsText'>;

/** The vendor of a document (`x-api`). */
export type ApiName = {
  readonly name: string;
  readonly title: string;
  readonly facts?: string;
  readonly additive?: string;
};

export type DocumentSource = {
  /** The document's name, as messages and ajv know it. */
  readonly name: string;
  readonly api: ApiName;
  readonly document: Node;
  readonly ajv: SchemaCompiler;
  /** The build has checked the document: its schemas are compiled when they are first needed. */
  readonly checked: boolean;
  /** The clauses, those of the document itself included. */
  readonly register: Register;
  readonly mistakes: Mistakes;
};

/** One operation that is being read. */
export type OperationSource = DocumentSource & {
  readonly pointer: string;
  readonly cite: Citation;
  /** Whether the document has no register, so that every statement of it is a must. */
  readonly binding: boolean;
  readonly error: ErrorShape;
};
