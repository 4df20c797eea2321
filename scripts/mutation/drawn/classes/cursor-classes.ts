// The classes of a cursor that this list never issued.
import { placeParameter } from '../../../../spec/index.ts';
import { callOf, copyOf, type Draft, plainDraft, type Setting } from '../draft.ts';
import type { Class, Factor } from '../factor.ts';
import { type CursorKind, nextOf } from '../ledger.ts';
import { LIKENESSES, likeTo } from '../likeness.ts';
import { type Scene, sceneOf } from '../scene.ts';

export const BAD_CURSOR = 'cursor';

/** The factor of bad cursors; undefined where pages have none. What is done with one of another query is left open. */
export function cursorFactor(scene: Scene): Factor | undefined {
  const { paging } = scene.operation.list;
  if (paging.style !== 'cursor') return undefined;
  const of = (kind: CursorKind, settings: readonly Setting[]): Class => ({
    factor: BAD_CURSOR,
    says: kind === 'invented' ? 'is invented' : kind.startsWith('of') ? `is one ${kind}` : `is ${kind}`,
    holds: ({ cursor }) => cursor?.kind === kind,
    settings,
  });
  const asking =
    (text: string): Setting =>
    ({ query }) =>
      query.set(paging.cursor, text);
  return {
    name: BAD_CURSOR,
    classes: [
      of('empty', [asking('')]),
      ...LIKENESSES.map((likeness) =>
        of(
          likeness,
          [0, 1].map((place) => (draft, at, ask) => {
            const genuine = genuineCursor(draft, at, ask);
            const text = genuine === undefined ? undefined : likeTo(genuine, likeness)[place];
            if (text !== undefined) draft.query.set(paging.cursor, text);
          }),
        ),
      ),
      of('of another list', [
        (draft, at, ask) => {
          const genuine = cursorOfAnotherList(at, ask);
          if (genuine !== undefined) draft.query.set(paging.cursor, genuine);
        },
      ]),
      of('too long', [asking('A'.repeat(3000))]),
      of('invented', [asking('not-a-cursor'), asking('eyJvIjoxMDB9'), asking('100'), asking('%00"\u00e9')]),
    ],
  };
}

/** A cursor of the same query, or of the plain list where one page holds all of it. */
function genuineCursor(draft: Draft, scene: Scene, ask: Parameters<Setting>[2]): string | undefined {
  const name = placeParameter(scene.operation.list.paging) ?? '';
  const one = copyOf(draft);
  one.query.delete(name);
  return firstCursor(one, scene, ask) ?? firstCursor(plainDraft(scene), scene, ask);
}

function firstCursor(draft: Draft, scene: Scene, ask: Parameters<Setting>[2]): string | undefined {
  const { paging, size } = scene.operation.list;
  if (paging.limit !== undefined && size !== undefined) draft.query.set(paging.limit, String(size.minimum));
  return nextOf(scene, ask(callOf(draft)));
}

function cursorOfAnotherList(scene: Scene, ask: Parameters<Setting>[2]): string | undefined {
  const { contract } = scene.mock;
  const others = contract.operations.filter(
    ({ api, id, list }) => api === scene.operation.api && id !== scene.operation.id && list.paging.style === 'cursor',
  );
  for (const { id } of others) {
    const other = sceneOf(scene.mock, id);
    const cursor = firstCursor(plainDraft(other), other, ask);
    if (cursor !== undefined) return cursor;
  }
  return undefined;
}
