import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test.each([
  ['plain text, umlauts and emoji stay', 'Grüße 🙂 → \n\t', 'Grüße 🙂 → \n\t'],
  ['a terminal escape is shown', '\u001b[31mred', String.raw`\u001b[31mred`],
  ['an eight-bit escape is shown', '\u009b31m', String.raw`\u009b31m`],
  ['a carriage return cannot overwrite the line', 'good\rbad', String.raw`good\u000dbad`],
  ['reversed writing is shown', 'gpj\u202eexe', String.raw`gpj\u202eexe`],
  ['half a character is shown', 'a\ud800b', String.raw`a\ud800b`],
  ['what XML forbids is shown', '\u0000\u000b\ufffe\uffff', String.raw`\u0000\u000b\ufffe\uffff`],
])('%s', (_, given, want) => {
  expect(visible(given)).toBe(want);
});
