// What a deployment may refuse for how it is written: instants in other words than rows show, and a value that is sent twice. The
// documents are silent on both.
import type { Arguments } from '../../walk/filter-arguments.ts';
import type { Probe } from './planned-call.ts';
import { isRespelled, plainInstant } from './respelled-instants.ts';

/** Whether something is asked for in other words than most use. */
export function isUnusual(args: Arguments): boolean {
  return args.some(({ values }) => values.some(isRespelled) || new Set(values).size < values.length);
}

/** The same probe in the words that most use; none where it is. */
export function inUsualWords({ kind, args }: Probe): Probe[] {
  const usual = args.map((argument) => ({ ...argument, values: [...new Set(argument.values.map(plainInstant))] }));
  return isUnusual(args) ? [{ kind, args: usual }] : [];
}
