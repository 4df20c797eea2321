// What a reply says of its page, where it leads on, and how many rows it holds.
import type { PageFacts } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import { nextOf } from '../ledger.ts';
import { asking, withFact, withNext } from '../rewrite.ts';
import { changing, type Maker } from '../what.ts';

/** Says something else of the page. */
const telling =
  (fact: keyof PageFacts, says: string, turn: (value: unknown) => unknown): Maker =>
  ({ operation }) =>
    operation.list.paging.tells[fact] === undefined
      ? undefined
      : { says, target: 'served', start: changing((asked, reply) => withFact(asked, reply, fact, turn)) };

const add = (more: number) => (value: unknown) => Math.max(0, Number(value) + more);

/** Cuts the page for another size than the one that is asked for. */
const sized =
  (says: string, choose: (size: number, usual: number) => number): Maker =>
  ({ operation }) => {
    const { paging, size: bounds } = operation.list;
    const name = paging.limit;
    if (name === undefined || bounds === undefined) return undefined;
    const { minimum, maximum, default: usual } = bounds;
    const start = changing((asked, reply, again) => {
      const size = Math.min(maximum ?? Number.POSITIVE_INFINITY, Math.max(minimum, choose(asked.size, usual)));
      const other = again(asking(asked, (query) => query.set(name, String(size))));
      // What is told of the size stays that of the question, as it is where only the rows are cut wrongly.
      return other.status === 200 ? withFact(asked, other, 'limit', () => asked.size) : reply;
    });
    return { says, target: 'served', start };
  };

const cursors = ({ operation }: Asked['scene']): boolean => operation.list.paging.style === 'cursor';

const ending: Maker = (scene) =>
  cursors(scene)
    ? {
        says: 'the list ends with this page, though more rows follow',
        target: 'served',
        start: changing((asked, reply) => withNext(asked, reply, null)),
      }
    : undefined;

const turningRound: Maker = (scene) =>
  cursors(scene)
    ? {
        says: 'the cursor of the next page leads to this page once more',
        target: 'served',
        start: changing((asked, reply) =>
          nextOf(asked.scene, reply) === undefined || asked.place === undefined
            ? reply
            : withNext(asked, reply, asked.place),
        ),
      }
    : undefined;

const skipping: Maker = (scene) =>
  cursors(scene)
    ? {
        says: 'the cursor of the next page leads to the page behind it',
        target: 'served',
        start: changing((asked, reply, again) => {
          const { paging } = asked.scene.operation.list;
          const next = nextOf(asked.scene, reply);
          if (next === undefined || paging.style !== 'cursor') return reply;
          const behind = nextOf(asked.scene, again(asking(asked, (query) => query.set(paging.cursor, next))));
          return withNext(asked, reply, behind ?? null);
        }),
      }
    : undefined;

export const pagingWhats: readonly Maker[] = [
  telling('total', 'the total is one too high', add(1)),
  telling('total', 'the total is one too low', add(-1)),
  telling('more', 'the reply says of more rows what is not so', (value) => value !== true),
  telling('page', 'the number of the page is one too high', add(1)),
  telling('limit', 'the page size that is told is one too low', add(-1)),
  sized('the page holds one row fewer than asked for', (size) => size - 1),
  sized('the page holds one row more than asked for', (size) => size + 1),
  sized('the page holds as many rows as one that is given no size', (_size, usual) => usual),
  sized('the page holds half the rows that are asked for', (size) => Math.floor(size / 2)),
  ending,
  turningRound,
  skipping,
];
