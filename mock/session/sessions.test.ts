import { describe, expect, test } from 'vitest';
import { loadContract } from '../../spec/index.ts';
import { keepAnswers } from '../answer/kept-answers.ts';
import { createMock } from '../mock.ts';
import { beginWorld } from './begin-world.ts';
import { createSessions, SESSION_NAME, type SessionBounds } from './sessions.ts';

const contract = loadContract();
const world = beginWorld(contract, { scenario: 'one-page' }, { faults: [], tier: undefined, frozen: true });

function sessionsWith(bounds: SessionBounds) {
  let real = 0;
  const sessions = createSessions(world, keepAnswers(), bounds, () => real);
  return {
    sessions,
    wait: (time: number) => {
      real += time;
    },
  };
}

describe('sessions', () => {
  test('are made when they are asked for, and are the same from then on', () => {
    const { sessions } = sessionsWith({});
    const one = sessions.of('one');
    expect([sessions.of('one'), sessions.find('one'), sessions.find('two'), sessions.names()]).toEqual([
      one,
      one,
      undefined,
      ['one'],
    ]);
    expect(sessions.of(undefined)).toBe(sessions.of(''));
    expect(sessions.find('')).toBe(sessions.of(undefined));
  });

  test('are no more than so many, and the one without a name is not counted', () => {
    const { sessions } = sessionsWith({ most: 2 });
    const asked = ['', 'one', 'two', 'three', 'one'];
    expect(asked.map((name) => sessions.of(name)?.name)).toEqual(['', 'one', 'two', undefined, 'one']);
    sessions.drop('two');
    expect(sessions.of('three')?.name).toBe('three');
  });

  test('that were not used for long make room for others', () => {
    const { sessions, wait } = sessionsWith({ most: 2, idle: 100 });
    for (const name of ['one', 'two']) sessions.of(name);
    wait(60);
    sessions.of('one');
    wait(60);
    expect([sessions.of('three')?.name, sessions.names()]).toEqual(['three', ['one', 'three']]);
    expect(sessions.of('four')).toBeUndefined();
    wait(41);
    expect([sessions.of('four')?.name, sessions.names()]).toEqual(['four', ['three', 'four']]);
  });

  test('that are dropped begin anew, the one without a name as well', () => {
    const { sessions } = sessionsWith({});
    for (const name of ['', 'one']) {
      const session = sessions.of(name);
      const [key] = session?.state.stores.account?.select({ values: new Map(), limit: 1 }) ?? [];
      session?.state.stores.account?.remove(String(key?.id));
      session?.snapshots.set('kept', session.state);
      expect(sessions.of(name)?.state.stores.account?.count(new Map())).toBe(8);
      expect(sessions.drop(name)).toBe(true);
      const anew = sessions.of(name);
      expect([anew?.state.stores.account?.count(new Map()), anew?.snapshots.size, anew?.journal.entries()]).toEqual([
        9,
        0,
        [],
      ]);
    }
    expect(sessions.drop('nobody')).toBe(false);
  });

  test.each([
    ['a', true],
    ['suite/7:test~!', true],
    ['__proto__', true],
    ['x'.repeat(200), true],
    ['x'.repeat(201), false],
    ['', false],
    ['two words', false],
    ['\u00e9', false],
    ['line\n', false],
  ])('the name %j is one: %j', (name, isOne) => {
    expect(SESSION_NAME.test(name)).toBe(isOne);
  });
});

test('two hundred sessions that change and read their rows at once never see one another', async () => {
  const mock = createMock({ contract, scenario: 'one-page', frozen: true });
  const [campaign] = await mock.control.rows('campaign', 1);
  const key = String(campaign?.campaignId);
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, number) => {
      const { control, drop } = mock.session();
      const name = `Campaign of ${number}`;
      await control.change('campaign', key, { name });
      const created = await control.create('campaign', { name: `${name}, again`, status: 'active' });
      await control.advance(number);
      if (number % 3 === 0) await control.snapshot('kept');
      await control.act('campaign', String(created.campaignId), 'delete');
      if (number % 3 === 0) await control.restore('kept');
      const rows = await control.rows('campaign');
      const { now } = await control.clock();
      await drop();
      return {
        names: rows
          .map((row) => String(row.name))
          .filter((each) => each.startsWith('Campaign of'))
          .sort(),
        rows: rows.length,
        isActive: rows.find((row) => row.campaignId === created.campaignId)?.status === 'active',
        seconds: (Date.parse(now) - Date.parse('2026-06-15T12:00:00Z')) / 1000,
      };
    }),
  );
  for (const [number, { names, ...rest }] of seen.entries()) {
    expect(names).toEqual([`Campaign of ${number}`, `Campaign of ${number}, again`]);
    expect(rest).toEqual({ rows: 10, isActive: number % 3 === 0, seconds: number });
  }
  expect((await mock.control.rows('campaign')).find(({ campaignId }) => campaignId === key)).toEqual(campaign);
  expect(await mock.control.sessions()).toEqual([]);
});
