// Every refusal comes in the vendor's one error shape.
import type { Operation } from '../../../spec/index.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Flaw, foldFlaws } from '../../verdict/finding.ts';
import type { Check } from '../check.ts';
import { exercisedByBodies } from './exercised-by-bodies.ts';
import { violationFlaw } from './response-shape.ts';

export const errorBody: Check = {
  id: 'error-body',
  title: 'Errors come in the documented shape',
  applies: ({ refusals }) => Object.keys(refusals).length > 0,
  judge: ({ operation, exchanges }) => {
    const errors = exchanges.filter(({ status }) => status >= 400 && status < 500);
    const flaws = foldFlaws(errors, (exchange) => flawsOf(operation, exchange));
    const exercised = exercisedByBodies(errors);
    const gaps = exercised.length === 0 && flaws.length === 0 ? ['no call was refused in a documented way'] : [];
    return { flaws, gaps, message: `${errors.length} refusals`, exercised };
  },
};

function flawsOf(operation: Operation, exchange: Exchange): Flaw[] {
  const reply = operation.reply(exchange.status);
  if (exchange.problem !== undefined) {
    return [
      {
        subject: 'error body',
        // What no body at all breaks.
        clauses: (reply?.violations(undefined) ?? []).flatMap(({ clauses }) => clauses),
        level: 'should',
        message: 'an error comes without the documented body',
        expected: 'a JSON document',
        received: exchange.problem.detail,
        exchanges: [exchange],
      },
    ];
  }
  return (reply?.violations(exchange.body) ?? []).map((violation) => violationFlaw(operation, exchange, violation));
}
