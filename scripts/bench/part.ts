// One part of the benchmark: what it says, and the marks that it holds figures against.
import { type Mark, markTable } from './table.ts';

export type Part = {
  readonly title: string;
  /** Sentences and tables. */
  readonly text: readonly string[];
  readonly marks: readonly Mark[];
};

/** The part in Markdown. */
export function partText({ title, text, marks }: Part): string {
  return [`## ${title}`, ...text, ...(marks.length === 0 ? [] : [markTable(marks)])].join('\n\n');
}
