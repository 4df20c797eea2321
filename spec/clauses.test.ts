// A lint of the register against the documents: what it says of them must be so.
import { describe, expect, test } from 'vitest';
import { loadContract } from './load/load-contract.ts';
import type { Operation } from './meaning/operation.ts';
import { isRecord } from './schema/pointer.ts';

const { documents, operations, register } = loadContract();
const clauses = [...register.values()];
/** Matches no documented status, so that it stands for the `default` response. */
const ANY_OTHER_STATUS = 599;

/** The operations that a clause speaks of: those of its page, or of its vendor. */
function operationsOf(page: string): readonly Operation[] {
  return operations.filter((operation) => operation.page === page || operation.facts === page);
}

/** Every clause that a document cites, in any of its parts. */
function citedIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(citedIn);
  if (!isRecord(node)) return [];
  const own = Array.isArray(node['x-clause']) ? node['x-clause'].map(String) : [];
  return [...own, ...Object.values(node).flatMap(citedIn)];
}

test('every page of the register has operations', () => {
  const pages = [...new Set(clauses.map(({ page }) => page))];
  expect(pages.filter((page) => operationsOf(page).length === 0)).toEqual([]);
});

test('every operation has a page of its own, and no page is that of another vendor', () => {
  const facts = new Set(operations.map((operation) => operation.facts));
  const pages = [...new Set(clauses.map(({ page }) => page))].filter((page) => !facts.has(page));
  expect(operations.map(({ page }) => page).sort()).toEqual(pages.sort());
  expect(facts.size).toBe(documents.length);
});

describe('every clause', () => {
  test('that must or should hold has a holder', () => {
    expect(clauses.filter(({ level, holder }) => level !== 'open' && holder === 'none')).toEqual([]);
  });

  test('that is open has a reading and no holder that could fail anybody', () => {
    expect(clauses.filter(({ level, reading }) => level === 'open' && reading === undefined)).toEqual([]);
    expect(clauses.filter(({ level, holder }) => level === 'open' && holder !== 'none')).toEqual([]);
  });

  test('that cannot be observed says why', () => {
    expect(clauses.filter(({ holder, reason }) => holder === 'unobservable' && reason === undefined)).toEqual([]);
  });

  test('is a statement in one sentence or more', () => {
    expect(clauses.filter(({ statement }) => !/^\S.+\.$/.test(statement)).map(({ id }) => id)).toEqual([]);
  });

  test('that a schema holds is cited inside a response schema of an operation of its page', () => {
    const lost = clauses
      .filter(({ holder }) => holder === 'schema')
      .filter(({ id, page }) => {
        const replies = operationsOf(page).flatMap(({ statuses, reply }) =>
          [...statuses, ANY_OTHER_STATUS].flatMap((status) => reply(status)?.clauses ?? []),
        );
        return !replies.includes(id);
      });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('that a check holds is cited by the document of its vendor', () => {
    const lost = documents.flatMap((document) => {
      const cited = new Set(citedIn(document.document));
      const own = clauses.filter(({ page }) => operationsOf(page).some(({ api }) => api === document.api));
      return own.filter(({ holder, id }) => holder.startsWith('check:') && !cited.has(id));
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

test.each(documents)('$name cites no clause of another vendor', ({ document, operations: own }) => {
  const pages = own.flatMap(({ page, facts }) => [page, facts]);
  const cited = citedIn(document);
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.filter((id) => !pages.includes(register.get(id)?.page))).toEqual([]);
});
