import { defineConfig } from 'vitest/config';
import { ClosingLine } from './closing-line.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['{spec,fixtures,mock,contract-tests,scripts}/**/*.test.ts'],
    reporters: ['default', new ClosingLine()],
    // The fault library takes long: every core has its share.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
