// Faults of one list: the common case, written shortly.
import { on, within } from './ask.ts';
import type { Family, Fault, Wrap } from './fault.ts';
import { LISTS, type ListName } from './lists.ts';

/** A fault of one list; its name and the list's make its id. */
type Sketch = Pick<Fault, 'clause' | 'summary' | 'world' | 'timeout' | 'unobservable' | 'expect'> & {
  readonly list: ListName;
  readonly name: string;
  /** Sees only the calls to this list. */
  readonly wrap: Wrap;
};

/** Makes faults of a family. */
export const faultOf =
  (family: Family) =>
  ({ list, name, summary, wrap, ...facts }: Sketch): Fault => ({
    ...facts,
    id: `${name}-${list}`,
    family,
    summary: `${list}: ${summary}`,
    api: LISTS[list].api,
    list,
    wrap: within(on(list), wrap),
  });
