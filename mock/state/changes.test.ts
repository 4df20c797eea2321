// What may become of rows, and that every promise of the contract holds afterwards.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadContract, type Row } from '../../spec/index.ts';
import { createMock } from '../mock.ts';
import { allRows, brokenPromises, everythingOf, placesIn, rowLike } from './sample-promises.ts';

const contract = loadContract();
const NOW = '2026-06-15T12:00:00Z';
const whole = createMock({ contract, scenario: 'one-page', frozen: true });
const begin = placesIn(whole);
const [onMeta, onTiktok] = ['meta_ads', 'tiktok_ads'].map((platform) => rowLike(whole, 'campaign', { platform }));
const meta = rowLike(whole, 'adAccount', { platform: 'meta_ads' });

describe('a row is created', () => {
  test.each<[list: string, given: Row, row: Row]>([
    ['campaign', {}, { createdAt: NOW }],
    ['campaigns', { name: 'By path' }, { name: 'By path', createdAt: NOW }],
    ['campaign', { platform: 'tiktok_ads' }, { platform: 'tiktok_ads', adAccountId: onTiktok?.adAccountId }],
    ['campaign', { adAccountId: onTiktok?.adAccountId }, { platform: 'tiktok_ads' }],
    [
      'campaign',
      { campaignId: 'mine', createdAt: '2026-04-05T06:07:08Z' },
      { campaignId: 'mine', createdAt: '2026-04-05T06:07:08Z' },
    ],
    ['campaign', { name: '__proto__', objective: '' }, { name: '__proto__', objective: '' }],
    ['adset', { campaignId: onTiktok?.campaignId }, { platform: 'tiktok_ads', adAccountId: onTiktok?.adAccountId }],
    ['adset', { adAccountId: onMeta?.adAccountId }, { platform: 'meta_ads' }],
    ['ad', { campaignId: onMeta?.campaignId }, { campaignId: onMeta?.campaignId, platform: 'meta_ads' }],
    ['ad', {}, { createdAt: NOW }],
    [
      'account',
      { id: 'act_mine', connectionStatus: 'disconnected' },
      { id: 'act_mine', connectionStatus: 'disconnected' },
    ],
    ['account', {}, {}],
  ])('in %s with %j', async (list, given, row) => {
    const { mock, name, control } = begin();
    const before = allRows(mock, name);
    const made = await control.create(list, given);
    expect(made).toMatchObject(row);
    expect(brokenPromises(mock, name)).toEqual([]);
    const after = allRows(mock, name);
    const fresh = Object.entries(after).flatMap(([other, rows]) =>
      rows.filter((each) => !before[other]?.includes(each)),
    );
    expect(fresh).toEqual([made]);
  });

  test('fifty times, each with a key of its own', async () => {
    const { mock, name, control } = begin();
    for (const list of ['campaign', 'adset', 'ad', 'account'])
      for (let count = 0; count < 50; count += 1) await control.create(list);
    expect(brokenPromises(mock, name)).toEqual([]);
    expect((await control.lists()).map(({ rows }) => rows)).toEqual([3, 59, 66, 80, 59]);
  });
});

test.each([
  ['campaign', {}, { status: 'deleted' }],
  ['account', {}, { connectionStatus: 'disconnected' }],
])('deleting a row of %s is what the vendor documents', async (list, wanted, after) => {
  const { mock, name, control } = begin();
  const row = rowLike(mock, list, { ...wanted, ...(list === 'campaign' ? { platform: 'meta_ads' } : {}) }, name);
  const key = String(row[list === 'campaign' ? 'campaignId' : 'id']);
  expect(await control.remove(list, key, { cascade: true })).toEqual({ ...row, ...after });
  expect(await control.row(list, key)).toMatchObject(after);
  expect(brokenPromises(mock, name)).toEqual([]);
});

describe('an ad account that was disconnected', () => {
  const keys = (rows: Readonly<Record<string, readonly Row[]>>) =>
    Object.fromEntries(Object.entries(rows).map(([list, all]) => [list, [...all]]));

  test.each(['disconnect', 'delete'])('comes back with everything that ran on it: %s', async (way) => {
    const { mock, name, control } = begin();
    const before = allRows(mock, name);
    const id = String(meta.adAccountId);
    if (way === 'delete') await control.remove('adAccount', id);
    else await control.act('adAccount', id, 'disconnect');
    expect((await control.lists()).map(({ rows }) => rows)).not.toEqual(
      Object.values(before).map(({ length }) => length),
    );
    expect(await control.create('adAccount', { platform: 'meta_ads', name: 'Anew' })).toMatchObject({
      adAccountId: id,
      name: 'Anew',
    });
    expect(brokenPromises(mock, name)).toEqual([]);
    const after = allRows(mock, name);
    expect(keys({ ...after, adAccount: [] })).toEqual(keys({ ...before, adAccount: [] }));
    await control.act('adAccount', id, 'disconnect');
    await control.create('adAccount', { platform: 'meta_ads' });
    expect(keys({ ...allRows(mock, name), adAccount: [] })).toEqual(keys({ ...before, adAccount: [] }));
  });

  test('comes back as it was, not as others have become meanwhile', async () => {
    const { mock, name, control } = begin();
    const before = allRows(mock, name);
    for (const { adAccountId } of before.adAccount ?? [])
      await control.act('adAccount', String(adAccountId), 'disconnect');
    expect((await control.lists()).map(({ rows }) => rows)).toEqual([0, 0, 0, 0, 9]);
    await expect(control.create('campaign')).rejects.toMatchObject({ status: 400 });
    for (const { platform } of before.adAccount ?? []) await control.create('adAccount', { platform });
    expect(keys({ ...allRows(mock, name), adAccount: [] })).toEqual(keys({ ...before, adAccount: [] }));
    expect(brokenPromises(mock, name)).toEqual([]);
  });

  test('does not come back over rows that have taken its keys', async () => {
    const { mock, name, control } = begin();
    await control.act('adAccount', String(meta.adAccountId), 'disconnect');
    await control.create('campaign', { campaignId: onMeta?.campaignId, platform: 'tiktok_ads' });
    await control.create('adset', { campaignId: onMeta?.campaignId });
    const before = everythingOf(mock, name);
    await expect(control.create('adAccount', { platform: 'meta_ads' })).rejects.toMatchObject({ status: 400 });
    expect(everythingOf(mock, name)).toEqual(before);
    expect(brokenPromises(mock, name)).toEqual([]);
  });
});

describe('a contract of somebody else', () => {
  const shop = loadContract(fileURLToPath(new URL('../../scripts/example/bookshop.yaml', import.meta.url)));
  const books = createMock({ contract: shop, size: { book: 12, order: 30, review: 30, publisher: 3 }, frozen: true });
  const beginShop = placesIn(books);
  const book = rowLike(books, 'book', {});

  test('keeps its promises from the start', () => {
    expect(brokenPromises(books)).toEqual([]);
  });

  test('has rows that are created, changed and deleted', async () => {
    const { mock, name, control } = beginShop();
    const made = await control.create('books', { title: 'A new one', publisherId: book.publisherId });
    const id = String(made.id);
    expect(await control.change('book', id, { price: 5999 })).toEqual({ ...made, price: 5999 });
    expect(brokenPromises(mock, name)).toEqual([]);
    expect(await control.remove('book', id)).toEqual({ ...made, price: 5999 });
    await expect(control.row('book', id)).rejects.toMatchObject({ status: 404 });
    expect(allRows(mock, name)).toEqual(allRows(books));
  });

  test.each<[string, Row, string, RegExp]>([
    ['book', { isbn: book.isbn }, 'isbn', /^isbn must be unique; .* has "978-/],
    ['book', { salePrice: 5000, price: 4000 }, 'salePrice', /^salePrice must be less-than price\.$/],
    ['book', { publisherId: 'nobody' }, 'publisherId', /^publisherId must be the id of a publisher/],
    ['review', { stars: 6 }, 'stars', /^stars must be one of .*, not 6\.$/],
    ['review', { id: 'one' }, 'id', /^id must be .*integer/],
    ['publisher', { kind: 'tiny' }, 'kind', /^kind must be one of .*, not "tiny"\.$/],
  ])('refuses a new %s with %j', async (list, given, member, message) => {
    const { mock, name, control } = beginShop();
    const before = everythingOf(mock, name);
    await expect(control.create(list, given)).rejects.toMatchObject({
      status: 400,
      member,
      message: expect.stringMatching(message),
    });
    expect(everythingOf(mock, name)).toEqual(before);
  });

  test('keeps a row that others refer to, unless they go with it', async () => {
    const { mock, name, control } = beginShop();
    const id = String(book.publisherId);
    const before = everythingOf(mock, name);
    await expect(control.remove('publisher', id)).rejects.toMatchObject({
      status: 400,
      message: 'Rows of book refer to this row. Delete them first, or all together with cascade=true.',
    });
    expect(everythingOf(mock, name)).toEqual(before);
    await control.remove('publisher', id, { cascade: true });
    const { book: left = [], order = [], review = [] } = allRows(mock, name);
    expect(left.some(({ publisherId }) => publisherId === id)).toBe(false);
    for (const { bookId } of [...order, ...review]) expect(left.map((each) => each.id)).toContain(bookId);
    expect(brokenPromises(mock, name)).toEqual([]);
    await expect(control.act('book', String(left[0]?.id), 'pause')).rejects.toMatchObject({
      status: 404,
      message: 'book has no action pause. None is declared.',
    });
  });
});
