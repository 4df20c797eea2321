// Where reports go: one to the terminal, any number to files.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { type Report, type ReporterName, reporters } from '../../contract-tests/index.ts';
import { UsageError } from './usage-error.ts';

/** Writes one report. */
export type WriteReport = (report: Report) => void;

/** Reads `NAME` and `NAME=FILE` and makes sure, before the run, that every file can be written. */
export function openReporters(specifications: readonly string[], colour: boolean): readonly WriteReport[] {
  const parsed = specifications.map(parse);
  if (parsed.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Only one report can go to the terminal. Give the others a file: --reporter junit=out.xml.');
  }
  return parsed.map(({ name, file }) => {
    if (file === undefined)
      return (report) => void process.stdout.write(reporters[name](report, { colour: colour && name === 'pretty' }));
    assertWritable(file);
    return (report) => writeFileSync(file, reporters[name](report, { colour: false }));
  });
}

function parse(specification: string): { readonly name: ReporterName; readonly file: string | undefined } {
  const [name = '', ...rest] = specification.split('=');
  if (!isReporter(name))
    throw new UsageError(
      `There is no reporter ${JSON.stringify(name)}. Choose from ${Object.keys(reporters).join(', ')}.`,
    );
  const file = rest.join('=');
  if (rest.length > 0 && file === '')
    throw new UsageError(`--reporter ${specification} names no file after the equals sign.`);
  return { name, file: rest.length === 0 ? undefined : file };
}

function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}

function assertWritable(file: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (cause) {
    throw new UsageError(
      `The report ${file} cannot be written (${(cause as NodeJS.ErrnoException).code}). Check the path.`,
      { cause },
    );
  }
}
