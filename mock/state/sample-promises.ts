// For tests: what the contract promises of all rows of all lists, and what a mock holds, to be compared before and after.
import { isRecord, keepsRule, memberOf, type Operation, type Row, withValue } from '../../spec/index.ts';
import type { Control } from '../control/client.ts';
import type { Core } from '../core.ts';
import type { Mock } from '../mock.ts';

type Rows = Readonly<Record<string, readonly Row[]>>;

/** All rows of a session by the name of their list, in their order. */
export function allRows({ sessions }: Core, session?: string): Rows {
  const stores = sessions.of(session)?.state.stores ?? {};
  return Object.fromEntries(
    Object.entries(stores).map(([name, store]) => [
      name,
      store.select({ values: new Map(), bare: true, limit: Number.POSITIVE_INFINITY }),
    ]),
  );
}

/** A sentence for each promise that the rows of a session break. */
export function brokenPromises(mock: Core, session?: string): readonly string[] {
  const rows = allRows(mock, session);
  return mock.contract.operations.flatMap((operation) => {
    const own = rows[operation.list.name] ?? [];
    const found = [
      ...brokenSchema(operation, own),
      ...brokenUnique(operation, own),
      ...brokenRules(operation, own),
      ...brokenReferences(mock, operation, rows),
    ];
    return found.map((sentence) => `${operation.list.name}: ${sentence}`);
  });
}

function brokenSchema({ list, envelope, reply }: Operation, rows: readonly Row[]): string[] {
  const body = withValue(structuredClone(envelope), list.items, rows);
  const broken = (reply(200)?.violations(body) ?? []).filter(({ pointer }) => pointer.startsWith(`${list.items}/`));
  return [
    ...broken.map(({ pointer, expected }) => `${pointer} must be ${expected}`),
    ...(reply(200)?.undocumented(body) ?? []).map((pointer) => `${pointer} is not documented`),
  ];
}

function brokenUnique({ list }: Operation, rows: readonly Row[]): string[] {
  return [list.key, ...list.unique].flatMap((member) => {
    const values = rows.map((row) => memberOf(row, member)).filter((value) => value !== null && value !== undefined);
    return new Set(values.map((value) => (member === list.key ? String(value) : value))).size === values.length
      ? []
      : [`two rows share a ${member}`];
  });
}

function brokenRules({ list, rules }: Operation, rows: readonly Row[]): string[] {
  return rules.flatMap((rule) =>
    rows
      .filter((row) => !keepsRule(rule, row))
      .map((row) => `${String(row[list.key])}: ${rule.field} is not ${rule.test} ${rule.other}`),
  );
}

function brokenReferences({ contract }: Core, { list, document, references }: Operation, rows: Rows): string[] {
  return references.flatMap(({ from, to, field, agree }) => {
    const parents = contract.operations.find((each) => each.document === document && each.list.resource === to);
    const byField = new Map((rows[parents?.list.name ?? ''] ?? []).map((row) => [row[field], row]));
    return (rows[list.name] ?? []).flatMap((row) => {
      if (row[from] === null || row[from] === undefined) return [];
      const parent = byField.get(row[from]);
      const other = parent === undefined ? from : agree.find((member) => parent[member] !== row[member]);
      return other === undefined ? [] : [`${String(row[list.key])}: ${other} is not that of a ${to}`];
    });
  });
}

/** Everything of a session that a refused change must leave as it was, the time of a clock that stands among it. */
export function everythingOf(mock: Core, session?: string): object {
  const found = mock.sessions.of(session);
  const { clock, faults, scheduled, tier, scenario, seed, left } = found?.state ?? {};
  return {
    rows: allRows(mock, session),
    now: clock?.frozen() === true ? clock.now() : undefined,
    frozen: clock?.frozen(),
    faults: faults?.map(({ settings, left: calls }) => ({ ...settings, calls })),
    scheduled: structuredClone(scheduled),
    left: left?.map(({ list, rows }) => [list, rows.length]),
    world: [tier, scenario, seed],
    snapshots: [...(found?.snapshots.keys() ?? [])],
    journal: found?.journal.entries().map(({ id }) => id),
  };
}

/** The first row that is like this one in the given members. Throws where there is none. */
export function rowLike(mock: Core, list: string, wanted: Row, session?: string): Row {
  const rows = allRows(mock, session)[list] ?? [];
  const found = rows.find((row) => Object.keys(wanted).every((name) => row[name] === wanted[name]));
  if (!isRecord(found)) throw new Error(`No row of ${list} is like ${JSON.stringify(wanted)}.`);
  return found;
}

/** The key of a row that is so; its status is made so. */
export async function keyOf({ mock, name, control }: Place, list: string, { status, ...wanted }: Row): Promise<string> {
  const operation = mock.contract.operations.find((each) => each.list.name === list);
  const key = String(rowLike(mock, list, wanted, name)[operation?.list.key ?? '']);
  if (status !== undefined) await control.change(list, key, { status });
  return key;
}

/** A session of its own for each test, of one mock. */
export type Place = { readonly mock: Core; readonly name: string; readonly control: Control };

/** Begins sessions of a mock. */
export function placesIn(mock: Core & Pick<Mock, 'session'>): () => Place {
  return () => {
    const { name, control } = mock.session();
    return { mock, name, control };
  };
}
