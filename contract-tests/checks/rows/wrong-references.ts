// Rows that are named by others and are wrong themselves: what others are told to have in common with them is told of them alone.
import { memberOf, type Row } from '../../../spec/index.ts';
import { type Context, targetOf } from '../../walk/context.ts';
import { narrowedTo } from '../../walk/list-snapshot.ts';

/** Tells of a row of the list whether a member leads nowhere, or is not that of a row which it names. Only lists that are known whole tell. */
export async function wrongReferences(list: Context): Promise<(row: Row, member: string) => boolean> {
  const known = await Promise.all(
    list.operation.references.map(async (reference) => {
      const snapshot = await targetOf(list, reference.to)?.snapshot();
      const isWhole = snapshot?.complete === true && narrowedTo(snapshot).length === 0;
      return isWhole
        ? { reference, named: new Map(snapshot.rows.map((row) => [memberOf(row, reference.field), row])) }
        : undefined;
    }),
  );
  return (row, member) =>
    known.some((each) => {
      if (each === undefined) return false;
      const { from, agree } = each.reference;
      const there = each.named.get(memberOf(row, from));
      return there === undefined ? from === member : agree.includes(member) && there[member] !== row[member];
    });
}
