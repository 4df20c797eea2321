// A problem as lines of plain text: what, which clause, where, expected, received, and the requests that show it.
import { messageWithCount, type Problem } from './problems.ts';
import { visible } from './visible.ts';

/** Styles a piece of a line; the piece is never broken afterwards. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'cyan', text: string) => string;

export const WIDTH = 100;

const unpainted: Paint = (_, text) => text;

/** The evidence, indented by two; command lines are not wrapped, so that they can be copied. */
export function evidenceLines(problem: Problem, paint: Paint = unpainted): string[] {
  const { clauses, examples, count, note } = problem;
  const clauseWidth = Math.min(LONGEST_LABEL, Math.max(0, ...clauses.map(({ id }) => id.length)));
  const lines = [
    ...wrapped(visible(messageWithCount(problem)), 2).map((line) => paint('bold', line)),
    ...clauses.flatMap(({ id, statement }) => labelled(id.padEnd(clauseWidth), statement, 2, 'cyan', paint)),
    ...(note === ''
      ? []
      : visible(note)
          .split('\n')
          .flatMap((line) => wrapped(line.trim(), 2))),
  ];
  for (const [index, { where, expected, received, curl }] of examples.entries()) {
    lines.push(...labelled(`${index + 1}.`, where === '' ? 'the reply' : where, 2, 'dim', paint));
    lines.push(
      ...labelled('expected', expected, 5, 'green', paint),
      ...labelled('received', received, 5, 'red', paint),
    );
    const repeated = index > 0 && String(curl) === String(examples[index - 1]?.curl);
    const commands = repeated ? ['by the same requests'] : curl.map((command) => `$ ${visible(command)}`);
    lines.push(...commands.map((command) => `     ${paint('dim', command)}`));
  }
  const more = count - examples.length;
  if (examples.length > 0 && more > 0)
    lines.push(paint('dim', `  and ${more} more like ${examples.length === 1 ? 'it' : 'these'}`));
  return lines;
}

/** The evidence with one example alone, as it stands beside a test or an annotation. */
export function briefly(problem: Problem): string {
  return evidenceLines({ ...problem, examples: problem.examples.slice(0, 1) })
    .join('\n')
    .trim();
}

/** The text broken at spaces into lines of at most 100 characters, each indented; a longer word stays whole. */
export function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => `${' '.repeat(indent)}${text}`);
}

/** A label that leaves room for its text; behind a longer one, as a clause without a register has, the text begins a new line. */
const LONGEST_LABEL = 30;

/** A label, and beside it a text that keeps to its own column. */
function labelled(label: string, text: string, indent: number, style: Parameters<Paint>[0], paint: Paint): string[] {
  if (label.length > LONGEST_LABEL)
    return [`${' '.repeat(indent)}${paint(style, label)}`, ...wrapped(visible(text), indent + 2)];
  const column = indent + label.length + 2;
  const [first = '', ...rest] = wrapped(visible(text), column);
  return [`${' '.repeat(indent)}${paint(style, label)}  ${first.trimStart()}`, ...rest];
}
