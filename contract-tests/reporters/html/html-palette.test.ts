import { describe, expect, test } from 'vitest';
import { palette } from './html-palette.ts';

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Colour = keyof typeof palette;
const GROUNDS: readonly Colour[] = ['page', 'surface', 'code'];
const PAIRS: readonly (readonly [Colour, Colour])[] = [
  ...(['ink', 'muted', 'accent', 'pass', 'warn', 'fail', 'idle'] as const).flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ['pass', 'pass-ground'],
  ['warn', 'warn-ground'],
  ['fail', 'fail-ground'],
  ['idle', 'idle-ground'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the %s palette', (_, theme) => {
  test.each(PAIRS)('has %s readable on %s', (text, ground) => {
    expect(contrast(palette[text][theme], palette[ground][theme])).toBeGreaterThanOrEqual(4.5);
  });
});
