// Ways in which a filter by id can be wrong about what the id names, as where rows of what was deleted are not looked for.
import type { Filter } from '../../../spec/index.ts';
import type { Referents } from '../input-model.ts';
import type { Masks, Named } from './mutation-operator.ts';

/** For each kind of row that ids of this list name: none of their rows is found. */
export function referentMutants(
  filter: Filter,
  referents: Referents | undefined,
  { none, right }: Pick<Masks, 'none' | 'right'>,
): Named[] {
  return [...(referents?.byKind ?? [])].map(([kind, some]): Named => {
    const ids = new Set(some);
    return [
      `finds nothing where it names something of ${kind}`,
      (values) => {
        const kept = values.filter((value) => !ids.has(value));
        if (kept.length === values.length) return undefined;
        return kept.length === 0 ? none : right(filter, kept);
      },
    ];
  });
}
