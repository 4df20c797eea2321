// The plan of a run as text: requests per operation and per check.
import type { Report } from '../../contract-tests/index.ts';

/** The plan that a report's requests amount to. */
export function planText(
  report: Report,
  target: string,
  lists: readonly { readonly name: string; readonly rows: number }[],
): string {
  const table = (title: string, member: 'operation' | 'check') => {
    const counts = new Map<string, number>();
    for (const result of report.results)
      counts.set(result[member], (counts.get(result[member]) ?? 0) + result.requests);
    const lines = [...counts]
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`);
    return `${title}\n${lines.join('\n')}\n`;
  };
  const known = report.results.reduce((sum, { requests }) => sum + requests, 0);
  return `Plan for ${target}, depth ${report.depth}: about ${report.requests} requests, none sent.
Counted on the mock's default scenario (${lists.map(counted).join(', ')});
a check that reads what another has fetched asks for nothing of its own.

${table('Requests by operation', 'operation')}
${table('Requests by check', 'check')}
  ${String(report.requests - known).padStart(6)}  to see whether the lists can be judged at all

Coverage of the input model, per cent
${Object.entries(report.inputs).map(coverageLine).join('\n')}
`;
}

function coverageLine([operation, { singles, pairs, triples, leftOut }]: [string, Report['inputs'][string]]): string {
  const missing = leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`;
  return `  ${operation}: ${singles} classes, ${pairs} pairs, ${triples} triples${missing}`;
}

/** `3 order lines`, from the list `orderLine`. */
function counted({ name, rows }: { readonly name: string; readonly rows: number }): string {
  const noun = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${rows} ${noun}${rows === 1 ? '' : 's'}`;
}
