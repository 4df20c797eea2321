// Headers that the documentation promises are there, and those that it says are not sent are not.
import type { Operation } from '../../../spec/index.ts';
import type { Check } from '../check.ts';
import { violationFlaw } from './response-shape.ts';

const id = 'response-headers';

export const responseHeaders: Check = {
  id,
  title: 'Documented response headers are sent',
  applies: (operation) => operation.statuses.some((status) => (operation.reply(status)?.headerClauses.length ?? 0) > 0),
  judge: ({ operation, exchanges: all }) => {
    const exchanges = all.filter(({ status }) => status !== 0);
    const flaws = exchanges.flatMap((exchange) =>
      (operation.reply(exchange.status)?.headerViolations(exchange.headers) ?? []).map((violation) =>
        violationFlaw(operation, exchange, violation),
      ),
    );
    const exercised = exchanges.flatMap(
      ({ status, headers }) => operation.reply(status)?.exercisedHeaders(headers) ?? [],
    );
    return {
      flaws,
      gaps: exercised.length === 0 && isDue(operation) ? ['no reply came whose headers are documented'] : [],
      message: `${exchanges.length} replies`,
      exercised: [...new Set(exercised)],
    };
  },
};

/** Whether a reply has documented headers that a call can bring about: too many calls, and what breaks, are not tried. */
function isDue({ statuses, refusals, reply }: Operation): boolean {
  const tried = statuses.filter((status) => status < 500 && status !== refusals['rate-limited']?.status);
  return tried.some((status) => (reply(status)?.headerClauses.length ?? 0) > 0);
}
