// Tables that are read in a terminal and in Markdown alike.

/** A mark that a figure has to reach, and whether it does. */
export type Mark = { readonly name: string; readonly figure: string; readonly mark: string; readonly kept: boolean };

/** A table with a line of names; numbers stand to the right. */
export function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = names.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(names), rule, ...rows.map(line)].join('\n');
}

function padded(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

/** The marks as a table. */
export function markTable(marks: readonly Mark[]): string {
  return table(
    ['mark', 'measured', 'asked', ''],
    marks.map(({ name, figure, mark, kept }) => [name, figure, mark, kept ? 'kept' : 'MISSED']),
  );
}
