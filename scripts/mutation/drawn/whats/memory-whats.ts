// Replies that are remembered: under a key that forgets one factor, or for the wrong call altogether.
import type { Reply } from '../../../../mock/index.ts';
import { placeParameter } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import { CALLER, TENANT } from '../classes/caller-classes.ts';
import { PAGE_SIZE, PLACE } from '../classes/page-classes.ts';
import { ofList, withRows } from '../rewrite.ts';
import { keptBy, type Scene } from '../scene.ts';
import { rowsIn } from '../walk.ts';
import { type Maker, pick, type What } from '../what.ts';

/** Remembers what was served, by all that a call says except one factor. */
const forgetting: Maker = (scene, random): What | undefined => {
  const factor = pick(factorsOf(scene), random);
  if (factor === undefined) return undefined;
  const isRefused = factor === CALLER || factor === TENANT;
  return {
    says: `a reply is remembered by a key that forgets the ${factor}`,
    target: isRefused ? 'refused' : 'served',
    after: { factor },
    start: () => {
      const known = new Map<string, Reply>();
      return {
        see: (asked, reply) => {
          const key = keyOf(asked, factor);
          if (reply.status === 200 && !known.has(key)) known.set(key, reply);
        },
        change: (asked, reply) => known.get(keyOf(asked, factor)) ?? reply,
      };
    },
  };
};

/** The reply of the call before, whatever that was. */
const stale: Maker = () => ({
  says: 'the reply is that of the call before',
  target: 'served',
  after: 'any',
  start: () => {
    let before: Reply | undefined;
    return {
      see: (_asked, reply) => {
        if (reply.status === 200) before = reply;
      },
      change: (_asked, reply) => before ?? reply,
    };
  },
});

/** What is asked once is answered; what is asked again is answered from a copy that lacks a row. */
const repeated: Maker = () => ({
  says: 'the answer lacks its last row when the same is asked again',
  target: 'served',
  after: 'itself',
  start: () => {
    const asked = new Set<string>();
    return {
      see: (one) => asked.add(keyOf(one, '')),
      change: (one, reply) =>
        asked.has(keyOf(one, '')) ? withRows(one, reply, rowsIn(one.scene, reply).slice(0, -1)) : reply,
    };
  },
});

/** A filter of one call is still in force in the next that does not give it. */
const sticky: Maker = ({ operation }, random) => {
  const filter = pick(operation.filters, random);
  if (filter === undefined) return undefined;
  const { name } = filter;
  return {
    says: `${name} of the call before is still in force`,
    target: 'served',
    after: { factor: name },
    start: () => {
      let values: readonly string[] = [];
      return {
        see: ({ query }) => {
          values = query.getAll(name);
        },
        change: (asked, reply) => {
          const query = new URLSearchParams(asked.query);
          if (query.has(name) || values.length === 0) return reply;
          for (const value of values) query.append(name, value);
          return ofList(asked, reply, keptBy(asked.scene, query));
        },
      };
    },
  };
};

// What is forgotten can be any of many factors.
export const memoryWhats: readonly Maker[] = [forgetting, forgetting, forgetting, forgetting, sticky, stale, repeated];

function factorsOf({ operation }: Scene): readonly string[] {
  const { paging } = operation.list;
  return [
    ...operation.filters.map(({ name }) => name),
    ...(paging.limit === undefined ? [] : [PAGE_SIZE]),
    ...(placeParameter(paging) === undefined ? [] : [PLACE]),
    CALLER,
    ...(operation.tenants.length === 0 ? [] : [TENANT]),
  ];
}

/** All that a call says, but for one factor. */
function keyOf({ scene, query, who, tenant, call }: Asked, forgotten: string): string {
  const { paging } = scene.operation.list;
  const kept = new URLSearchParams(query);
  if (forgotten === PAGE_SIZE) kept.delete(paging.limit ?? '');
  else if (forgotten === PLACE) kept.delete(placeParameter(paging) ?? '');
  else kept.delete(forgotten);
  kept.sort();
  const isAnyCaller = forgotten === CALLER;
  const isAnyTenant = forgotten === TENANT;
  return JSON.stringify([isAnyCaller || who, isAnyTenant || [tenant, call.path], kept.toString()]);
}
