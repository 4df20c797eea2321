import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { instant, memberOf } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { oddValues } from './odd-values.ts';

const contract = ownContract();
const { rows: world } = buildWorld(contract);

test.each(contract.operations.map(({ id, filters, list }) => [id, filters, world[list.name] ?? []] as const))(
  '%s: instants before and past all rows, and for each filter by ids some that no row has',
  (_, filters, rows) => {
    const asked = oddValues({ filters, rows });
    for (const filter of filters) {
      const values = asked.flatMap(([one]) => (one?.filter === filter ? one.values : []));
      const known = rows.map((row) => memberOf(row, filter.field));
      if (filter.parameter.format === 'date-time') {
        const times = known.map(instant);
        expect(instant(values[0])).toBeLessThan(Math.min(...times));
        expect(instant(values[1])).toBeGreaterThan(Math.max(...times));
      } else if (isId(filter)) {
        expect(values.slice(1)).toEqual(['null', "x' OR '1'='1"]);
        expect(values[0]).toMatch(/^\w+%$/);
        expect(known.some((id) => String(id).startsWith(String(values[0]).slice(0, -1)))).toBe(true);
      } else expect(values).toEqual([]);
    }
  },
);
