// The judge as a vitest suite: one test per check and operation. This is a second door of the package, `ads-contract-kit/vitest`.
import { beforeAll, describe, test } from 'vitest';
import { checks } from './checks/table.ts';
import { judge } from './judge.ts';
import type { JudgeOptions } from './judge-options.ts';
import { ownContract } from './own-contract.ts';
import { briefly } from './reporters/evidence.ts';
import { problemsIn } from './reporters/problems.ts';
import type { Report, Result } from './verdict/report.ts';

/** What a suite judges: the options of the judge, and how long the whole run may take. */
export type SuiteOptions = Omit<JudgeOptions, 'baseUrl' | 'credentials'> & {
  /** Where the deployment is, and who may ask; called once, before the first test. */
  readonly deployment: () => Promise<Pick<JudgeOptions, 'baseUrl' | 'credentials'>>;
  /** In milliseconds. @default 120000 */
  readonly runTimeout?: number;
};

/**
 * Registers one test for every check of every operation. What could not be exercised is skipped with its reason;
 * a warning passes and is printed as the test's annotation.
 */
export function contractSuite(options: SuiteOptions): void {
  const { deployment, runTimeout = 120_000, ...more } = options;
  const { apis, operations, only, skip = [] } = more;
  const contract = options.contract ?? ownContract();
  const chosen = checks.filter(({ id }) => (only === undefined || only.includes(id)) && !skip.includes(id));
  let report: Report | undefined;
  const runCheck = (check: string, operation: string): Result => {
    const result = report?.results.find((each) => each.check === check && each.operation === operation);
    if (result === undefined) throw new Error('The judge has not run: see the failure of the suite itself.');
    return result;
  };

  beforeAll(async () => {
    report = await judge({ ...more, ...(await deployment()), contract });
  }, runTimeout);
  const judged = contract.operations.filter(
    ({ api, id }) => apis?.includes(api) !== false && operations?.includes(id) !== false,
  );
  for (const operation of judged) {
    describe(`${operation.method} ${operation.path}`, () => {
      for (const check of chosen.filter(({ applies }) => applies(operation))) {
        test(check.title, async ({ skip: skipTest, annotate }) => {
          const result = runCheck(check.id, operation.id);
          if (result.verdict === 'NOT_EXERCISED') skipTest(result.reason);
          const said = problemsIn(result).map(briefly).join('\n\n');
          if (result.verdict === 'WARN') await annotate(said, 'warning');
          if (result.verdict === 'FAIL' || result.verdict === 'ERROR') throw new Error(said);
        });
      }
    });
  }
}
