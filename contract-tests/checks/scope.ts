// A key without the scope is refused.
import { type Check, cite } from '../check.ts';
import { probeRefusal } from '../refusal-probe.ts';

const id = 'scope';

export const scope: Check = {
  id,
  title: 'A key without the required scope is refused',
  applies: ({ security, refusals }) => security.scopes.length > 0 && refusals['insufficient-scope'] !== undefined,
  run: async (scene) => {
    const message = `a key without ${scene.operation.security.scopes.join(' and ')}`;
    if (scene.credentials.noScopeToken === undefined)
      return { flaws: [], gaps: ['needs a key without the scope (--no-scope-token)'], message };
    const breach = cite(id, scene, scene.operation.security.clauses);
    const flaws = await probeRefusal(scene, {
      checkId: id,
      situation: 'insufficient-scope',
      manner: 'with a key that lacks the scope',
      credential: 'noScopeToken',
      breach,
    });
    return {
      flaws: flaws ?? [],
      gaps: flaws === undefined ? ['the budget of requests was spent, or the server stopped answering'] : [],
      message,
    };
  },
};
