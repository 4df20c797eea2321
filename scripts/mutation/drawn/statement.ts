// The clause of the register that a breach breaks.
import { isHeldBy } from '../../../spec/index.ts';
import type { Scene } from './scene.ts';

/** What a list may break, by the checks that the register says hold it. */
const HOLDERS = {
  answer: ['response-shape'],
  size: ['page-size'],
  facts: ['page-arithmetic', 'first-page', 'totals'],
  completeness: ['filter-completeness', 'pages-agree'],
  repetition: ['no-row-twice'],
  unknown: ['filter-impossible', 'filter-soundness'],
  cursor: ['bad-cursor'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The id of a must on the operation's own page. */
export function statementOf({ operation, mock }: Scene, matter: keyof typeof HOLDERS): string {
  const own = [...mock.contract.register.values()].filter(
    ({ page, level }) => page === operation.page && level === 'must',
  );
  const found = HOLDERS[matter].flatMap((check) => own.filter((clause) => isHeldBy(clause, check)));
  return (found[0] ?? own[0])?.id ?? '';
}

/** The first of these clauses that stands on the operation's own page. */
export function ownClause({ operation, mock }: Scene, ids: readonly string[]): string | undefined {
  return ids.find((id) => mock.contract.register.get(id)?.page === operation.page) ?? ids[0];
}
