// Further classes that go with a probe for nothing: values of other filters that keep out none of its rows, and few others.
import { and, count, same } from '../bitset.ts';
import type { CallSpace, Way } from '../path/call-space.ts';
import type { Probe } from './probe.ts';

/** The share of all rows that such values must let through, so that they hide little of what may go wrong. */
const LARGE = 0.6;

/** The probes; those of two filters or more with others beside them, as long as there are classes that have not been asked for. */
export function accompanied(space: CallSpace, probes: readonly Probe[]): Probe[] {
  const { model } = space;
  const asked = new Set(probes.flatMap(({ args }) => model.classesOf(args)));
  const least = LARGE * model.rows.length;
  const isNew = ({ filter, values }: Way) => model.classesOf([{ filter, values }]).some((name) => !asked.has(name));
  return probes.map((probe) => {
    const answer = model.passing(probe.args);
    if (probe.args.length < 2 || count(answer) === 0) return probe;
    const given = new Set(probe.args.map(({ filter }) => filter));
    const added = space.ways.flatMap((byClass) => {
      const fitting = byClass
        .flat()
        .find(
          (way) =>
            !given.has(way.filter) && count(way.mask) >= least && same(and(answer, way.mask), answer) && isNew(way),
        );
      return fitting === undefined ? [] : [{ filter: fitting.filter, values: fitting.values }];
    });
    for (const name of model.classesOf(added)) asked.add(name);
    return { ...probe, args: [...probe.args, ...added] };
  });
}
