// The classes of a filter by instant: around the instants that rows have, before and after all of them, and how it is written.
import { type Filter, instant, memberOf } from '../../../../spec/index.ts';
import type { Setting } from '../draft.ts';
import { type Class, someOf } from '../factor.ts';
import { keptBy, type Scene } from '../scene.ts';

const SECOND = 1000;
const FRACTION = 500;
const DAY = 86_400_000;

export function instantClasses({ rows }: Scene, { name, field }: Filter): readonly Class[] {
  const timeOf = (row: (typeof rows)[number]) => instant(memberOf(row, field));
  const times = [...new Set(rows.map(timeOf))].filter((time) => !Number.isNaN(time)).sort((one, other) => one - other);
  const [oldest = 0, newest = 0] = [times[0], times.at(-1)];
  const has = (time: number) => times.includes(time);
  /** A place of the draft's own rows, moved and written in some way. */
  const near =
    (place: number, shift: number, write: (time: number) => string = written): Setting =>
    ({ query }, scene) => {
      const own = [...new Set(keptBy(scene, query, name).map(timeOf))].sort((one, other) => one - other);
      const time = someOf(own.length === 0 ? times : own)[place] ?? oldest;
      query.set(name, write(time + shift));
    };
  const around = (shift: number, write?: (time: number) => string) =>
    [0, 1, 2].map((place) => near(place, shift, write));
  const one = (
    says: string,
    isMeant: (time: number, text: string) => boolean,
    settings: readonly Setting[],
  ): Class => ({
    factor: name,
    says,
    holds: ({ query }) => {
      const [text = '', ...more] = query.getAll(name);
      const time = instant(text);
      return more.length === 0 && !Number.isNaN(time) && isMeant(time, text);
    },
    settings,
  });
  return [
    one('is before the oldest row', (time) => time < oldest, [
      ({ query }) => query.set(name, written(oldest - 400 * DAY)),
      ({ query }) => query.set(name, written(oldest - SECOND)),
    ]),
    one('is past the newest row', (time) => time > newest, [
      ({ query }) => query.set(name, written(newest + SECOND)),
      ({ query }) => query.set(name, written(newest + 400 * DAY)),
    ]),
    one('is the instant of a row', has, around(0)),
    one('is the instant of the oldest row', (time) => time === oldest, [
      ({ query }) => query.set(name, written(oldest)),
    ]),
    one('is the instant of the newest row', (time) => time === newest, [
      ({ query }) => query.set(name, written(newest)),
    ]),
    one('is a second before a row', (time) => has(time + SECOND) && !has(time), around(-SECOND)),
    one('is a second after a row', (time) => has(time - SECOND) && !has(time), around(SECOND)),
    one(
      'is far from any row',
      (time) => time > oldest && time < newest && times.every((each) => Math.abs(each - time) > SECOND),
      around(DAY / 2),
    ),
    one(
      'is a fraction of a second before a row',
      (time) => isFraction(time) && has(Math.ceil(time / SECOND) * SECOND),
      around(-FRACTION, precise),
    ),
    one(
      'is a fraction of a second after a row',
      (time) => isFraction(time) && has(Math.floor(time / SECOND) * SECOND),
      around(FRACTION, precise),
    ),
    one('is written with fraction digits', (_, text) => /\.\d/.test(text), around(0, precise)),
    one('is written in another zone', (_, text) => /[+-]\d\d:\d\d$/.test(text), around(0, zoned)),
  ];
}

const isFraction = (time: number): boolean => time % SECOND !== 0;
const precise = (time: number): string => new Date(time).toISOString();
const written = (time: number): string => precise(time).replace(/\.\d+/, '');
const zoned = (time: number): string => written(time + 2 * 3_600_000).replace('Z', '+02:00');
