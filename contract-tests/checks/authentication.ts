// Without a credential, or with a wrong one, nothing is served.
import type { Check } from '../check.ts';
import { probeRefusal } from '../refusal-probe.ts';

const id = 'authentication';

export const authentication: Check = {
  id,
  title: 'A call without a valid credential is refused',
  applies: ({ refusals }) => refusals['no-credential'] !== undefined,
  run: async (scene) => {
    const breach = scene.operation.security.clauses;
    const none = await probeRefusal(scene, {
      checkId: id,
      situation: 'no-credential',
      manner: 'without a credential',
      credential: 'none',
      breach,
    });
    const wrong = await probeRefusal(scene, {
      checkId: id,
      situation: 'wrong-credential',
      manner: 'with a wrong credential',
      credential: 'altered',
      breach,
    });
    const gaps = none === undefined || wrong === undefined ? ['the budget of requests was spent, or the server stopped answering'] : [];
    return { flaws: [...(none ?? []), ...(wrong ?? [])], gaps, message: 'no credential, and a wrong one' };
  },
};
