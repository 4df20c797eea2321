import { describe, expect, test } from 'vitest';
import { nearMisses, nonexistentId } from './nonexistent-id.ts';

describe('an impossible id', () => {
  test('keeps the form of the known ones', () => {
    expect(nonexistentId(['01HXC1A1B2C3D4E5F6G7H8J9K0'])).toMatch(/^01HXC1A1B2C3D4E5F6G7[A-Z0-9]{6}$/);
    expect(nonexistentId(['120210000000000017'])).toMatch(/^\d{18}$/);
  });

  test('is none of the known ones, however dense they are', () => {
    const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
    expect(digits).not.toContain(nonexistentId(digits));
  });

  test.each([[[]], [['']], [['---', '']], [[null, 7]]])('is found where no usable id is known: %j', (known) => {
    const id = nonexistentId(known);
    expect(id).not.toBe('');
    expect(known).not.toContain(id);
  });

  test('passes over an id that cannot be turned', () => {
    expect(nonexistentId(['', 'ad_0017'])).toMatch(/^a[a-f]_\d{4}$/);
  });
});

test('a shortened id is the beginning of one, and no id itself', () => {
  expect(nearMisses('ad_170', ['ad_170', 'ad_12'])).toEqual(['ad_17', 'ad_1700', 'AD_170']);
  expect(nearMisses('ad_12', ['ad_12', 'ad_1'])).toEqual(['ad_120', 'AD_12']);
  expect(nearMisses('', [''])).toEqual(['0']);
});
