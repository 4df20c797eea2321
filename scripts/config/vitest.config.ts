import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { builtModules } from './built-modules.ts';
import { ClosingLine } from './closing-line.ts';
import { LongestFirst } from './longest-first.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const FOLDERS = ['spec', 'fixtures', 'mock', 'contract-tests', 'scripts'];

export default defineConfig({
  plugins: [builtModules(ROOT, FOLDERS)],
  test: {
    root: ROOT,
    include: FOLDERS.map((folder) => `${folder}/**/*.test.ts`),
    server: { deps: { external: [/\/dist\//] } },
    reporters: ['default', new ClosingLine()],
    // One worker more than there are cores: some always wait, for a server that is silent or a program that they have started.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Runs against broken replies mostly wait.
    maxConcurrency: 16,
    // Test files share loaded modules: no module holds what a test could change, and loading them anew takes longer than the tests.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
