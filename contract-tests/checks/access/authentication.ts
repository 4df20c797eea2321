// Without a credential, or with one that is not quite right, nothing is served.
import { type Check, cite } from '../check.ts';
import { judgeRefusals } from './refusals.ts';

const id = 'authentication';

export const authentication: Check = {
  id,
  title: 'A call without a valid credential is refused',
  applies: ({ refusals, security }) => security.alternatives.length > 0 && refusals['wrong-credential'] !== undefined,
  situations: ['no-credential', 'wrong-credential'],
  judge: (evidence) => ({
    ...judgeRefusals(evidence, () => cite(id, evidence, evidence.operation.security.clauses)),
    message: evidence.refused.calls.map(({ caller }) => caller.manner).join(', '),
  }),
};
