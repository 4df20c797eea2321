// A call to a list as the model sees it: which rows it is about, where its page stands, and who asks.
import type { Call } from '../../../mock/index.ts';
import { placeParameter, type Row } from '../../../spec/index.ts';
import { tenantIn, type Who, whoAsks } from './caller.ts';
import type { Cursor, Ledger } from './ledger.ts';
import { keptBy, type Scene } from './scene.ts';

export type Asked = {
  readonly scene: Scene;
  readonly call: Call;
  readonly query: URLSearchParams;
  /** The rows that pass the filters. */
  readonly kept: readonly Row[];
  /** Rows a page holds; infinite for a list that comes in one reply. */
  readonly size: number;
  /** The place parameter as it was sent. */
  readonly place: string | undefined;
  /** What the cursor is, in a list that has cursors and a call that has one. */
  readonly cursor: Cursor | undefined;
  /** How many rows stand before the page; undefined where the place is nowhere. */
  readonly offset: number | undefined;
  readonly who: Who;
  readonly tenant: 'own' | 'foreign' | 'like own' | 'unlike own';
};

/** Reads a call to the operation of the scene. */
export function readCall(scene: Scene, call: Call, ledger: Ledger): Asked {
  const { operation } = scene;
  const { paging, size: bounds } = operation.list;
  const query = new URLSearchParams(call.query);
  const sizeText = paging.limit === undefined ? undefined : query.get(paging.limit);
  const size = paging.style === 'none' ? Number.POSITIVE_INFINITY : Number(sizeText ?? bounds?.default ?? 20);
  const placeName = placeParameter(paging);
  const place = placeName === undefined ? undefined : (query.get(placeName) ?? undefined);
  const cursor = paging.style === 'cursor' && place !== undefined ? ledger.read(scene, query, place) : undefined;
  let kept: readonly Row[] | undefined;
  return {
    scene,
    call,
    query,
    get kept() {
      kept ??= keptBy(scene, query);
      return kept;
    },
    size,
    place,
    cursor,
    offset: offsetOf(paging, place, size, cursor),
    who: whoAsks(scene, call),
    tenant: tenantIn(scene, call),
  };
}

function offsetOf(
  paging: Scene['operation']['list']['paging'],
  place: string | undefined,
  size: number,
  cursor: Cursor | undefined,
): number | undefined {
  if (place === undefined) return 0;
  if (paging.style === 'page') return (Number(place) - paging.first) * size;
  if (paging.style === 'offset') return Number(place);
  return cursor?.offset;
}
