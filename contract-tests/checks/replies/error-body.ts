// Every refusal comes in the vendor's one error shape.

import type { Exchange } from '../../http/exchange.ts';
import { type Flaw, foldFlaws } from '../../verdict/finding.ts';
import type { Context } from '../../walk/context.ts';
import { type Check, cite } from '../check.ts';
import { answersJson, violationFlaw } from './response-shape.ts';

const id = 'error-body';

export const errorBody: Check = {
  id,
  title: 'Errors come in the documented shape',
  applies: ({ refusals }) => Object.keys(refusals).length > 0,
  run: async (context) => {
    await context.snapshot();
    const errors = context.client.exchanges.filter(
      ({ request, status }) => request.operation === context.operation && status >= 400 && status < 500,
    );
    const flaws = foldFlaws(errors, (exchange) => flawsOf(context, exchange));
    return { flaws, gaps: errors.length === 0 ? ['no call was refused'] : [], message: `${errors.length} refusals` };
  },
};

function flawsOf(context: Context, exchange: Exchange): Flaw[] {
  if (exchange.problem !== undefined) {
    return [
      {
        subject: 'error body',
        clauses: cite(id, context).slice(0, 1),
        level: 'should',
        message: 'an error comes without the documented body',
        expected: 'a JSON document',
        received: exchange.problem.detail,
        exchanges: [exchange],
      },
    ];
  }
  const violations = context.operation.reply(exchange.status)?.violations(exchange.body) ?? [];
  const answers = answersJson(context);
  return violations.map((violation) => violationFlaw(answers, exchange, violation));
}
