// Lets the faults that are in force misbehave: each call draws which of them concern it.
import type { Answer } from '../answer/call.ts';
import { type Fault, faultText } from './fault.ts';
import { networkFault } from './network-faults.ts';

/** The header that shows the faults of a session. */
const FAULTS_HEADER = 'X-Mock-Faults';

/** What answers a call when faults are in its way. */
export type Answering = {
  /** The answer to the call; of the deployment with these contract faults in front of it. */
  readonly answer: (contract: readonly Fault[]) => Answer;
  /** The vendor's refusal with this status. */
  readonly refuse: (status: number, seconds: number | undefined) => Answer;
};

/** The answer, with everything that goes wrong. `operation` is the one that was asked, where there is one. */
export function injectFaults(faults: readonly Fault[], operation: string | undefined, answering: Answering): Answer {
  const inForce = faults.filter(({ left }) => left !== 0);
  if (inForce.length === 0) return answering.answer([]);
  const shown = inForce.map(faultText).join(', ');
  const drawn = inForce.map((fault) => ({ fault, random: draw(fault, operation) })).filter(isDrawn);
  let answer: Answer | undefined;
  for (const { fault } of drawn) {
    const refused = networkFault(fault.settings.name)?.refuse?.(valuesOf(fault));
    if (refused !== undefined && answer === undefined) answer = answering.refuse(refused.status, refused.seconds);
  }
  answer ??= answering.answer(drawn.map(({ fault }) => fault).filter(({ contract }) => contract !== undefined));
  for (const { fault, random } of drawn)
    answer = networkFault(fault.settings.name)?.change?.(answer, valuesOf(fault), random) ?? answer;
  return {
    ...answer,
    headers: { ...answer.headers, [FAULTS_HEADER]: shown },
    faults: drawn.map(({ fault }) => fault.settings.name),
  };
}

type Drawn = { readonly fault: Fault; readonly random: number };

function isDrawn(each: { readonly fault: Fault; readonly random: number | undefined }): each is Drawn {
  return each.random !== undefined;
}

/** A number of this call's own, from 0 up to 1, where the fault concerns it. */
function draw(fault: Fault, operation: string | undefined): number | undefined {
  const { operation: only, probability = 1, seed = 1 } = fault.settings;
  if (only !== undefined && only !== operation) return undefined;
  const random = hashed(seed, fault.drawn);
  fault.drawn += 1;
  if (hashed(seed + 1, fault.drawn) >= probability) return undefined;
  if (fault.left !== undefined) fault.left -= 1;
  return random;
}

/** A number from 0 up to 1 for each seed and count (splitmix32). */
function hashed(seed: number, count: number): number {
  let mixed = (Math.imul(seed, 0x9e3779b9) + Math.imul(count + 1, 0x85ebca6b)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

function valuesOf({ settings }: Fault): Readonly<Record<string, number | string>> {
  const parameters = networkFault(settings.name)?.parameters ?? {};
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, settings[name] ?? parameter.default]),
  );
}
