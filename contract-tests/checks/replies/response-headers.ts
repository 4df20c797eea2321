// Headers that the documentation promises are there, and those that it says are not sent are not.
import type { Check } from '../check.ts';
import { answersJson, violationFlaw } from './response-shape.ts';

const id = 'response-headers';

export const responseHeaders: Check = {
  id,
  title: 'Documented response headers are sent',
  applies: (operation) => operation.statuses.some((status) => (operation.reply(status)?.headerClauses.length ?? 0) > 0),
  run: async (context) => {
    await context.snapshot();
    const exchanges = context.client.exchanges.filter(
      ({ request, status }) => request.operation === context.operation && status !== 0,
    );
    const flaws = exchanges.flatMap((exchange) =>
      (context.operation.reply(exchange.status)?.headerViolations(exchange.headers) ?? []).map((violation) =>
        violationFlaw(answersJson(context), exchange, violation),
      ),
    );
    return {
      flaws,
      gaps: exchanges.length === 0 ? ['nothing was answered'] : [],
      message: `${exchanges.length} replies`,
    };
  },
};
