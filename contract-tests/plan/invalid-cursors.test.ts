import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { invalidCursors, tamperedCursors } from './invalid-cursors.ts';

const signed = `${Buffer.from('[1,"x"]').toString('base64url')}.${createHmac('sha256', 'k').update('x').digest('base64url').slice(0, 22)}`;

describe('a changed tail proves something only where the cursor is authenticated, or readable', () => {
  test.each([
    ['a signature after a dot', signed, true],
    ['an offset in base64', Buffer.from('offset:25').toString('base64'), false],
    ['an offset in base64 JSON, which can no longer be read', Buffer.from('{"offset":25}').toString('base64'), true],
    ['a plain number', '100', false],
    ['a row id', '01HXG9A2B3C4D5E6F7G8H9J0K1', false],
    ['a timestamp', '2026-04-08T21:18:00Z', false],
    ['a UUID', '254a4ce1-f4ca-42b1-9e36-17ca45ef3d39', false],
  ])('%s', (_, genuine, certain) => {
    const tampered = tamperedCursors(genuine).find((each) => each.class === 'with a changed tail');
    expect(tampered?.certain).toBe(certain);
    expect(tampered?.cursor).not.toBe(genuine);
    expect(tampered?.cursor.length).toBe(genuine.length);
  });
});

test('malformed cursors come in another order for each list', () => {
  const orders = [0, 1, 2].map((turn) => invalidCursors(turn, signed).map(({ cursor }) => cursor));
  expect(new Set(orders.map(([, , third]) => third)).size).toBe(3);
  expect(orders.map((cursors) => cursors.toSorted())).toEqual(orders.map(() => orders[0]?.toSorted()));
});

test('one that fits in no address is not changed: many of them would fill the memory', () => {
  const classes = new Set(invalidCursors(0, 'a'.repeat(8001)).map((each) => each.class));
  expect([...classes].sort()).toEqual([
    'that is empty',
    'that is far too long',
    'that is made up',
    'that is malformed',
  ]);
});

test('what is made up is surely forged, unless it is like the cursors of the deployment', () => {
  const certain = (genuine: string) =>
    invalidCursors(0, genuine).flatMap((each) => (each.class === 'that is made up' ? [each.certain] : []));
  expect(certain(signed)).toEqual([true, true, true, true]);
  expect(certain('40')).toEqual([true, false, false, false]);
});

test('the id of a row is a made-up cursor, where cursors are no ids', () => {
  const [row, other] = ['01HXG9A2B3C4D5E6F7G8H9J0K1', '01HXG9A2B3C4D5E6F7G8H9J0K2'];
  const found = (genuine: string) => invalidCursors(0, genuine, { row }).find(({ cursor }) => cursor === row);
  expect(found(signed)).toEqual({ cursor: row, class: 'that is made up', certain: true });
  expect(found(other)?.certain).toBe(false);
});

test('a cursor is cut in half, and by a few letters, which may be of its signature alone', () => {
  const long = Buffer.from('["2026-04-08T21:18:00Z","x"]').toString('base64url') + signed.slice(signed.indexOf('.'));
  const cut = tamperedCursors(long).filter((each) => each.class === 'that is cut');
  expect(cut.map(({ cursor }) => long.startsWith(cursor))).toEqual([true, true]);
  expect(cut.map(({ cursor }) => cursor.includes('.'))).toEqual([true, false]);
  expect(cut.every(({ certain }) => certain)).toBe(true);
});
