// Where reports go: one to the terminal, any number to files.
import { closeSync, existsSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Refusal, type Report, type ReporterName, refusalTexts, reporters } from '../../contract-tests/index.ts';
import { UsageError } from './usage-error.ts';

/** Where the outcome of a run goes. */
export type ReportFiles = {
  readonly write: (report: Report) => void;
  /** Writes into every file, in place of a report, why there is none. */
  readonly refuse: (refusal: Refusal) => void;
};

/** Reads `NAME` and `NAME=FILE` and makes sure, before the run, that every file can be written. */
export function openReporters(specifications: readonly string[], colour: boolean): ReportFiles {
  const parsed = specifications.map(parse);
  if (parsed.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('Only one report can go to the terminal. Give the others a file: --reporter junit=out.xml.');
  }
  const files = parsed.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two reports would go to ${twice}. Give each a file of its own.`);
  for (const file of files) assertWritable(file);
  return {
    write: (report) => {
      for (const { name, file } of parsed) {
        if (file !== undefined) writeReport(file, reporters[name](report, { colour: false }));
        else process.stdout.write(reporters[name](report, { colour: colour && name === 'pretty' }));
      }
    },
    refuse: (refusal) => {
      for (const { name, file } of parsed) if (file !== undefined) writeReport(file, refusalTexts[name](refusal));
    },
  };
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

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new UsageError(`The report ${file} could not be written (${(cause as NodeJS.ErrnoException).code}).`, {
      cause,
    });
  }
}

function assertWritable(file: string): void {
  try {
    const isNew = !existsSync(file);
    closeSync(openSync(file, 'a'));
    // An empty file would look like a report to whoever collects it, should the run never come to its end.
    if (isNew) unlinkSync(file);
  } catch (cause) {
    throw new UsageError(
      `The report ${file} cannot be written (${(cause as NodeJS.ErrnoException).code}). Check the path.`,
      { cause },
    );
  }
}
