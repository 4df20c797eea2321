// What a deployment may refuse for how it is written is asked again in other words: half an id with a whole one, an unknown one
// with one of another row, an instant in milliseconds or in another zone with a plain one, a value that is sent twice once.
import { withKnownId, withUnknownId } from '../plan/calls/other-ids.ts';
import type { Probe } from '../plan/calls/planned-call.ts';
import { inUsualWords } from '../plan/calls/usual-words.ts';
import type { InputModel } from '../plan/input-model.ts';
import type { Context } from '../walk/context.ts';
import { attempt, type ProbeRun } from './probe-run.ts';

/** Refused probes of one kind that are asked again. */
const MOST = 40;

export async function askedOtherwise(
  context: Context,
  model: InputModel,
  runs: readonly ProbeRun[],
): Promise<readonly ProbeRun[]> {
  const inTurn = async (others: readonly (readonly [Probe, number | undefined])[]): Promise<ProbeRun[]> => {
    const found: ProbeRun[] = [];
    for (const [probe, size] of others) found.push(await attempt(context, model, { probe, asking: { size } }));
    return found;
  };
  const refused = runs.filter(({ walk }) => walk.stop === 'refused');
  const plain = refused.flatMap(({ probe, walk }) => inUsualWords(probe).map((other) => [other, walk.size] as const));
  const impossible = (some: readonly ProbeRun[]) =>
    some.filter(({ probe, walk }) => probe.kind === 'impossible' && walk.stop === 'refused').map(({ probe }) => probe);
  const whole = await inTurn(
    impossible(runs)
      .slice(0, MOST)
      .map((probe) => [withUnknownId(probe, model), undefined] as const),
  );
  // Where unknown ids are refused too, one that some other row has must do.
  const known = impossible(whole).flatMap((probe) => withKnownId(probe, model));
  return [
    ...whole,
    ...(await inTurn(known.map((probe) => [probe, undefined] as const))),
    ...(await inTurn(plain.slice(0, MOST))),
  ];
}
