// Reads a register of clauses; notes an entry that is incomplete, and an id used twice.
import type { Clause, Register } from '../meaning/clause.ts';
import { isRecord } from '../schema/pointer.ts';
import { didYouMean } from '../words/nearest-name.ts';
import { ContractError } from './contract-error.ts';
import type { Node } from './document-source.ts';
import { createMistakes, type Mistakes } from './mistakes.ts';
import type { SourceFile } from './read-file.ts';

const LEVELS: readonly unknown[] = ['must', 'should', 'open'];
const HOLDER = /^(schema|unobservable|none|check:[a-z-]+)( (schema|check:[a-z-]+))*$/;
const MEMBERS = ['id', 'level', 'page', 'section', 'statement', 'holder'];

/** The register that a document names; its own mistakes are told among those of the document. */
export function namedRegister(
  document: Node,
  registerOf: (name: string) => Register,
  mistakes: Mistakes,
): Register | undefined | 'unreadable' {
  const { register, additive } = isRecord(document['x-api']) ? document['x-api'] : {};
  if (typeof register !== 'string') return undefined;
  try {
    const found = registerOf(register);
    if (typeof additive === 'string' && !found.has(additive))
      mistakes.add('/x-api/additive', `${additive} is no clause of the register.${didYouMean(additive, found.keys())}`);
    return found;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    mistakes.include(error);
    return 'unreadable';
  }
}

/** The register in a file. Throws a ContractError with every mistake in it. */
export function readRegister({ name, value, lineOf }: SourceFile): Register {
  const mistakes = createMistakes(name, lineOf);
  const register = new Map<string, Clause>();
  if (!Array.isArray(value)) mistakes.add('', 'The register must be a sequence of clauses.');
  for (const [index, entry] of (Array.isArray(value) ? value : []).entries()) {
    const clause = mistakes.attempt(() => readClause(entry, `/${index}`, mistakes));
    if (clause === undefined) continue;
    if (register.has(clause.id)) mistakes.add(`/${index}/id`, `${clause.id} is used twice.`);
    register.set(clause.id, clause);
  }
  mistakes.settle();
  return register;
}

function readClause(entry: unknown, pointer: string, { stop, add }: Mistakes): Clause {
  if (!isRecord(entry)) return stop(pointer, 'A clause must be a mapping.');
  for (const member of MEMBERS) {
    if (typeof entry[member] !== 'string') stop(`${pointer}/${member}`, `Give the clause a ${member}, as a string.`);
  }
  const clause = entry as Clause;
  if (!LEVELS.includes(clause.level)) add(`${pointer}/level`, 'The level must be must, should or open.');
  if (!HOLDER.test(clause.holder))
    add(`${pointer}/holder`, 'The holder must be schema, check:<id>, unobservable or none.');
  if (clause.level === 'open' && clause.reading === undefined)
    add(`${pointer}/reading`, 'Say how this open matter is read.');
  if (clause.level !== 'open' && clause.holder === 'none')
    add(`${pointer}/holder`, 'Only an open clause may have no holder.');
  if (clause.holder === 'unobservable' && clause.reason === undefined)
    add(`${pointer}/reason`, 'Say why this cannot be seen from outside.');
  return clause;
}
