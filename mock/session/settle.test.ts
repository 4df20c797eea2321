// What happens when the clock comes to it: changes that were arranged for a time, and rows that follow the time alone.
import { describe, expect, test } from 'vitest';
import { at, loadContract } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { sampleCall } from '../sample-call.ts';

const contract = loadContract();
const NOON = '2026-06-15T12:00:00Z';
const HOUR = 3600;

function begin() {
  const mock = createMock({ contract, frozen: true, scenario: 'one-page' });
  return { mock, control: mock.control };
}

/** The key of the first row that has this value. */
async function keyOf({ control }: ReturnType<typeof begin>, list: string, key: string, member: string, value: string) {
  const found = (await control.rows(list)).find((row) => row[member] === value);
  if (found === undefined) throw new Error(`No ${list} has ${member} ${value}.`);
  return String(found[key]);
}

describe('an arranged change', () => {
  test('happens when the clock comes to it, and not before', async () => {
    const world = begin();
    const key = await keyOf(world, 'campaign', 'campaignId', 'status', 'active');
    const { control } = world;
    expect(await control.act('campaign', key, 'pause', { at: '2026-06-15T13:00:00Z' })).toEqual({
      at: '2026-06-15T13:00:00.000Z',
    });
    expect(await control.advance(HOUR - 1)).toMatchObject({ scheduled: 1 });
    expect(await control.row('campaign', key)).toMatchObject({ status: 'active' });
    expect(await control.advance(1)).toEqual({ now: '2026-06-15T13:00:00.000Z', frozen: true, scheduled: 0 });
    expect(await control.row('campaign', key)).toMatchObject({ status: 'paused' });
  });

  test('is made at its own time, however far the clock goes', async () => {
    const world = begin();
    const key = await keyOf(world, 'account', 'id', 'connectionStatus', 'token_expired');
    await world.control.act('account', key, 'reconnect', { at: '2026-06-15T12:20:00Z' });
    await world.control.act('account', key, 'expire', { at: '2026-06-15T12:30:00Z' });
    await world.control.advance(5 * HOUR);
    expect(await world.control.row('account', key)).toMatchObject({
      connectionStatus: 'token_expired',
      lastSyncedAt: '2026-06-15T12:20:00Z',
    });
  });

  test.each([
    ['as they were arranged, where they have one time', ['2026-06-15T13:00:00Z', '2026-06-15T13:00:00Z'], 'active'],
    ['by their times, where they were arranged otherwise', ['2026-06-15T14:00:00Z', '2026-06-15T13:00:00Z'], 'paused'],
  ])('comes %s', async (_sentence, [pauseAt, resumeAt], status) => {
    const world = begin();
    const key = await keyOf(world, 'campaign', 'campaignId', 'status', 'active');
    await world.control.act('campaign', key, 'pause', { at: pauseAt });
    await world.control.act('campaign', key, 'resume', { at: resumeAt });
    await world.control.advance(3 * HOUR);
    expect(await world.control.row('campaign', key)).toMatchObject({ status });
  });

  test('that has become impossible is left out, and the others happen', async () => {
    const world = begin();
    const key = await keyOf(world, 'campaign', 'campaignId', 'status', 'active');
    const { control } = world;
    await control.act('campaign', key, 'pause', { at: '2026-06-15T13:00:00Z' });
    await control.act('campaign', key, 'rename', { at: '2026-06-15T14:00:00Z', name: 'Renamed' });
    await control.act('campaign', key, 'delete');
    const { status } = await control.row('campaign', key);
    expect(await control.advance(3 * HOUR)).toMatchObject({ scheduled: 0 });
    expect(await control.row('campaign', key)).toMatchObject({ status, name: 'Renamed' });
  });

  test('is seen by the next call to a list', async () => {
    const { mock, control } = begin();
    const key = await keyOf({ mock, control }, 'account', 'id', 'connectionStatus', 'active');
    await control.act('account', key, 'disconnect', { at: '2026-06-15T12:00:01Z' });
    const session = mock.sessions.of(undefined);
    session?.state.clock.advance(1000);
    const [accounts] = contract.operations.filter(({ list }) => list.resource === 'account');
    if (accounts === undefined) throw new Error('Nothing lists accounts.');
    const rows = at(mock.handle(sampleCall(accounts, 'status=disconnected&page_size=100')).body, '/data');
    expect(rows).toContainEqual(expect.objectContaining({ id: key, connectionStatus: 'disconnected' }));
  });

  test('is seen by the next call to the control plane', async () => {
    const { mock, control } = begin();
    const key = await keyOf({ mock, control }, 'account', 'id', 'connectionStatus', 'active');
    await control.act('account', key, 'disconnect', { at: '2026-06-15T12:00:01Z' });
    mock.sessions.of(undefined)?.state.clock.advance(1000);
    expect(await control.row('account', key)).toMatchObject({ connectionStatus: 'disconnected' });
    expect(await control.clock()).toMatchObject({ scheduled: 0 });
  });

  test('goes back with a snapshot, and is forgotten by a reset', async () => {
    const world = begin();
    const key = await keyOf(world, 'campaign', 'campaignId', 'status', 'active');
    const { control } = world;
    await control.act('campaign', key, 'pause', { at: '2026-06-15T13:00:00Z' });
    await control.snapshot('before');
    await control.advance(2 * HOUR);
    await control.restore('before');
    expect(await control.clock()).toEqual({ now: '2026-06-15T12:00:00.000Z', frozen: true, scheduled: 1 });
    expect(await control.row('campaign', key)).toMatchObject({ status: 'active' });
    await control.advance(2 * HOUR);
    expect(await control.row('campaign', key)).toMatchObject({ status: 'paused' });
    await control.restore('before');
    await control.reset();
    expect(await control.clock()).toMatchObject({ scheduled: 0 });
  });

  test.each([
    [
      'a time that has passed',
      'pause',
      { at: '2026-06-15T11:00:00Z' },
      400,
      /at must be later than 2026-06-15T12:00:00/,
    ],
    ['the time that it is', 'pause', { at: NOON }, 400, /at must be later than/],
    ['no time', 'pause', { at: 'tomorrow' }, 400, /at must be a timestamp/],
    ['a number', 'pause', { at: 5 }, 400, /at must be a timestamp/],
    ['what cannot happen to these rows', 'sync', { at: '2026-06-15T13:00:00Z' }, 404, /no action sync/],
    ['a member that is not taken', 'pause', { at: '2026-06-15T13:00:00Z', reason: 'x' }, 400, /takes no member reason/],
    ['too little', 'rename', { at: '2026-06-15T13:00:00Z' }, 400, /needs the member name/],
  ])('is refused for %s', async (_sentence, action, given, status, message) => {
    const world = begin();
    const key = await keyOf(world, 'campaign', 'campaignId', 'status', 'active');
    await expect(world.control.act('campaign', key, action, given)).rejects.toMatchObject({
      status,
      message: expect.stringMatching(message),
    });
    expect(await world.control.clock()).toMatchObject({ scheduled: 0 });
  });
});

describe('time alone', () => {
  test.each([
    ['within the hour', 59 * 60, '2026-06-15T11:00:00Z', '2026-06-15T12:00:00Z'],
    ['after an hour and a bit', 61 * 60, '2026-06-15T13:00:00Z', '2026-06-15T13:00:00Z'],
    ['after a day', 24 * HOUR, '2026-06-16T12:00:00Z', '2026-06-16T12:00:00Z'],
  ])('%s, what is active was synchronised at the hour', async (_sentence, seconds, earliest, latest) => {
    const { control } = begin();
    const before = await control.rows('account');
    await control.advance(seconds);
    const after = await control.rows('account');
    for (const [place, row] of after.entries()) {
      if (row.connectionStatus !== 'active') expect(row).toEqual(before[place]);
      else expect([earliest, latest]).toContain(row.lastSyncedAt);
    }
    expect(after.some((row) => row.connectionStatus === 'active')).toBe(true);
  });

  test('a clock that is set back makes nothing earlier than it was', async () => {
    const { control } = begin();
    await control.advance(HOUR);
    const before = await control.rows('account');
    await control.setClock({ now: '2026-05-01T00:00:00Z' });
    expect(await control.rows('account')).toEqual(before);
  });
});
