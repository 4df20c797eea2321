import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSurelyForged } from './cursor-structure.ts';

const inBase64 = (text: string) => Buffer.from(text).toString('base64url');
const signature = createHmac('sha256', 'k').update('x').digest('base64url').slice(0, 22);

test.each([
  ['another offset', '{"offset":25}', '{"offset":95}', false],
  ['another offset in base64', inBase64('{"offset":25}'), inBase64('{"offset":95}'), false],
  ['what can no longer be read', inBase64('{"offset":25}'), inBase64('x"offset":25}'), true],
  ['half of it', '{"offset":25}', '{"offs', true],
  [
    'a short tail of what can be read',
    `${inBase64('{"after":5}')}.k3x9q0z`,
    `${inBase64('{"after":5}')}.x8k4d5m`,
    true,
  ],
  ['a version of what can be read', `${inBase64('{"after":5}')}.v1`, `${inBase64('{"after":5}')}.v2`, false],
  ['another signature', `abc.${signature}`, `abd.${signature}`, true],
  ['another row id', '01HXG9A2B3C4D5E6F7G8H9J0K1', '01HXG9A2B3C4D5E6F7G8H9J0K2', false],
  [
    'another row id behind a prefix',
    'cmp_254a4ce1-f4ca-42b1-9e36-17ca45ef3d39',
    'cmp_254a4ce1-f4ca-42b1-9e36-17ca45ef3d31',
    false,
  ],
  ['another number', '100', '600', false],
])('whether it must be forged: %s', (_, genuine, changed, forged) => {
  expect(isSurelyForged(genuine, changed)).toBe(forged);
});
