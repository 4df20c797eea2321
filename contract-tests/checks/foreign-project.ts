// Somebody else's project is answered like one that does not exist.

import { type Check, cite } from '../check.ts';
import type { CredentialName } from '../credentials.ts';
import { impossibleValue } from '../impossible-value.ts';
import { probeRefusal } from '../refusal-probe.ts';

const id = 'foreign-project';

export const foreignProject: Check = {
  id,
  title: "Somebody else's project is not shown",
  applies: ({ tenant }) => tenant !== undefined,
  run: async (scene) => {
    const { tenant } = scene.operation;
    const breach = cite(id, scene, tenant?.clauses);
    const foreign = scene.credentials[(tenant?.foreign ?? '') as CredentialName];
    const answers = [];
    if (foreign !== undefined) {
      answers.push(
        await probeRefusal(scene, {
          checkId: id,
          situation: 'foreign-tenant',
          manner: 'for a project of another organization',
          credential: 'token',
          tenant: foreign,
          bare: true,
          breach,
        }),
      );
    }
    // One list shows at the standard depth what is behind the door of a project that nobody has.
    const [first] = [...scene.others.values()].filter(({ operation }) => operation.tenant !== undefined);
    if (foreign === undefined || scene.depth === 'full' || scene === first) {
      answers.push(
        await probeRefusal(scene, {
          checkId: id,
          situation: 'unknown-tenant',
          manner: 'for a project that does not exist',
          credential: 'token',
          tenant: impossibleValue([scene.tenant]),
          bare: true,
          breach,
        }),
      );
    }
    const gaps =
      foreign === undefined
        ? ['needs a project of another organization (--foreign-project); only one that nobody has was tried']
        : [];
    if (answers.includes(undefined)) gaps.push('the budget of requests was spent, or the server stopped answering');
    return { flaws: answers.flatMap((flaws) => flaws ?? []), gaps, message: 'a foreign or unknown project' };
  },
};
