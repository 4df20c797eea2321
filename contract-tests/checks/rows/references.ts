// A row that names another row names one that exists, and agrees with it.
import { memberOf, type Reference, type Row } from '../../../spec/index.ts';
import { exchangesOf } from '../../http/exchange.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { type Context, targetOf } from '../../walk/context.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { narrowedTo, type Snapshot } from '../../walk/list-snapshot.ts';
import { keyOf, sameRow, sharedKeys } from '../../walk/rows.ts';
import type { Walk } from '../../walk/walk.ts';
import type { Check } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';
import { isInvalidIn } from './invalid-members.ts';
import { type BrokenReference, referenceFlaw } from './reference-flaws.ts';
import { wrongReferences } from './wrong-references.ts';

const id = 'references';
/** How often a broken reference must be seen before it is believed, in lists that may be changing. */
const SIGHTINGS = 3;
/** Pages of the part of a target list that is too long to be walked whole. */
const PART_PAGES = 2;

export const references: Check = {
  id,
  title: 'References lead to rows that exist and agree',
  applies: ({ references: stated }) => stated.length > 0,
  ask: async (context) => {
    const snapshot = await context.snapshot();
    const flaws: Flaw[] = [];
    const gaps = snapshot.rows.length === 0 ? [`needs one ${nounOf(context.operation)}`] : [];
    for (const reference of context.operation.references) {
      const target = targetOf(context, reference.to);
      const mayLack = await absenceOf(context, reference, (list) => list.snapshot());
      const look = target && (await lookAt(target, reference, snapshot.rows, mayLack));
      if (target === undefined || look === undefined)
        gaps.push(`${reference.from}: the list of ${reference.to}s could not be walked whole`);
      else {
        if (snapshot.rows.length > 0 && !snapshot.rows.some((row) => isTold(look, reference, row)))
          gaps.push(`${reference.from}: needs one ${nounOf(context.operation)} that names a listed ${reference.to}`);
        flaws.push(...(await lastingFlaws(context, target, reference, look)));
      }
    }
    return {
      flaws,
      gaps,
      message: `${context.operation.references.length} references of ${snapshot.rows.length} rows`,
    };
  },
};

/** The rows that references are looked up in, and which references can be looked up there. */
type Look = {
  readonly targets: Walk;
  readonly covers: (row: Row) => boolean;
  /** Whether the row that is named may be missing. */
  readonly mayLack: (row: Row) => boolean;
  readonly again: () => Promise<Walk>;
  /** Whether a member of a row that is named is wrong there. */
  readonly isWrong: (row: Row, member: string) => boolean;
};

/** Which rows may name one that is missing: those whose other reference leads nowhere, where the contract says so. */
async function absenceOf(
  context: Context,
  { missingWith }: Reference,
  listed: (list: Context) => Promise<Snapshot>,
): Promise<Look['mayLack']> {
  const other = context.operation.references.find(({ from }) => from === missingWith);
  if (other === undefined) return () => false;
  const target = targetOf(context, other.to);
  const list = target && (await listed(target));
  // Of a list that is not known whole nobody can say what is missing.
  if (list === undefined || !list.complete || narrowedTo(list).length > 0) return () => true;
  const known = new Set(list.rows.map((row) => memberOf(row, other.field)));
  return (row) => !known.has(memberOf(row, other.from));
}

/** Whether the row tells whether the reference holds. */
function isTold({ covers, mayLack, targets }: Look, { from, field }: Reference, row: Row): boolean {
  const named = memberOf(row, from);
  if (!covers(row) || named === undefined || named === null) return false;
  return !mayLack(row) || targets.rows.some((target) => memberOf(target, field) === named);
}

/** The whole target list; where that is too long, the part of it that most of the rows refer to. */
async function lookAt(
  target: Context,
  { agree }: Reference,
  rows: readonly Row[],
  mayLack: Look['mayLack'],
): Promise<Look | undefined> {
  const list = await target.snapshot();
  const isWrong = await wrongReferences(target);
  if (list.complete && narrowedTo(list).length === 0) {
    return {
      targets: list.walk,
      covers: () => true,
      mayLack,
      isWrong,
      again: async () => (await target.refresh()).walk,
    };
  }
  const { filters, list: meaning } = target.operation;
  const filter = filters.find((each) => agree.includes(each.field) && each.test === 'equals' && isId(each));
  const value = filter === undefined ? undefined : rows[0]?.[filter.field];
  if (filter === undefined || typeof value !== 'string') return undefined;
  const take = () => target.fresh([{ filter, values: [value] }], meaning.size?.maximum, { maxPages: PART_PAGES });
  const targets = await take();
  const covers = (row: Row) => row[filter.field] === value;
  return targets.stop === 'end' ? { targets, covers, mayLack, isWrong, again: take } : undefined;
}

/** The references that are broken in every look at both lists, the rows themselves unchanged. */
async function lastingFlaws(context: Context, target: Context, reference: Reference, look: Look): Promise<Flaw[]> {
  let rows = await context.snapshot();
  let { targets } = look;
  let broken = brokenIn(context, reference, look, rows.rows, targets.rows);
  for (let sighting = 1; sighting < SIGHTINGS && broken.length > 0; sighting += 1) {
    targets = await look.again();
    rows = await context.refresh();
    // What may be missing can have changed as well.
    const mayLack = await absenceOf(context, reference, (list) => list.refresh());
    if (targets.stop !== 'end') return [];
    const now = brokenIn(context, reference, { ...look, mayLack }, rows.rows, targets.rows);
    const again = new Map(now.map((each) => [idOf(context, each), each]));
    broken = broken.filter((each) => {
      const twin = again.get(idOf(context, each));
      return twin !== undefined && sameRow(twin.row, each.row);
    });
  }
  const seen = { context, target, reference, rows: rows.walk, targets };
  return broken.map((each) => referenceFlaw(id, seen, each));
}

function idOf(context: Context, { row, member }: BrokenReference): string {
  return `${keyOf(context.operation, row)} ${member}`;
}

function brokenIn(
  context: Context,
  { from, field, to, agree }: Reference,
  { covers, mayLack, isWrong }: Look,
  rows: readonly Row[],
  targets: readonly Row[],
): BrokenReference[] {
  // A row that some filter brings is there, though the whole list may lack it, which other checks tell.
  const seen = targetOf(context, to)?.walks.flatMap((walk) => walk.rows) ?? [];
  const byField = new Map([...seen, ...targets].map((row) => [memberOf(row, field), row]));
  const { operation, client } = context;
  const replies = { operation, exchanges: exchangesOf(operation, client.exchanges) };
  // One that does not say what it is may be the one that is named.
  const isBlurred = targets.some((row) => (memberOf(row, field) ?? null) === null);
  const shared = sharedKeys(targets, field);
  return rows.filter(covers).flatMap((row): BrokenReference[] => {
    const target = byField.get(row[from]);
    if (row[from] === undefined || (row[from] === null && target === undefined)) return [];
    if (target === undefined && (isBlurred || mayLack(row))) return [];
    // Of several that say to be it one may agree, and one may be another that is missed.
    if (shared.has(row[from]) || (target === undefined && shared.size > 0)) return [];
    if (target === undefined)
      return [{ row, member: from, target, expected: `the ${field} of a row in ${to}s`, received: shown(row[from]) }];
    return agree
      .filter((member) => row[member] !== undefined && row[member] !== target[member])
      .filter((member) => !isWrong(target, member) && !isInvalidIn(replies, row, member))
      .map((member) => ({
        row,
        member,
        target,
        expected: `${shown(target[member])}, as ${to} ${String(target[field])} has it`,
        received: `${shown(row[member])} in ${keyOf(context.operation, row)}`,
      }));
  });
}
