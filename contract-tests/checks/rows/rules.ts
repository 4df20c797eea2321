// Members of one row keep the relations that the documentation states: a row that breaks one speaks for itself.
import { keepsRule, memberOf, strictest } from '../../../spec/index.ts';
import { shown } from '../../verdict/finding.ts';
import { keyOf } from '../../walk/rows.ts';
import { type Check, cite } from '../check.ts';
import { nounOf } from '../filters/filter-gaps.ts';

const id = 'rules';

export const rules: Check = {
  id,
  title: 'Members of a row keep their documented relations',
  applies: (operation) => operation.rules.length > 0,
  judge: (evidence) => {
    const { operation, register, walks } = evidence;
    const pages = walks.flatMap((walk) => walk.pages);
    const flaws = pages.flatMap(({ rows, exchange }) =>
      rows.flatMap((row) =>
        operation.rules
          .filter((rule) => !keepsRule(rule, row))
          .map((rule) => ({
            subject: `${rule.field} ${rule.test} ${rule.other}`,
            clauses: cite(id, evidence, rule.clauses),
            level: strictest(register, rule.clauses),
            message: `${rule.field} is not ${rule.test} ${rule.other}`,
            where: keyOf(operation, row),
            expected: `${rule.field} ${rule.test} ${shown(memberOf(row, rule.other))}`,
            received: shown(memberOf(row, rule.field)),
            exchanges: [exchange],
          })),
      ),
    );
    const rows = pages.flatMap((page) => page.rows);
    const gaps = operation.rules
      .filter(({ field, other }) => !rows.some((row) => isThere(memberOf(row, field)) && isThere(memberOf(row, other))))
      .map(({ field, other }) => `needs one ${nounOf(operation)} with ${field} and ${other}`);
    return { flaws, gaps, message: `${operation.rules.length} rules on ${rows.length} rows` };
  },
};

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
