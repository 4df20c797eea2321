// Somebody else's rows are not shown: their tenant is refused as documented, and so is one that does not exist.
import { type Check, cite } from '../check.ts';
import { judgeRefusals } from './refusals.ts';

const id = 'foreign-project';

export const foreignProject: Check = {
  id,
  title: "Somebody else's rows are not shown",
  applies: ({ tenants }) => tenants.length > 0,
  situations: ['foreign-tenant', 'unknown-tenant'],
  judge: (evidence) => {
    const { tenants } = evidence.operation;
    const clauses = tenants.flatMap((tenant) => tenant.clauses);
    return {
      ...judgeRefusals(evidence, () => cite(id, evidence, clauses)),
      message: `a foreign or unknown ${tenants.map(({ own }) => own.label).join(' and ')}`,
    };
  },
};
