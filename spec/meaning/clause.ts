// A documented statement: what it says, how binding it is, and what holds it.

/** `must`: stated by the documentation itself. `should`: by a weaker source. `open`: silence or contradiction. */
export type Level = 'must' | 'should' | 'open';

/** One documented statement. */
export type Clause = {
  readonly id: string;
  readonly level: Level;
  readonly page: string;
  readonly section: string;
  readonly statement: string;
  /** `schema`, `check:<id>` (several with spaces between them), `unobservable`, or `none` for what is open. */
  readonly holder: string;
  /** How we read an open matter, and what the mock does. */
  readonly reading?: string;
  /** Why the statement cannot be seen from outside. */
  readonly reason?: string;
};

/** All clauses by id, in the order of the register. */
export type Register = ReadonlyMap<string, Clause>;

/** The most binding level among some clauses; `fallback` where there are none. */
export function strictest(register: Register, ids: readonly string[], fallback: Level = 'must'): Level {
  const levels = ids.flatMap((id) => register.get(id)?.level ?? []);
  return (['must', 'should', 'open'] as const).find((level) => levels.includes(level)) ?? fallback;
}

/** Whether a check, or a schema where `check` is undefined, holds the clause. */
export function isHeldBy({ holder }: Clause, check: string | undefined): boolean {
  const wanted = check === undefined ? 'schema' : `check:${check}`;
  // Most clauses have one holder, and all of them are asked for by every check of every operation.
  return holder === wanted || (holder.includes(' ') && holder.split(' ').includes(wanted));
}

/** Whether a clause is of the operation's page, or of that of all operations of its vendor, and there not of filters of others. */
export function concerns(
  { id, page }: Clause,
  operation: { readonly page: string; readonly facts: string | undefined; readonly elsewhere: ReadonlySet<string> },
): boolean {
  return page === operation.page || (page === operation.facts && !operation.elsewhere.has(id));
}
