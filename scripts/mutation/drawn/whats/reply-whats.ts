// Replies of another form: members that are missing or of another type, and failures where a list is due.
import { isRecord } from '../../../../spec/index.ts';
import type { Asked } from '../asked.ts';
import { refusing, withRows } from '../rewrite.ts';
import { rowsIn } from '../walk.ts';
import { changing, type Maker, pick } from '../what.ts';

/** Changes one member of one row. */
const membering =
  (says: string, turn: (value: unknown) => unknown): Maker =>
  ({ rows: every, operation }, random) => {
    const members = Object.keys(every[0] ?? {}).filter((name) => name !== operation.list.key);
    const member = pick(members, random);
    if (member === undefined) return undefined;
    const chance = random();
    const start = changing((asked, reply) => {
      const rows = rowsIn(asked.scene, reply);
      const place = Math.floor(chance * rows.length);
      const changed = rows.map((row, index) => {
        if (index !== place) return row;
        const value = turn(row[member]);
        const { [member]: _old, ...rest } = row;
        return value === undefined ? rest : { ...row, [member]: value };
      });
      return withRows(asked, reply, changed);
    });
    return { says: `${member} of one row ${says}`, target: 'served', start };
  };

const otherType = (value: unknown): unknown => {
  if (typeof value === 'string') return 7;
  return isRecord(value) || Array.isArray(value) ? 'text' : [value];
};

export const shapeWhats: readonly Maker[] = [
  membering('is missing', () => undefined),
  membering('is null', () => null),
  membering('has another type', otherType),
  membering('is empty', (value) => (typeof value === 'string' ? '' : value)),
];

const failing =
  (status: number, code: string): Maker =>
  () => ({
    says: `the answer is ${status}`,
    target: 'served',
    start: changing((asked: Asked, reply) => refusing(asked, reply, status, code)),
  });

export const failureWhats: readonly Maker[] = [
  failing(400, 'INVALID'),
  failing(404, 'NOT_FOUND'),
  failing(422, 'INVALID'),
  failing(403, 'FORBIDDEN'),
  failing(500, 'INTERNAL'),
  failing(503, 'UNAVAILABLE'),
  () => ({
    says: 'the answer is 204 without a body',
    target: 'served',
    start: changing((_asked, reply) => ({ ...reply, status: 204, body: undefined })),
  }),
];
