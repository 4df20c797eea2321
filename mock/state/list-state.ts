// One list of a session, with all that is needed to change its rows.
import type { Actions, RowSource } from '../../fixtures/index.ts';
import { didYouMean, type Operation, pathName, type Row } from '../../spec/index.ts';
import type { Store } from '../store/store.ts';
import { StateError } from './state-error.ts';

export type ListState = {
  readonly operation: Operation;
  readonly store: Store;
  readonly source: RowSource;
  readonly actions: Actions;
};

/** The lists of a world, as one session has them. */
export type Lists = {
  readonly all: readonly ListState[];
  /** The list of this name, or of the last segment of its path. Throws a StateError where there is none. */
  readonly named: (name: string) => ListState;
  /** The list of a resource of the same document. */
  readonly beside: (list: ListState, resource: string) => ListState | undefined;
};

/** Finds the lists of a session by name. */
export function listsOf(all: readonly ListState[]): Lists {
  return {
    all,
    named: (name) => {
      const found =
        all.find(({ operation }) => operation.list.name === name) ??
        all.find(({ operation }) => pathName(operation.path) === name);
      if (found !== undefined) return found;
      const names = all.map(({ operation }) => operation.list.name);
      throw new StateError(
        `There is no list ${name}. The lists are ${names.join(', ')}.${didYouMean(name, names)}`,
        404,
      );
    },
    beside: ({ operation }, resource) =>
      all.find((each) => each.operation.document === operation.document && each.operation.list.resource === resource),
  };
}

/** The lists of a document whose rows refer to rows of this one, and by which reference. */
export function childrenOf({ all }: Lists, { operation }: ListState) {
  return all
    .filter((each) => each.operation.document === operation.document)
    .flatMap((child) =>
      child.operation.references
        .filter(({ to }) => to === operation.list.resource)
        .map((reference) => ({ child, reference })),
    );
}

/** The rows of a list whose member has this value; up to `limit` of them. */
export function rowsWith(
  { operation, store }: ListState,
  member: string,
  value: unknown,
  limit: number,
): readonly Row[] {
  const filter = operation.filters.find(
    ({ field, test, value: fixed, when, unrestricted }) =>
      field === member &&
      (test === 'equals' || test === 'in') &&
      fixed === undefined &&
      when === undefined &&
      unrestricted !== value,
  );
  const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (filter !== undefined && isValue)
    return store.select({ values: new Map([[filter.name, [value]]]), bare: true, limit });
  const all = store.select({ values: new Map(), bare: true, limit: Number.POSITIVE_INFINITY });
  return all.filter((row) => row[member] === value).slice(0, limit);
}
