// Without a credential, or with a wrong one, nothing is served.
import { type Check, cite } from '../check.ts';
import { probeRefusal } from '../refusal-probe.ts';
import type { Scene } from '../scene.ts';
import { sizeParameter } from '../walk.ts';

const id = 'authentication';

export const authentication: Check = {
  id,
  title: 'A call without a valid credential is refused',
  applies: ({ refusals }) => refusals['no-credential'] !== undefined,
  run: async (scene) => {
    const breach = cite(id, scene, scene.operation.security.clauses);
    const none = {
      checkId: id,
      situation: 'no-credential',
      manner: 'without a credential',
      credential: 'none',
      breach,
    } as const;
    const wrong = {
      checkId: id,
      situation: 'wrong-credential',
      manner: 'with a wrong credential',
      credential: 'altered',
      breach,
    } as const;
    const answers = [await probeRefusal(scene, none), await probeRefusal(scene, wrong)];
    for (const query of scene.depth === 'full' ? await queriesOf(scene) : []) {
      answers.push(await probeRefusal(scene, { ...none, query }));
    }
    const gaps = answers.includes(undefined)
      ? ['the budget of requests was spent, or the server stopped answering']
      : [];
    return { flaws: answers.flatMap((flaws) => flaws ?? []), gaps, message: 'no credential, and a wrong one' };
  },
};

/** One query for every parameter that could lead around the door, a genuine cursor among them. */
async function queriesOf(scene: Scene): Promise<(readonly (readonly [string, string])[])[]> {
  const { operation } = scene;
  const { rows } = await scene.universe(id);
  const filtered = operation.filters.flatMap(({ name, field, allowed, when }) => {
    const value = when ?? allowed[0] ?? rows.map((row) => row[field]).find((each) => typeof each === 'string');
    return value === undefined ? [] : [[[name, String(value)] as const]];
  });
  const size = sizeParameter(operation);
  if (size === undefined) return filtered;
  const { paging } = operation.list;
  const [page] = (await scene.walk(id, [], operation.list.size?.minimum, { maxPages: 1 })).pages;
  const next = paging.style === 'cursor' ? paging.cursor : paging.style === 'page' ? paging.page : undefined;
  const later = next === undefined || page?.next === undefined ? [] : [[[next, page.next] as const]];
  return [...filtered, [[size, '1'] as const], ...later];
}
