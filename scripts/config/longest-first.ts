// The order of the test files: those that take longest begin, so that every worker is busy to the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take many seconds, the longest first; all others are over soon, in whatever order. */
const LONGEST = [
  'scripts/mutation/list-faults.test.ts',
  'scripts/package/package.test.ts',
  'scripts/mutation/library.test.ts',
  'scripts/generators/generators.test.ts',
  'scripts/example/bookshop.test.ts',
  'scripts/mutation/reply-faults.test.ts',
  'scripts/cli/ads-kit.test.ts',
  'contract-tests/judge.test.ts',
  'scripts/cli/network.test.ts',
  'scripts/cli/contract-commands.test.ts',
  'scripts/broken/broken-replies.test.ts',
  'scripts/crosscheck/crosscheck.test.ts',
  'scripts/cli/callers.test.ts',
  'contract-tests/clause-table.test.ts',
  'contract-tests/preflight.test.ts',
  'contract-tests/any-document.test.ts',
  'contract-tests/broken-replies.test.ts',
  'scripts/mutation/firing.test.ts',
  'scripts/mutation/live-faults.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
