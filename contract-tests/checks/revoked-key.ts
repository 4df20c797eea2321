// A key that was revoked is refused.
import { type Check, cite } from '../check.ts';
import { probeRefusal } from '../refusal-probe.ts';

const id = 'revoked-key';

export const revokedKey: Check = {
  id,
  title: 'A revoked key is refused',
  applies: ({ refusals }) => refusals['revoked-credential'] !== undefined,
  run: async (scene) => {
    const message = 'a revoked key';
    if (scene.credentials.revokedKey === undefined)
      return { flaws: [], gaps: ['needs a revoked key (--revoked-key)'], message };
    // A revoked key is an invalid one, and the page itself says what becomes of those.
    const breach = cite('authentication', scene, scene.operation.security.clauses);
    const flaws = await probeRefusal(scene, {
      checkId: id,
      situation: 'revoked-credential',
      manner: 'with a revoked key',
      credential: 'revokedKey',
      breach,
    });
    return {
      flaws: flaws ?? [],
      gaps: flaws === undefined ? ['the budget of requests was spent, or the server stopped answering'] : [],
      message,
    };
  },
};
