// Callers who must be refused: one check for each reason that a contract can name.
import type { Operation, Situation } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { REFUSED_KEYS } from '../../plan/callers/refused-callers.ts';
import { type Check, cite, mustsOf } from '../check.ts';
import { judgeRefusals } from './refusals.ts';

type Refused = Pick<Check, 'id' | 'title' | 'applies'> & {
  readonly situations: readonly Situation[];
  /** What is broken where such a caller is served. @default what is said of security */
  readonly breach?: (operation: Operation) => readonly string[] | undefined;
  /** The check that holds those clauses, of which the musts are cited. @default itself */
  readonly cited?: string;
  readonly message: (evidence: Evidence) => string;
};

function refused({ breach = ({ security }) => security.clauses, cited, message, ...check }: Refused): Check {
  return {
    ...check,
    judge: (evidence) => {
      const held = cite(cited ?? check.id, evidence, breach(evidence.operation));
      const musts = cited === undefined ? [] : mustsOf(evidence, held);
      const broken = musts.length > 0 ? musts : held;
      return { ...judgeRefusals(evidence, broken), message: message(evidence) };
    },
  };
}

export const authentication = refused({
  id: 'authentication',
  title: 'A call without a valid credential is refused',
  applies: ({ refusals, security }) => security.alternatives.length > 0 && refusals['wrong-credential'] !== undefined,
  situations: ['no-credential', 'wrong-credential'],
  message: ({ refused: { calls } }) => calls.map(({ caller }) => caller.manner).join(', '),
});

export const scope = refused({
  id: 'scope',
  title: 'A key without the required scope is refused',
  // A missing scope can only be seen where one is asked for.
  applies: ({ refusals, security }) =>
    refusals['insufficient-scope'] !== undefined && security.alternatives.some(({ scopes }) => scopes.length > 0),
  situations: ['insufficient-scope'],
  message: () => REFUSED_KEYS['insufficient-scope'],
});

export const foreignProject = refused({
  id: 'foreign-project',
  title: "Somebody else's rows are not shown",
  applies: ({ tenants }) => tenants.length > 0,
  situations: ['foreign-tenant', 'unknown-tenant'],
  breach: ({ tenants }) => tenants.flatMap(({ clauses }) => clauses),
  message: ({ operation }) => `a foreign or unknown ${operation.tenants.map(({ own }) => own.label).join(' and ')}`,
});

export const revokedKey = refused({
  id: 'revoked-key',
  title: 'A revoked key is refused',
  applies: ({ refusals }) => refusals['revoked-credential'] !== undefined,
  situations: ['revoked-credential'],
  // A revoked key is an invalid one, and what becomes of those is said elsewhere.
  breach: ({ refusals }) => refusals['wrong-credential']?.clauses,
  cited: 'authentication',
  message: () => REFUSED_KEYS['revoked-credential'],
});

export const plan = refused({
  id: 'plan',
  title: 'A key of a plan without API access is refused',
  applies: ({ refusals }) => refusals['insufficient-plan'] !== undefined,
  situations: ['insufficient-plan'],
  breach: ({ refusals }) => refusals['insufficient-plan']?.clauses,
  message: () => REFUSED_KEYS['insufficient-plan'],
});
