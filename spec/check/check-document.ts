// Notes what only shows when all operations of a document are read: references between lists, and names used twice.

import type { DocumentSource } from '../load/document-source.ts';
import type { Operation } from '../meaning/operation.ts';
import { lacks } from '../read/member-types.ts';
import { escapeToken } from '../schema/pointer.ts';
import { didYouMean } from '../words/nearest-name.ts';

export function checkDocument({ document, mistakes }: DocumentSource, operations: readonly Operation[]): void {
  const resources = new Map<string, Operation>();
  for (const operation of operations) {
    const { resource } = operation.list;
    const other = resources.get(resource);
    if (other !== undefined)
      mistakes.add(
        `${operation.pointer}/x-list/resource`,
        `${other.id} already lists ${resource}. Give each list its own name.`,
      );
    else resources.set(resource, operation);
  }
  for (const [index, { id, pointer }] of operations.entries()) {
    const other = operations.slice(0, index).find((each) => each.id === id);
    if (other !== undefined)
      mistakes.add(
        `${pointer}/operationId`,
        `${id} is the operationId of ${other.path} too. Give each operation its own.`,
      );
  }
  for (const operation of operations) {
    for (const { from, to, field, agree, missingWith } of operation.references) {
      const pointer = `${operation.rowSchema}/properties/${escapeToken(from)}/x-ref`;
      const target = resources.get(to);
      if (target === undefined) {
        mistakes.add(pointer, `${from} refers to ${to}, which no operation lists.${didYouMean(to, resources.keys())}`);
        continue;
      }
      const missing = [
        ...[field, ...agree].map((member) => lacks(document, target, member)),
        ...agree.map((member) => lacks(document, operation, member)),
      ].find((each) => each !== undefined);
      if (missing !== undefined) mistakes.add(pointer, `${from} names a member that is not there. ${missing}`);
      const names = operation.references.map((each) => each.from);
      if (missingWith !== undefined && !names.includes(missingWith))
        mistakes.add(
          `${pointer}/missingWith`,
          `${missingWith} names no row of another list. Name a member that has an x-ref.${didYouMean(missingWith, names)}`,
        );
    }
  }
  checkCircles(operations, mistakes.add);
}

/** Rows are made behind the rows that they refer to, so references may not lead round, but to the list itself. */
function checkCircles(operations: readonly Operation[], add: DocumentSource['mistakes']['add']): void {
  const parents = new Map(
    operations.map(({ list, references }) => [
      list.resource,
      references.map(({ to }) => to).filter((to) => to !== list.resource),
    ]),
  );
  const leadsBack = (from: string, here: string, seen: Set<string>): boolean => {
    if (seen.has(here)) return false;
    seen.add(here);
    return (parents.get(here) ?? []).some((to) => to === from || leadsBack(from, to, seen));
  };
  for (const { list, pointer } of operations)
    if (leadsBack(list.resource, list.resource, new Set()))
      add(
        `${pointer}/x-list/resource`,
        `The references of ${list.resource} lead round in a circle, so that no row could come first. Leave one x-ref out.`,
      );
}
