// Every refusal comes in the vendor's one error shape.
import { type Check, cite } from '../check.ts';
import type { Exchange } from '../exchange.ts';
import type { Scene } from '../scene.ts';
import type { Flaw } from '../verdict.ts';
import { violationFlaw } from './response-shape.ts';

const id = 'error-body';

export const errorBody: Check = {
  id,
  title: 'Errors come in the documented shape',
  applies: ({ refusals }) => Object.keys(refusals).length > 0,
  run: async (scene) => {
    await scene.universe(id);
    const errors = scene.client.exchanges.filter(
      ({ request, status }) => request.operation === scene.operation && status >= 400 && status < 500,
    );
    const flaws = errors.flatMap((exchange) => flawsOf(scene, exchange));
    return { flaws, gaps: errors.length === 0 ? ['no call was refused'] : [], message: `${errors.length} refusals` };
  },
};

function flawsOf(scene: Scene, exchange: Exchange): Flaw[] {
  if (exchange.problem !== undefined) {
    return [
      {
        subject: 'error body',
        clauses: cite(id, scene).slice(0, 1),
        level: 'should',
        message: 'an error comes without the documented body',
        expected: 'a JSON document',
        received: exchange.problem.detail,
        exchanges: [exchange],
      },
    ];
  }
  const violations = scene.operation.reply(exchange.status)?.violations(exchange.body) ?? [];
  return violations.map((violation) => violationFlaw(scene, exchange, violation));
}
