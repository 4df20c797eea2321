import { defineConfig } from 'vitest/config';
import { ClosingLine } from './closing-line.ts';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['{spec,fixtures,mock,contract-tests,scripts}/**/*.test.ts'],
    reporters: ['default', new ClosingLine()],
    // The fault library takes long: every core has its share.
    maxWorkers: '100%',
    // Runs against broken replies mostly wait.
    maxConcurrency: 16,
    // Test files share loaded modules: no module holds what a test could change, and loading them anew takes longer than the tests.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
