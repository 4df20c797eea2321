// Keys that are valid and refused all the same: one check for each reason that a contract can name.
import type { Operation, REFUSED_ROLES } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { REFUSED_KEYS } from '../../plan/callers/refused-callers.ts';
import { type Check, cite } from '../check.ts';
import { judgeRefusals } from './refusals.ts';

type Refused = {
  readonly id: string;
  readonly title: string;
  /** The situation that the check is about, and the role of the key that brings it about. */
  readonly role: (typeof REFUSED_ROLES)[number];
  /** The clauses that are broken where it is served. */
  readonly breach: (evidence: Evidence) => readonly string[];
};

function refusedKey({ id, title, role, breach }: Refused): Check {
  return {
    id,
    title,
    applies: (operation) => operation.refusals[role] !== undefined && isAskedFor(operation, role),
    situations: [role],
    judge: (evidence) => ({
      ...judgeRefusals(evidence, () => breach(evidence)),
      message: REFUSED_KEYS[role],
    }),
  };
}

/** A missing scope can only be seen where one is asked for. */
function isAskedFor({ security }: Operation, role: Refused['role']): boolean {
  return role !== 'insufficient-scope' || security.alternatives.some(({ scopes }) => scopes.length > 0);
}

export const scope = refusedKey({
  id: 'scope',
  title: 'A key without the required scope is refused',
  role: 'insufficient-scope',
  breach: (evidence) => cite('scope', evidence, evidence.operation.security.clauses),
});

export const revokedKey = refusedKey({
  id: 'revoked-key',
  title: 'A revoked key is refused',
  role: 'revoked-credential',
  // A revoked key is an invalid one, and what becomes of those is said where keys are.
  breach: (evidence) => cite('authentication', evidence, evidence.operation.security.clauses),
});

export const plan = refusedKey({
  id: 'plan',
  title: 'A key of a plan without API access is refused',
  role: 'insufficient-plan',
  breach: (evidence) => cite('plan', evidence, evidence.operation.refusals['insufficient-plan']?.clauses),
});
