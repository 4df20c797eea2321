// The register of documented statements: what each says, how binding it is, and what holds it.

import { ContractError } from './contract-error.ts';
import { isRecord } from './pointer.ts';

/** `must`: stated by one of the five pages. `should`: only by the facts files. `open`: silence or contradiction. */
export type Level = 'must' | 'should' | 'open';

/** One documented statement. */
export type Clause = {
  readonly id: string;
  readonly level: Level;
  readonly page: string;
  readonly section: string;
  readonly statement: string;
  /** `schema`, `check:<id>`, `unobservable`, or `none` for what is open. */
  readonly holder: string;
  /** How we read an open matter, and what the mock does. */
  readonly reading?: string;
  /** Why the statement cannot be seen from outside. */
  readonly reason?: string;
};

/** All clauses by id, in the order of the register. */
export type Register = ReadonlyMap<string, Clause>;

const LEVELS: readonly unknown[] = ['must', 'should', 'open'];
const HOLDER = /^(schema|unobservable|none|check:[a-z-]+)$/;

/** Reads the parsed register; refuses an entry that is incomplete, and an id used twice. */
export function readRegister(source: unknown): Register {
  if (!Array.isArray(source))
    throw new ContractError('clauses.yaml', '', 'The register must be a sequence of clauses.');
  const register = new Map<string, Clause>();
  for (const [index, entry] of source.entries()) {
    const clause = readClause(entry, `/${index}`);
    if (register.has(clause.id)) throw new ContractError('clauses.yaml', `/${index}/id`, `${clause.id} is used twice.`);
    register.set(clause.id, clause);
  }
  return register;
}

function readClause(entry: unknown, pointer: string): Clause {
  const refuse = (member: string, advice: string) => new ContractError('clauses.yaml', `${pointer}/${member}`, advice);
  if (!isRecord(entry)) throw new ContractError('clauses.yaml', pointer, 'A clause must be a mapping.');
  for (const member of ['id', 'level', 'page', 'section', 'statement', 'holder']) {
    if (typeof entry[member] !== 'string') throw refuse(member, `Give the clause a ${member}, as a string.`);
  }
  const clause = entry as Clause;
  if (!LEVELS.includes(clause.level)) throw refuse('level', 'The level must be must, should or open.');
  if (!HOLDER.test(clause.holder))
    throw refuse('holder', 'The holder must be schema, check:<id>, unobservable or none.');
  if (clause.level === 'open' && clause.reading === undefined)
    throw refuse('reading', 'Say how this open matter is read.');
  if (clause.level !== 'open' && clause.holder === 'none')
    throw refuse('holder', 'Only an open clause may have no holder.');
  if (clause.holder === 'unobservable' && clause.reason === undefined) {
    throw refuse('reason', 'Say why this cannot be seen from outside.');
  }
  return clause;
}

/** The most binding level among some clauses; `fallback` where there are none. */
export function strictest(register: Register, ids: readonly string[], fallback: Level = 'must'): Level {
  const levels = ids.flatMap((id) => register.get(id)?.level ?? []);
  return (['must', 'should', 'open'] as const).find((level) => levels.includes(level)) ?? fallback;
}
