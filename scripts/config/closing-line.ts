// The last line of a test run, in the form that build servers count: `12 passed, 0 failed`.
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests: TestCase[] = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that could not be loaded has no tests, and has failed all the same.
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    const skipped = count('skipped') === 0 ? '' : `, ${count('skipped')} skipped`;
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed') + broken + unhandled.length} failed${skipped}\n`,
    );
  }
}
