// The classes of a filter by id: ids of few and of many rows, ids that no row has, and near misses of those that rows have.
import { type Filter, memberOf } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import type { Setting } from '../draft.ts';
import { type Class, someOf } from '../factor.ts';
import { type Likeness, likenessOf, likeTo } from '../likeness.ts';
import { countsOf, keptBy, type Scene } from '../scene.ts';

const NEAR_MISSES = [
  'cut',
  'lengthened',
  'in another case',
  'changed at its end',
] as const satisfies readonly Likeness[];

/** An id in no form that a vendor would give. */
const UNHEARD_OF = 'zz_no_such_thing_0';

export function identifierClasses(scene: Scene, filter: Filter): readonly Class[] {
  const { name, field } = filter;
  const counts = countsOf(scene, field);
  const sorted = [...counts.values()].sort((one, other) => one - other);
  const few = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const many = sorted[Math.floor((sorted.length * 3) / 4)] ?? 0;
  const isRare = (id: string) => (counts.get(id) ?? few + 1) <= few;
  const isShared = (id: string) => (counts.get(id) ?? 0) >= many;
  const elsewhere = idsElsewhere(scene, field).filter((id) => !counts.has(id));
  const missOf = (id: string) =>
    counts.has(id) ? undefined : [...counts.keys()].map((each) => likenessOf(id, each)).find((each) => each);
  const one = (says: string, isMeant: (id: string) => boolean, settings: readonly Setting[]): Class => ({
    factor: name,
    says,
    holds: ({ query }: Asked) => query.getAll(name).length === 1 && isMeant(query.get(name) ?? ''),
    settings,
  });
  /** Ids of rows that the rest of the draft keeps, so that the classes can meet. */
  const among =
    (isMeant: (id: string) => boolean, place: number): Setting =>
    ({ query }, of) => {
      const ids = keptBy(of, query, name).flatMap((row) => {
        const id = memberOf(row, field);
        return typeof id === 'string' && isMeant(id) ? [id] : [];
      });
      const id = someOf([...new Set(ids)])[place] ?? [...counts.keys()].find(isMeant);
      if (id !== undefined) query.set(name, id);
    };
  const three = (isMeant: (id: string) => boolean): readonly Setting[] =>
    [0, 1, 2].map((place) => among(isMeant, place));
  const asking =
    (id: string): Setting =>
    ({ query }) =>
      query.set(name, id);
  return [
    one(
      'names something that rows have',
      (id) => counts.has(id),
      three(() => true),
    ),
    ...(few < many
      ? [
          one('names something of few rows', isRare, three(isRare)),
          one('names something of many rows', isShared, three(isShared)),
        ]
      : []),
    one(
      'names nothing that there is',
      (id) => id !== '' && !counts.has(id) && !elsewhere.includes(id) && missOf(id) === undefined,
      [asking(UNHEARD_OF)],
    ),
    ...(elsewhere.length === 0
      ? []
      : [one('names something without rows', (id) => elsewhere.includes(id), someOf(elsewhere).map(asking))]),
    ...NEAR_MISSES.map((likeness) =>
      one(
        `is the id of something, ${likeness}`,
        (id) => missOf(id) === likeness && !elsewhere.includes(id),
        someOf([...counts.keys()]).flatMap((id) => likeTo(id, likeness).map(asking)),
      ),
    ),
  ];
}

/** The ids that the list has which the member refers to. */
function idsElsewhere({ mock, operation }: Scene, field: string): readonly string[] {
  const reference = operation.references.find(({ from }) => from === field);
  const target = mock.contract.operations.find(
    ({ api, list }) => api === operation.api && (list.resource === reference?.to || list.name === reference?.to),
  );
  if (reference === undefined || target === undefined) return [];
  const rows = mock.stores[target.list.name]?.select({ values: new Map(), limit: Number.POSITIVE_INFINITY }) ?? [];
  return rows.map((row) => String(memberOf(row, reference.field)));
}
