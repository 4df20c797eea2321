// A lint of the register against the documents: what it says of them must be so.
import { describe, expect, test } from 'vitest';
import { loadContracts } from './load-contract.ts';
import type { Operation } from './operation.ts';
import { isRecord } from './pointer.ts';

const { layers, klayrai, register } = loadContracts();
const operations = [...layers.operations, ...klayrai.operations];
const clauses = [...register.values()];
/** Matches no documented status, so that it stands for the `default` response. */
const ANY_OTHER_STATUS = 599;

/** The operations that a clause speaks of: those of its page, or of its vendor. */
function operationsOf(page: string): readonly Operation[] {
  if (page === 'layers-facts') return layers.operations;
  if (page === 'klayrai-facts') return klayrai.operations;
  return operations.filter((operation) => operation.page === page);
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
  expect(operations.map(({ page }) => page)).toEqual(['ACCOUNTS', 'CAMPAIGNS', 'ADSETS', 'ADS', 'KLAYRAI']);
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
    const cited = new Set([...citedIn(layers.document), ...citedIn(klayrai.document)]);
    const lost = clauses.filter(({ holder, id }) => holder.startsWith('check:') && !cited.has(id));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

test('no document cites a clause of the other vendor', () => {
  const isKlayrai = (id: string) => /^(KLY|KAP)-/.test(id);
  expect(citedIn(layers.document).filter(isKlayrai)).toEqual([]);
  expect(citedIn(klayrai.document).filter((id) => !isKlayrai(id))).toEqual([]);
});
