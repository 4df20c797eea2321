// Rows that are lost, given twice, left in, changed, or given in another order on one page than on the others.
import { memberOf, type Row } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import { ofList, withFact, withNext, withRows } from '../rewrite.ts';
import { keyOf } from '../scene.ts';
import { rowsIn } from '../walk.ts';
import { changing, type Maker, pick } from '../what.ts';

type Turn = (rows: readonly Row[], asked: Asked, chance: number) => readonly Row[];

/** Changes the rows of a page; the chance is drawn once, so that the same call gives the same rows. */
const turning =
  (says: string, turn: Turn): Maker =>
  (_scene, random) => {
    const chance = random();
    const start = changing((asked, reply) => {
      const rows = rowsIn(asked.scene, reply);
      return rows.length === 0 ? reply : withRows(asked, reply, turn(rows, asked, chance));
    });
    return { says, target: 'served', start };
  };

const placeOf = (rows: readonly unknown[], chance: number): number => Math.floor(chance * rows.length);

/** A row that the filters keep out. */
function outsider({ scene, kept }: Asked, chance: number): readonly Row[] {
  const out = scene.rows.filter((row) => !kept.includes(row));
  const row = out[placeOf(out, chance)];
  return row === undefined ? [] : [row];
}

const emptied: Maker = () => ({
  says: 'the list is empty',
  target: 'served',
  start: changing((asked, reply) => {
    const bare = withNext(asked, withRows(asked, reply, []), null);
    return withFact(
      asked,
      withFact(asked, bare, 'total', () => 0),
      'more',
      () => false,
    );
  }),
});

/** Pages of another order than the rest of the walk, which then no longer part the list. */
const ordered =
  (says: string, order: (rows: readonly Row[]) => readonly Row[]): Maker =>
  () => ({
    says,
    target: 'served',
    start: changing((asked, reply) => ofList(asked, reply, order(asked.kept))),
  });

/** A row that has the value of another row in a member by which the list is filtered. */
const foreignValue: Maker = ({ operation }, random) => {
  const filter = pick(operation.filters, random);
  if (filter === undefined || filter.field.startsWith('/')) return undefined;
  const { field } = filter;
  const chance = random();
  const start = changing((asked, reply) => {
    const rows = rowsIn(asked.scene, reply);
    const place = placeOf(rows, chance);
    const others = asked.scene.rows.filter((row) => memberOf(row, field) !== memberOf(rows[place] ?? {}, field));
    const other = others[placeOf(others, chance)];
    if (other === undefined) return reply;
    return withRows(
      asked,
      reply,
      rows.map((row, index) => (index === place ? { ...row, [field]: other[field] } : row)),
    );
  });
  return { says: `one row shows another row's ${field}`, target: 'served', start };
};

export const rowWhats: readonly Maker[] = [
  emptied,
  turning('the first row of the page is lost', (rows) => rows.slice(1)),
  turning('the last row of the page is lost', (rows) => rows.slice(0, -1)),
  turning('one row of the page is lost', (rows, _asked, chance) =>
    rows.filter((_, index) => index !== placeOf(rows, chance)),
  ),
  turning('a row that the filters keep out stands behind the others', (rows, asked, chance) => [
    ...rows,
    ...outsider(asked, chance),
  ]),
  turning('a row that the filters keep out stands in place of the last', (rows, asked, chance) => [
    ...rows.slice(0, -1),
    ...outsider(asked, chance),
  ]),
  turning('the first row stands at the end once more', (rows) => [...rows, ...rows.slice(0, 1)]),
  turning('the first row stands in place of the last', (rows) => [...rows.slice(0, -1), ...rows.slice(0, 1)]),
  turning('one row of every ten is lost, by its key', (rows, { scene }, chance) =>
    rows.filter((row) => (lettersOf(keyOf(scene, row)) + placeOf([...'0123456789'], chance)) % 10 !== 0),
  ),
  ordered('the page is cut out of the list in reverse', (rows) => [...rows].reverse()),
  ordered('the page is cut one row further on', (rows) => [...rows.slice(1), ...rows.slice(0, 1)]),
  ordered('the page is cut out of the list with its halves exchanged', (rows) => {
    const half = Math.ceil(rows.length / 2);
    return [...rows.slice(half), ...rows.slice(0, half)];
  }),
  foreignValue,
];

function lettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}
