// Members that no page names: legal, for the vendors may add some, and worth knowing.
import type { Check } from '../check.ts';
import { isList } from '../exchange.ts';
import { nounOf } from '../filter-gaps.ts';

const id = 'undocumented-members';

export const undocumentedMembers: Check = {
  id,
  title: 'Replies have no member that the documentation does not name',
  applies: () => true,
  run: async (scene) => {
    const { rows } = await scene.universe(id);
    const exchanges = scene.client.exchanges.filter(({ request }) => request.operation === scene.operation);
    const flaws = exchanges.filter(isList).flatMap((exchange) =>
      (scene.operation.reply(exchange.status)?.undocumented(exchange.body) ?? []).map((pointer) => ({
        subject: pointer,
        clauses: scene.operation.additive,
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
      gaps: rows.length === 0 ? [`needs one ${nounOf(scene.operation)}`] : [],
      message: `${exchanges.length} replies`,
    };
  },
};
