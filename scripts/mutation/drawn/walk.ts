// Looks at a list as a client does: page after page, to its end.
import type { Call, Reply } from '../../../mock/index.ts';
import { at, isRecord, placeParameter, type Row } from '../../../spec/index.ts';
import type { Handler } from '../../faults/built-in.ts';
import { nextOf } from './ledger.ts';
import { keptBy, type Scene } from './scene.ts';

/** One page of a walk: what was asked, and what came. */
export type Step = { readonly call: Call; readonly reply: Reply };

/** Pages that are asked for beyond one for each row. */
const BEYOND = 2;

/** The rows of a reply; none where it is no list. */
export function rowsIn({ operation }: Scene, { body }: Reply): readonly Row[] {
  const rows = isRecord(body) || Array.isArray(body) ? at(body, operation.list.items) : undefined;
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

/** All pages of the list that a call begins. Shorter pages than were asked for are followed to the end; what turns round is left. */
export function walkFrom(scene: Scene, handler: Handler, call: Call, size: number): readonly Step[] {
  const { paging } = scene.operation.list;
  const place = placeParameter(paging);
  const query = new URLSearchParams(call.query);
  const wasPlaced = place !== undefined && query.has(place);
  const rows = keptBy(scene, query).length;
  if (place !== undefined) query.delete(place);
  const steps: Step[] = [];
  const ask = (): Reply => {
    const next = { ...call, query: query.toString() };
    const reply = handler.handle(next);
    steps.push({ call: next, reply });
    return reply;
  };
  if (place === undefined || paging.style === 'none') {
    ask();
  } else if (paging.style === 'cursor') {
    const led = new Set<string>();
    for (let page = 0; page < rows + BEYOND; page++) {
      const next = nextOf(scene, ask());
      if (next === undefined || led.has(next)) break;
      led.add(next);
      query.set(place, next);
    }
  } else {
    const pages = Math.max(1, Math.ceil(rows / size));
    for (let page = 0; page < pages; page++) {
      // The first page is asked for as the call asks: by its number, or without one.
      if (page > 0 || wasPlaced) query.set(place, String(paging.style === 'page' ? paging.first + page : page * size));
      ask();
    }
  }
  return steps;
}
