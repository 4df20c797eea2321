// Without a credential, or with one that is not quite right, nothing is served.
import { ALTERATIONS, alteredKey, isMisplacement } from '../../http/altered-key.ts';
import { keyFor } from '../../http/credentials.ts';
import { nearMisses } from '../../plan/request-budget.ts';
import { type Context, listIndex, vendorsLists } from '../../walk/context.ts';
import { type Check, cite } from '../check.ts';
import { probeRefusal, type RefusalProbe } from './refusal-probe.ts';

const id = 'authentication';

export const authentication: Check = {
  id,
  title: 'A call without a valid credential is refused',
  applies: ({ refusals, security }) => security.alternatives.length > 0 && refusals['wrong-credential'] !== undefined,
  ask: async (context) => {
    const answers = [];
    const probes = probesOf(context);
    for (const probe of probes) answers.push(await probeRefusal(context, probe));
    // A refusal that somebody remembers by its address would spoil the same call of the next caller.
    if (context.depth === 'full') await context.fresh([], undefined, { maxPages: 1 });
    return {
      flaws: answers.flatMap(({ flaws }) => flaws),
      gaps: answers.flatMap(({ gaps }) => gaps),
      exercised: answers.flatMap(({ exercised }) => exercised),
      message: probes.map(({ manner }) => manner).join(', '),
    };
  },
};

/** A call without a key, and near misses of the good one: at the standard depth a few in each list of the vendor. */
function probesOf(context: Context): RefusalProbe[] {
  const { operation, keyring, depth } = context;
  const { alternatives, optional, clauses } = operation.security;
  const breach = cite(id, context, clauses);
  const none: RefusalProbe = {
    situation: 'no-credential',
    manner: 'without a credential',
    credential: 'none',
    breach,
  };
  const key = keyFor(operation);
  const value = key === undefined ? undefined : keyring.valueFor(key);
  const schemes = alternatives.map(({ scheme }) => scheme);
  const possible = ALTERATIONS.filter((each) => alteredKey(schemes, value ?? '', each) !== undefined);
  // Where a call without a key is served too, one that shows none where it is looked for is such a call.
  const wrong = possible.filter((alteration) => !optional || !(alteration === 'empty' || isMisplacement(alteration)));
  const lists = vendorsLists(context).length;
  const each = depth === 'full' ? wrong.length : nearMisses(wrong.length, lists);
  const first = listIndex(context) * each;
  const chosen = Array.from(
    { length: Math.min(each, wrong.length) },
    (_, turn) => wrong[(first + turn) % wrong.length],
  );
  return [
    ...(optional ? [] : [none]),
    ...chosen.flatMap((alteration, turn): RefusalProbe[] =>
      key === undefined || alteration === undefined
        ? []
        : [
            {
              situation: 'wrong-credential',
              manner: `with a key that is ${alteration}`,
              credential: { altered: key, alteration },
              // One of them asks for as much as the call without a key: any key may do where parameters lead past the door.
              briefly: turn === 0 ? 'full' : 'bare',
              breach,
            },
          ],
    ),
  ];
}
