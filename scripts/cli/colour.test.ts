import { expect, test } from 'vitest';
import { isColoured } from './colour.ts';

const TERM = 'xterm-256color';

test.each<[coloured: boolean, isTTY: boolean, environment: Record<string, string>]>([
  [true, true, { TERM }],
  [false, false, { TERM }],
  [false, true, { TERM, NO_COLOR: '1' }],
  [false, true, { TERM: 'dumb' }],
  [false, true, { TERM, FORCE_COLOR: '0' }],
  [true, false, { TERM, FORCE_COLOR: '1' }],
])('%s on a terminal (%s) with %j', (coloured, isTTY, environment) => {
  expect(isColoured({ isTTY }, environment)).toBe(coloured);
});
