// Which statement a broken reference breaks, where two references tell of one member.
import { expect, test } from 'vitest';
import type { Clause, Operation, Reference } from '../../../spec/index.ts';
import { walkOf } from '../../model/sample-walks.ts';
import { ownContract } from '../../own-contract.ts';
import type { Context } from '../../walk/context.ts';
import { theFirst } from '../sample-deployment.ts';
import { referenceFlaw } from './reference-flaws.ts';

const operation = theFirst(ownContract().operations, ({ references }) => references.length > 0);
const clause = (id: string): Clause => ({
  ...{ id, level: 'must', page: operation.page, section: '', statement: id, holder: 'check:references' },
});
const register = new Map(['OF_CALL', 'OF_VESSEL'].map((id) => [id, clause(id)]));
const ofCall: Reference = { from: 'call', to: 'call', field: 'id', agree: ['vessel'], clauses: ['OF_CALL'] };
const ofVessel: Reference = { from: 'vessel', to: 'vessel', field: 'id', agree: [], clauses: ['OF_VESSEL'] };

function clausesOf(binding: boolean, member: string): readonly string[] {
  const list: Operation = { ...operation, binding, references: [ofCall, ofVessel] };
  // A context has much more; clauses depend on no more than this.
  const context = { operation: list, register } as unknown as Context;
  const seen = { context, target: context, reference: ofCall, rows: walkOf(''), targets: walkOf('') };
  return referenceFlaw('references', seen, { row: {}, member, target: {}, expected: '', received: '' }).clauses;
}

test('what is not that of the row that is named breaks what is said of the member, where a register tells them apart', () => {
  expect(clausesOf(false, 'vessel')).toEqual(['OF_VESSEL']);
});

test('without a register it breaks the reference that says what must be alike', () => {
  expect(clausesOf(true, 'vessel')).toEqual(['OF_CALL']);
});

test('what leads nowhere breaks its own reference either way', () => {
  for (const binding of [false, true]) expect(clausesOf(binding, 'call')).toEqual(['OF_CALL']);
});
