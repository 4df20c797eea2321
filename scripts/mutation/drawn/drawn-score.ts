// The score of the drawn faults, as text: by family and number of factors, and what was missed in sentences.
import { DRAWN_FAMILIES, type DrawnFamily } from './what.ts';

/** What one drawn fault came to, as a worker tells it. */
export type DrawnLine = {
  readonly kind: 'drawn';
  readonly id: string;
  readonly summary: string;
  readonly family: DrawnFamily;
  readonly factors: number;
  /** Whether each depth noticed the fault; undefined where it was not tried. */
  readonly standard: boolean | undefined;
  readonly full: boolean | undefined;
};

type Depth = 'standard' | 'full';

/** The score of these lines; a fault that was drawn twice counts once. */
export function drawnScoreOf(lines: readonly DrawnLine[], seed: number): string {
  const faults = [...new Map(inOrder(lines).map((line) => [line.summary, line])).values()];
  const rows = [...DRAWN_FAMILIES, undefined].map((family) => {
    const some = faults.filter((line) => family === undefined || line.family === family);
    const counts = [1, 2, 3, undefined].map((factors) =>
      some.filter((line) => factors === undefined || line.factors === factors),
    );
    return [family ?? 'all', ...counts.flatMap((each) => [shown(each, 'standard'), shown(each, 'full')])];
  });
  return [
    `\nFaults drawn with seed ${seed}: noticed of drawn, by the number of factors that must come together.\n`,
    cells(['', '1 factor', '', '2 factors', '', '3 factors', '', 'all', '']),
    cells(['family', ...[1, 2, 3, 4].flatMap(() => ['standard', 'full'])]),
    ...rows.map(cells),
    ...missed(
      'Missed at both depths',
      faults.filter((line) => !seen(line, 'standard') && !seen(line, 'full')),
    ),
    ...missed(
      'Noticed at full depth only',
      faults.filter((line) => line.standard === false && line.full === true),
    ),
    '',
  ].join('\n');
}

/** Full depth asks all that standard depth asks. */
function seen(line: DrawnLine, depth: Depth): boolean {
  return line[depth] ?? (depth === 'full' && line.standard === true);
}

function shown(lines: readonly DrawnLine[], depth: Depth): string {
  const tried = lines.some((line) => line[depth] !== undefined || (depth === 'full' && line.standard !== undefined));
  if (!tried) return '-';
  const count = lines.filter((line) => seen(line, depth)).length;
  return `${((100 * count) / lines.length).toFixed(1)} % ${count}/${lines.length}`;
}

function cells([name = '', ...rest]: readonly string[]): string {
  return [name.padEnd(10), ...rest.map((text) => text.padStart(17))].join('').trimEnd();
}

function missed(title: string, lines: readonly DrawnLine[]): string[] {
  if (lines.length === 0) return [];
  return [
    `\n${title} (${lines.length}):`,
    ...lines.map(({ id, family, summary }) => `  ${id} (${family}): ${summary}`),
  ];
}

function inOrder(lines: readonly DrawnLine[]): readonly DrawnLine[] {
  return [...lines].sort((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
}
