// A cursor that is malformed or forged counts as none: the first page comes.

import { at, placeParameter } from '../../spec/index.ts';
import { queryOf } from '../arguments.ts';
import { type Check, cite } from '../check.ts';
import type { Exchange } from '../exchange.ts';
import { nounOf } from '../filter-gaps.ts';
import { filterTrials } from '../filter-trials.ts';
import { malformedCursors, tamperedCursors } from '../forged-cursor.ts';
import { ridesOn } from '../forged-rides.ts';
import { type Page, readPage, sizeParameter } from '../page.ts';
import { sizedWalks } from '../paging-walks.ts';
import { keyOf } from '../rows.ts';
import { asking, type Scene, turnOf } from '../scene.ts';
import type { Flaw } from '../verdict.ts';
import type { Walk } from '../walk.ts';

const id = 'bad-cursor';
/** How often first page and bad cursor are asked again, until the first page stands still around the answer. */
const TRIALS = 4;
/** How many malformed ones are tried at least. */
const LEAST = 2;
/** How many of those that did not ride well are judged. */
const DOUBTS = 3;

export const badCursor: Check = {
  id,
  title: 'A malformed or forged cursor gives the first page',
  applies: ({ list: { paging } }) => paging.style === 'cursor' && paging.badCursor !== 'open',
  run: async (scene) => {
    const walks = (await sizedWalks(scene, id)).map(({ walk }) => walk);
    await filterTrials(scene, id);
    // A walk of several pages, so that the first page differs from the others.
    const walk = walks.find(({ pages, size }) => pages.length > 1 && size !== undefined) ?? walks[0];
    if (walk === undefined)
      return { flaws: [], gaps: ['the whole list is too long for the budget of requests'], message: 'no walk' };
    const rides = ridesOn(scene);
    const genuine = walk.pages[0]?.next;
    const tampered = genuine === undefined ? [] : tamperedCursors(genuine);
    const malformed = malformedCursors(turnOf(scene));
    const flaws: Flaw[] = [];
    // What rode well on a filter has been answered; what did not is judged beside the same filter.
    for (const { cursor, name, args, size } of rides.filter(({ right }) => !right).slice(0, DOUBTS)) {
      const flaw = await judge(scene, await scene.walk(id, args, size), cursor, name);
      if (flaw !== undefined) flaws.push(flaw);
    }
    const untried = malformed.filter(({ cursor }) => !rides.some((each) => each.cursor === cursor));
    const few = [...tampered.slice(0, 1), ...untried.slice(0, Math.max(0, LEAST - rides.length))];
    const left = scene.depth === 'standard' ? few : [...malformed, ...tampered];
    for (const { cursor, name, certain } of left) {
      const flaw = await judge(scene, walk, cursor, name);
      if (flaw !== undefined && (certain || flaw.received.startsWith('status'))) flaws.push(flaw);
      else if (flaw !== undefined) scene.observe(`${name} → ${flaw.received}`);
    }
    const gaps = walk.rows.length < 2 ? [`needs two ${nounOf(scene.operation)}s, so that there is a second page`] : [];
    return { flaws, gaps, message: `${rides.length + left.length} bad cursors` };
  },
};

/** The first page before and after the bad cursor; only where both are alike is the answer judged. */
async function judge(scene: Scene, walk: Walk, cursor: string, name: string): Promise<Flaw | undefined> {
  let before = walk.pages[0];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const exchange = await send(scene, walk, cursor);
    if (exchange === undefined || before === undefined) return undefined;
    if (refused(scene)) return judgeRefused(scene, exchange, name);
    const page = readPage(exchange);
    if (exchange.status !== 200)
      return exchange.status >= 500 || exchange.status === 0
        ? undefined
        : flawOf(scene, name, `status ${exchange.status}`, [exchange]);
    if (beginAlike(scene, page, before)) return undefined;
    const after = (await scene.fresh(id, walk.args, walk.size, { maxPages: 1 })).pages[0];
    if (after === undefined) return undefined;
    if (sameKeys(scene, before, after))
      return flawOf(scene, name, describePage(scene, page), [exchange, after.exchange]);
    before = after;
  }
  return undefined;
}

/** Whether the documentation refuses a bad cursor, instead of counting it as none. */
function refused({ operation }: Scene): boolean {
  const { paging } = operation.list;
  return paging.style === 'cursor' && paging.badCursor === 'refused';
}

/** A documented refusal: its status, and its code. */
function judgeRefused(scene: Scene, exchange: Exchange, name: string): Flaw | undefined {
  const due = scene.operation.refusals['invalid-parameter'];
  if (due === undefined || exchange.status === 0 || exchange.status >= 500) return undefined;
  const { code } = scene.operation.error;
  const seen = code === undefined ? due.code : at(exchange.body, code);
  if (exchange.status === due.status && (seen === due.code || due.accept.some((each) => each === seen)))
    return undefined;
  const flaw = flawOf(scene, name, `status ${exchange.status}`, [exchange]);
  return { ...flaw, message: `${name} is not refused as documented`, expected: `status ${due.status}` };
}

function send(scene: Scene, walk: Walk, cursor: string): Promise<Exchange | undefined> {
  const { operation, client } = scene;
  const { paging } = operation.list;
  const query = queryOf(walk.args);
  const sizeName = sizeParameter(operation);
  if (walk.size !== undefined && sizeName !== undefined) query.push([sizeName, String(walk.size)]);
  if (paging.style === 'cursor') query.push([paging.cursor, cursor]);
  return client.send({ ...asking(scene, query), expect: refused(scene) ? 'refusal' : 'open' }, id);
}

function sameKeys(scene: Scene, one: Page, other: Page): boolean {
  return keysOf(scene, one).sort().join('\n') === keysOf(scene, other).sort().join('\n');
}

/** Whether both pages begin the list: with the same rows, or one of them, cut shorter, with the first of the other. */
function beginAlike(scene: Scene, one: Page, other: Page): boolean {
  const [short = [], long = []] = [keysOf(scene, one), keysOf(scene, other)].sort((a, b) => a.length - b.length);
  const isPrefix = short.length > 0 && short.every((key, index) => key === long[index]);
  return isPrefix || sameKeys(scene, one, other);
}

function keysOf({ operation }: Scene, { rows }: Page): string[] {
  return rows.map((row) => keyOf(operation, row));
}

function describePage(scene: Scene, { rows }: Page): string {
  const [first] = rows;
  return first === undefined ? 'an empty page' : `another page, which begins with ${keyOf(scene.operation, first)}`;
}

function flawOf(scene: Scene, name: string, received: string, exchanges: readonly Exchange[]): Flaw {
  const { paging } = scene.operation.list;
  const cursor = scene.operation.parameters.find((parameter) => parameter.name === placeParameter(paging));
  return {
    subject: cursor?.name ?? 'cursor',
    clauses: cite(id, scene, cursor?.clauses),
    level: 'must',
    message: `${name} does not give the first page`,
    expected: 'status 200 with the rows of the first page',
    received,
    exchanges,
  };
}
