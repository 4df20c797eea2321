// Members that no page names: legal, for the vendors may add some, and worth knowing.

import { isList } from '../../http/exchange.ts';
import type { Check } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'undocumented-members';

export const undocumentedMembers: Check = {
  id,
  title: 'Replies have no member that the documentation does not name',
  applies: () => true,
  run: async (context) => {
    const { rows } = await context.snapshot();
    const exchanges = context.client.exchanges.filter(({ request }) => request.operation === context.operation);
    const flaws = exchanges.filter(isList).flatMap((exchange) =>
      (context.operation.reply(exchange.status)?.undocumented(exchange.body) ?? []).map((pointer) => ({
        subject: pointer,
        clauses: context.operation.additive,
        level: 'should' as const,
        message: `${pointer} is not documented`,
        where: pointer,
        expected: 'documented members',
        received: 'another one',
        exchanges: [exchange],
      })),
    );
    return {
      flaws,
      gaps: rows.length === 0 ? [`needs one ${nounOf(context.operation)}`] : [],
      message: `${exchanges.length} replies`,
    };
  },
};
