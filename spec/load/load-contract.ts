// Loads contracts: reads documents, checks every word, compiles every schema, and refuses what is not understood.

import { basename, dirname, join } from 'node:path';
import type { Clause, Register } from '../meaning/clause.ts';
import type { Operation } from '../meaning/operation.ts';
import { cached } from '../schema/cached.ts';
import type { Contract } from './contract.ts';
import { ContractError, type Mistake } from './contract-error.ts';
import { nameCredentials } from './name-credentials.ts';
import { withOwnNames } from './own-names.ts';
import { type ContractDocument, readContractDocument } from './read-document.ts';
import { readFile, readOwnFile, type SourceFile } from './read-file.ts';
import { readRegister } from './read-register.ts';

/** This package's own documents, as they are named under spec/. */
export const OWN_DOCUMENTS: readonly string[] = ['layers.yaml', 'klayrai.yaml'];

/**
 * Loads the documents in these files; without any, this package's own. A register that a document names is looked for
 * beside it. Throws a ContractError with every mistake, each with its file, line, pointer and advice.
 */
export function loadContract(...files: readonly string[]): Contract {
  const open = (file: string): SourceFile => readFile(file);
  const sources = files.length > 0 ? files.map(open) : OWN_DOCUMENTS.map(readOwnFile);
  const register = (beside: SourceFile, name: string) =>
    files.length > 0 ? readFile(join(dirname(beside.name), name)) : readOwnFile(name);
  return readContract(sources, register);
}

/** Reads parsed documents; `openRegister` finds the register that a document names. */
export function readContract(
  sources: readonly SourceFile[],
  openRegister: (beside: SourceFile, name: string) => SourceFile = (beside, name) => {
    throw new ContractError([
      { file: beside.name, pointer: '/x-api/register', advice: `The register ${name} was not given.` },
    ]);
  },
): Contract {
  const registers = new Map<string, Register>();
  const registerOf = (source: SourceFile, name: string): Register => {
    const file = openRegister(source, name);
    return cached(registers, file.name, () => readRegister(file));
  };
  const errors: ContractError[] = [];
  const read = sources.flatMap((source) => {
    try {
      return [readContractDocument(source, documentName(source, sources), (name) => registerOf(source, name))];
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      errors.push(error);
      return [];
    }
  });
  // A register that two documents name is wrong once.
  const mistakes = new Map(errors.flatMap((error) => error.mistakes).map((each) => [JSON.stringify(each), each]));
  if (mistakes.size > 0) throw new ContractError([...mistakes.values()]);
  const documents = withOwnNames(read);
  const operations = documents.flatMap((document) => document.operations);
  const sourceOf = (name: string) => sources.find((source) => documentName(source, sources) === name);
  checkPaths(operations, sourceOf);
  return nameCredentials({
    documents,
    operations,
    register: joinedRegister(documents, sourceOf),
    credentials: documents.flatMap(({ credentials }) => credentials),
  });
}

/** The clauses of all documents. Throws a ContractError where two registers give one id to two statements. */
function joinedRegister(
  documents: readonly ContractDocument[],
  sourceOf: (document: string) => SourceFile | undefined,
): Register {
  const joined = new Map<string, Clause>();
  for (const { name, register } of documents) {
    for (const [id, clause] of register) {
      const other = joined.get(id);
      if (other !== undefined && other !== clause && other.statement !== clause.statement) {
        const advice = `${id} is a clause of another document's register too. Give each register ids of its own.`;
        const source = sourceOf(name);
        const pointer = '/x-api/register';
        throw new ContractError([{ file: source?.name ?? name, pointer, line: source?.lineOf(pointer), advice }]);
      }
      joined.set(id, clause);
    }
  }
  return joined;
}

/** The file's name; with its folder where two files have the same. */
function documentName(source: SourceFile, all: readonly SourceFile[]): string {
  const name = basename(source.name);
  return all.filter((each) => basename(each.name) === name).length > 1 ? source.name : name;
}

/** One port serves all documents, so no two operations may have the same path. */
function checkPaths(operations: readonly Operation[], sourceOf: (document: string) => SourceFile | undefined): void {
  const shape = ({ path }: Operation) => path.replaceAll(/\{[^}]+\}/g, '{}');
  const mistakes = operations.flatMap((operation, index): Mistake[] => {
    const { document, pointer } = operation;
    const other = operations.slice(0, index).find((each) => shape(each) === shape(operation));
    if (other === undefined) return [];
    const source = sourceOf(document);
    const advice = `${other.document} already has an operation on ${other.path}. Load one of them at a time.`;
    return [{ file: source?.name ?? document, pointer, line: source?.lineOf(pointer), advice }];
  });
  if (mistakes.length > 0) throw new ContractError(mistakes);
}
