// Keys that are valid and refused all the same: one check for each reason that a contract can name.
import { credentialFor, type Operation, type REFUSED_ROLES } from '../../../spec/index.ts';
import type { Context } from '../../walk/context.ts';
import { type Check, cite } from '../check.ts';
import { probeRefusal } from './refusal-probe.ts';

type Refused = {
  readonly id: string;
  readonly title: string;
  /** The situation that the check is about, and the role of the key that brings it about. */
  readonly role: (typeof REFUSED_ROLES)[number];
  /** The key, for messages: `with a key …`. */
  readonly key: string;
  /** The clauses that are broken where it is served. */
  readonly breach: (context: Context) => readonly string[];
};

function refusedKey({ id, title, role, key, breach }: Refused): Check {
  return {
    id,
    title,
    applies: (operation) => operation.refusals[role] !== undefined && isAskedFor(operation, role),
    ask: async (context) => {
      const { operation, keyring } = context;
      const credential = credentialFor(operation, role);
      if (credential === undefined) return { flaws: [], gaps: ['the contract names no such key'], message: key };
      if (keyring.valueFor(credential) === undefined)
        return { flaws: [], gaps: [`needs ${key} (--${credential.option})`], message: key };
      const probe = { situation: role, manner: `with ${key}`, credential, breach: breach(context) };
      return { ...(await probeRefusal(context, probe)), message: key };
    },
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
  key: 'a key without the scope',
  breach: (context) => cite('scope', context, context.operation.security.clauses),
});

export const revokedKey = refusedKey({
  id: 'revoked-key',
  title: 'A revoked key is refused',
  role: 'revoked-credential',
  key: 'a revoked key',
  // A revoked key is an invalid one, and what becomes of those is said where keys are.
  breach: (context) => cite('authentication', context, context.operation.security.clauses),
});

export const plan = refusedKey({
  id: 'plan',
  title: 'A key of a plan without API access is refused',
  role: 'insufficient-plan',
  key: 'a key of a plan without API access',
  breach: (context) => cite('plan', context, context.operation.refusals['insufficient-plan']?.clauses),
});
