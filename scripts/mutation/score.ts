// The score of the judge, as text: what it noticed, what it missed, and where it cried wolf.
import { checks } from '../../contract-tests/index.ts';
import { sharedContract } from '../faults/built-in.ts';
import { FAMILIES, type Fault } from '../faults/fault.ts';

/** What one run came to, as a worker tells it. */
export type Line = FaultLine | VariationLine;
type FaultLine = {
  readonly kind: 'fault';
  readonly id: string;
  /** Whether each depth noticed the fault; undefined where it was not tried. */
  readonly standard: boolean | undefined;
  readonly full: boolean | undefined;
  readonly fired: readonly string[];
};
type VariationLine = { readonly kind: 'variation'; readonly id: string; readonly alarms: readonly string[] };

/** The bounds that the score must keep, in percent of the faults that can be seen. */
const LEAST = { standard: 97, full: 100 } as const;

export type Score = { readonly text: string; readonly kept: boolean };

/** The score of these lines; of a `whole` campaign every check must have fired. */
export function scoreOf(faults: readonly Fault[], lines: readonly Line[], whole: boolean): Score {
  const outcome = new Map(lines.flatMap((line) => (line.kind === 'fault' ? [[line.id, line] as const] : [])));
  const tried = (depth: keyof typeof LEAST) => [...outcome.values()].some((line) => line[depth] !== undefined);
  const visible = faults.filter(({ unobservable }) => unobservable === undefined);
  const seen = ({ id }: Fault, depth: keyof typeof LEAST): boolean => {
    const line = outcome.get(id);
    // Full depth asks all that standard depth asks.
    return line?.[depth] ?? (depth === 'full' && line?.standard === true);
  };
  const percent = (some: readonly Fault[], depth: keyof typeof LEAST): number =>
    (100 * some.filter((fault) => seen(fault, depth)).length) / Math.max(1, some.length);
  const shown = (some: readonly Fault[], depth: keyof typeof LEAST): string =>
    tried(depth) ? `${percent(some, depth).toFixed(1)} %` : '-';
  const row = (name: string, some: readonly Fault[]): string =>
    [
      name.padEnd(16),
      String(some.length).padStart(7),
      shown(some, 'standard').padStart(11),
      shown(some, 'full').padStart(11),
    ].join('');
  const present = FAMILIES.filter((name) => visible.some(({ family }) => family === name));
  const families = present.map((family) =>
    row(
      family,
      visible.filter((fault) => fault.family === family),
    ),
  );
  const deepest = tried('full') ? 'full' : 'standard';
  const missed = visible.filter((fault) => !seen(fault, deepest)).map(({ id, summary }) => `${id}: ${summary}`);
  const deep = visible.filter((fault) => seen(fault, 'full') && !seen(fault, 'standard')).map(({ id }) => id);
  const wrongly = faults
    .filter((fault) => fault.unobservable !== undefined && seen(fault, deepest))
    .map(({ id }) => id);
  const hidden = faults.flatMap(({ id, unobservable }) =>
    unobservable === undefined ? [] : [`${id}: ${unobservable}`],
  );
  const variations = lines.filter((line): line is VariationLine => line.kind === 'variation');
  const alarms = variations.flatMap(({ id, alarms: some }) => some.map((alarm) => `${id}: ${alarm}`));
  const fired = new Set([...outcome.values()].flatMap((line) => line.fired));
  const dead = whole ? checks.filter(isCalledFor).flatMap(({ id }) => (fired.has(id) ? [] : id)) : [];
  const scored = (['standard', 'full'] as const).every(
    (depth) => !tried(depth) || percent(visible, depth) >= LEAST[depth],
  );
  return {
    kept: scored && alarms.length === 0 && dead.length === 0 && wrongly.length === 0,
    text: [
      'Faults noticed. What standard depth notices counts for full depth too, which asks all that standard depth asks.\n',
      ['family'.padEnd(16), 'faults'.padStart(7), 'standard'.padStart(11), 'full'.padStart(11)].join(''),
      ...families,
      row('all', visible),
      ...listed('Missed', missed),
      ...(tried('standard') && tried('full') ? listed('Noticed at full depth only', deep) : []),
      ...listed('Cannot be seen from outside', hidden),
      ...listed('Said to be invisible, and noticed', wrongly),
      ...listed('Checks that never fired', dead),
      `\n${variations.length} correct deployments, ${alarms.length} false alarms.`,
      ...listed('False alarms', alarms),
      '',
    ].join('\n'),
  };
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`\n${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)];
}

/** Whether anything in the built-in contract calls for the check; the example's faults prove the others. */
function isCalledFor({ applies }: (typeof checks)[number]): boolean {
  return sharedContract().operations.some(applies);
}
