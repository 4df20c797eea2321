// A key of a plan without access to the API is refused.
import { type Check, cite } from '../check.ts';
import { probeRefusal } from '../refusal-probe.ts';

const id = 'plan';

export const plan: Check = {
  id,
  title: 'A key of a plan without API access is refused',
  applies: ({ refusals }) => refusals['insufficient-plan'] !== undefined,
  run: async (scene) => {
    const message = 'a key of a plan without API access';
    if (scene.credentials.noPlanKey === undefined)
      return { flaws: [], gaps: ['needs a key of such a plan (--no-plan-key)'], message };
    const breach = cite(id, scene, scene.operation.refusals['insufficient-plan']?.clauses);
    const flaws = await probeRefusal(scene, {
      checkId: id,
      situation: 'insufficient-plan',
      manner: 'with a key of a plan without API access',
      credential: 'noPlanKey',
      breach,
    });
    return {
      flaws: flaws ?? [],
      gaps: flaws === undefined ? ['the budget of requests was spent, or the server stopped answering'] : [],
      message,
    };
  },
};
