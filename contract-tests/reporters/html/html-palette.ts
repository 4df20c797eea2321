// The colours of the page, for light and dark; text on any of its grounds keeps the contrast that WCAG AA asks for.

const THEMES = ['light', 'dark'] as const;

/** Each colour on light ground, and on dark. */
export const palette = {
  page: ['#f6f6f3', '#131619'],
  surface: ['#ffffff', '#1a1e22'],
  code: ['#f3f3ef', '#21262b'],
  ink: ['#1d2125', '#e5e7e9'],
  muted: ['#5a6067', '#a0a8b0'],
  line: ['#dcdcd5', '#323940'],
  accent: ['#1a56a8', '#8ab6f8'],
  pass: ['#1b6a3c', '#78d199'],
  'pass-ground': ['#e6f3ea', '#16301f'],
  warn: ['#855100', '#efb65f'],
  'warn-ground': ['#fcf1dc', '#352a17'],
  fail: ['#b0251c', '#ff9187'],
  'fail-ground': ['#fcebe9', '#3c1e1c'],
  idle: ['#55499b', '#b8aef6'],
  'idle-ground': ['#eeecf8', '#282542'],
} as const;

export function variables(theme: (typeof THEMES)[number]): string {
  return Object.entries(palette)
    .map(([name, colours]) => `--${name}: ${colours[THEMES.indexOf(theme)]};`)
    .join(' ');
}
