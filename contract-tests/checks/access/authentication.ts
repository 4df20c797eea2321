// Without a credential, or with a wrong one, nothing is served.

import { keyFor } from '../../http/credentials.ts';
import { type Check, cite } from '../check.ts';
import { probeRefusal } from './refusal-probe.ts';

const id = 'authentication';

export const authentication: Check = {
  id,
  title: 'A call without a valid credential is refused',
  applies: ({ refusals, security }) => security.alternatives.length > 0 && refusals['wrong-credential'] !== undefined,
  run: async (context) => {
    const breach = cite(id, context, context.operation.security.clauses);
    const none = {
      situation: 'no-credential',
      manner: 'without a credential',
      credential: 'none',
      breach,
    } as const;
    const key = keyFor(context.operation);
    const wrong = {
      situation: 'wrong-credential',
      manner: 'with a wrong credential',
      credential: key === undefined ? 'none' : { altered: key },
      bare: true,
      breach,
    } as const;
    // Where a call without a key is served too, only a wrong one is refused.
    const probes = context.operation.security.optional ? [wrong] : [none, wrong];
    const answers = [];
    for (const probe of probes) answers.push(await probeRefusal(context, probe));
    // A refusal that somebody remembers by its address would spoil the same call of the next caller.
    if (context.depth === 'full') await context.fresh([], undefined, { maxPages: 1 });
    return {
      flaws: answers.flatMap(({ flaws }) => flaws),
      gaps: answers.flatMap(({ gaps }) => gaps),
      message: 'no credential, and a wrong one',
    };
  },
};
