// Every refusal comes in the vendor's one error shape.
import { strictest } from '../../../spec/index.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Flaw, foldFlaws } from '../../verdict/finding.ts';
import type { Check, Scope } from '../check.ts';
import { exercisedByBodies } from './exercised-by-bodies.ts';
import { brokenByType, mediaTypeFlaws } from './media-type.ts';
import { violationFlaw } from './response-shape.ts';

export const errorBody: Check = {
  id: 'error-body',
  title: 'Errors come in the documented shape',
  applies: ({ refusals }) => Object.keys(refusals).length > 0,
  judge: (evidence) => {
    const { exchanges } = evidence;
    const errors = exchanges.filter(({ status }) => status >= 400 && status < 500);
    const flaws = foldFlaws(errors, (exchange) => flawsOf(evidence, exchange));
    const exercised = exercisedByBodies(errors);
    const gaps = exercised.length === 0 && flaws.length === 0 ? ['no call was refused in a documented way'] : [];
    return { flaws, gaps, message: `${errors.length} refusals`, exercised };
  },
};

function flawsOf(scope: Scope, exchange: Exchange): Flaw[] {
  const { operation, register } = scope;
  const reply = operation.reply(exchange.status);
  if (exchange.problem !== undefined) {
    // What no body at all breaks, and what the type of another one does.
    const missing = (reply?.violations(undefined) ?? []).flatMap((violation) => violation.clauses);
    const clauses = [...new Set([...missing, ...brokenByType(reply, exchange)])];
    return [
      {
        subject: 'error body',
        clauses,
        // Whoever stands in between may answer what is not documented to be refused in its own words.
        level: exchange.request.expect === 'refusal' ? strictest(register, clauses, 'should') : 'should',
        message: 'an error comes without the documented body',
        expected: 'a JSON document',
        received: exchange.problem.detail,
        exchanges: [exchange],
      },
    ];
  }
  const violations = reply?.violations(exchange.body) ?? [];
  return [
    ...mediaTypeFlaws(scope, reply, exchange),
    ...violations.map((violation) => violationFlaw(operation, exchange, violation)),
  ];
}
