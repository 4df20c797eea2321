// A combination: what happens, and where; and the deployment that behaves so.
import type { Call } from '../../../mock/index.ts';
import type { Handler } from '../../faults/built-in.ts';
import { type Asked, readCall } from './asked.ts';
import { isPathOf } from './caller.ts';
import { type Class, nameOf } from './factor.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { Behaviour, Target, What } from './what.ts';

export type Combination = {
  /** The operation, by its id. */
  readonly operation: string;
  /** The classes that a call must have, each of another factor; none where every call is concerned. */
  readonly where: readonly Class[];
  readonly what: What;
};

/** How many factors must come together. */
export function factorsOf({ where, what }: Combination): number {
  return where.length + (typeof what.after === 'object' ? 1 : 0);
}

/** The combination in a sentence. */
export function sentenceOf({ operation, where, what }: Combination): string {
  const classes = where.map(nameOf).join(', and ');
  return `${operation}: ${classes === '' ? 'whatever is asked' : `where ${classes}`}: ${what.says}`;
}

/** The deployment that behaves so, in front of a clean one. */
export function deploy(
  { operation, where, what }: Combination,
  handler: Handler,
  mock: Scene['mock'],
  ledger: Ledger = createLedger(),
): Handler {
  const scene = sceneOf(mock, operation);
  // The cursors of the vendor's other lists are known too, so that one of them is told from an invented one.
  const scenes = mock.contract.operations
    .filter(({ api }) => api === scene.operation.api)
    .map(({ id }) => (id === operation ? scene : sceneOf(mock, id)));
  const { change, see } = what.start();
  const answer = (call: Call) => {
    const reply = handler.handle(call);
    const at = scenes.find((each) => isPathOf(each, call.path));
    if (at === undefined || reply.status !== 200) return reply;
    const { query, offset = 0 } = readCall(at, call, ledger);
    ledger.note(at, query, reply, offset);
    return reply;
  };
  return {
    handle: (call) => {
      const reply = answer(call);
      if (!isPathOf(scene, call.path)) return reply;
      const asked = readCall(scene, call, ledger);
      const isConcerned = suits(what.target, asked, reply) && where.every(({ holds }) => holds(asked));
      const given = isConcerned ? change(asked, reply, answer) : reply;
      see?.(asked, reply);
      return given;
    },
  };
}

function suits(target: Target, { cursor, who, tenant }: Asked, reply: ReturnType<Behaviour['change']>): boolean {
  const isBad = cursor !== undefined && cursor.kind !== 'genuine' && cursor.kind !== 'of another query';
  if (target === 'served') return reply.status === 200;
  if (target === 'bad cursor') return reply.status === 200 && isBad;
  return reply.status >= 400 && (who !== 'valid' || tenant !== 'own');
}
