// Finding a member in a reply by its path, and giving it another value in one row.
import { isRecord, type Row } from '../../spec/index.ts';
import { bodies } from './answer.ts';
import type { Wrap } from './fault.ts';
import { LISTS, type ListName } from './lists.ts';
import { everyRow } from './world.ts';

/** What is changed, and in which row. */
type Mutation = {
  /** Names from the body inwards; `*` stands for the elements of an array. */
  readonly path: readonly string[];
  /** Which of the rows that have the member. */
  readonly place: 'first' | 'middle';
  readonly turn: (value: unknown) => unknown;
};

/** Changes the member in one row of the world, wherever it is shown, or in the envelope of every reply. */
export const mutating =
  ({ path, place, turn }: Mutation): Wrap =>
  (handler, mock) =>
    bodies((body, { list }) => {
      const { items, key } = LISTS[list];
      const [outer, row, ...inner] = path;
      if (outer !== items || row !== '*') return changedAt(body, path, turn);
      const shown = everyRow(mock, list).filter((each) => reaches(each, inner));
      const chosen = shown[place === 'first' ? 0 : Math.floor(shown.length / 2)];
      const rows = (body[items] as readonly Row[]).map((each) =>
        each[key] === chosen?.[key] ? changedAt(each, inner, turn) : each,
      );
      return { ...body, [items]: rows };
    })(handler, mock);

/** Members that the mock never shows cannot be changed. */
export function hasMember(list: ListName, path: readonly string[]): boolean {
  return !(list === 'accounts' && path[0] === 'meta') && !(list === 'adAccounts' && path[0] === 'nextCursor');
}

/** Whether the path leads to a member; the last one may be null. */
function reaches(value: unknown, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  if (name === '*') return Array.isArray(value) && value.length > 0 && reaches(value[0], rest);
  return isRecord(value) && name in value && reaches(value[name], rest);
}

function changedAt(value: unknown, path: readonly string[], turn: (value: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return turn(value);
  if (name === '*')
    return Array.isArray(value)
      ? value.map((each, index) => (index === 0 ? changedAt(each, rest, turn) : each))
      : value;
  if (!isRecord(value) || !(name in value)) return value;
  const changed = changedAt(value[name], rest, turn);
  const { [name]: _, ...others } = value;
  return changed === undefined ? others : { ...value, [name]: changed };
}
