// Rows that are named by others and are wrong themselves: what others are told to have in common with them is told of them alone.
import { memberOf, type Reference, type Row } from '../../../spec/index.ts';
import { exchangesOf } from '../../http/exchange.ts';
import { type Context, targetOf } from '../../walk/context.ts';
import { narrowedTo } from '../../walk/list-snapshot.ts';
import { isInvalidIn } from './invalid-members.ts';

/** Tells of a row of the list whether its schema does not allow a member, or it leads nowhere, or is not that of a row which it names. Only lists that are known whole tell. */
export async function wrongReferences(list: Context): Promise<(row: Row, member: string) => boolean> {
  const known: { readonly reference: Reference; readonly named: ReadonlyMap<unknown, Row> }[] = [];
  for (const reference of list.operation.references) {
    const snapshot = await targetOf(list, reference.to)?.snapshot();
    if (snapshot?.complete === true && narrowedTo(snapshot).length === 0)
      known.push({ reference, named: new Map(snapshot.rows.map((row) => [memberOf(row, reference.field), row])) });
  }
  const { operation, client } = list;
  const replies = { operation, exchanges: exchangesOf(operation, client.exchanges) };
  return (row, member) =>
    isInvalidIn(replies, row, member) ||
    known.some(({ reference: { from, agree }, named }) => {
      const there = named.get(memberOf(row, from));
      return there === undefined ? from === member : agree.includes(member) && there[member] !== row[member];
    });
}
