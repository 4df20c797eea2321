// The colours of the page, for light and dark; text on any of its grounds keeps the contrast that WCAG AA asks for.

export const palette = {
  light: {
    page: '#f6f6f3',
    surface: '#ffffff',
    code: '#f3f3ef',
    ink: '#1d2125',
    muted: '#5a6067',
    line: '#dcdcd5',
    accent: '#1a56a8',
    pass: '#1b6a3c',
    'pass-ground': '#e6f3ea',
    warn: '#855100',
    'warn-ground': '#fcf1dc',
    fail: '#b0251c',
    'fail-ground': '#fcebe9',
    idle: '#55499b',
    'idle-ground': '#eeecf8',
  },
  dark: {
    page: '#131619',
    surface: '#1a1e22',
    code: '#21262b',
    ink: '#e5e7e9',
    muted: '#a0a8b0',
    line: '#323940',
    accent: '#8ab6f8',
    pass: '#78d199',
    'pass-ground': '#16301f',
    warn: '#efb65f',
    'warn-ground': '#352a17',
    fail: '#ff9187',
    'fail-ground': '#3c1e1c',
    idle: '#b8aef6',
    'idle-ground': '#282542',
  },
} as const;

export function variables(theme: keyof typeof palette): string {
  return Object.entries(palette[theme])
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}
