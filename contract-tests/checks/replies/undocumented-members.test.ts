// Members that no page names are told by their pattern: ten thousand of them make no more of a report than ten.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { at, isRecord, type Operation, type Row, withValue } from '../../../spec/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import { reporters } from '../../reporters/table.ts';
import type { Report } from '../../verdict/report.ts';
import { replying, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const permissive = theFirst(contract.operations, ({ additive }) => additive.length > 0);
const silent = theFirst(contract.operations, ({ additive }) => additive.length === 0);

/** Judges the mock with more members in the rows of one list. */
async function judged({ id, api, list }: Operation, more: (index: number) => Row): Promise<Report> {
  const mock = createMock({ contract });
  const change = replying((body) => {
    const rows = at(body, list.items);
    if (!Array.isArray(rows)) return body;
    return withValue(
      body,
      list.items,
      rows.filter(isRecord).map((row, index) => ({ ...row, ...more(index) })),
    );
  });
  const { credentials } = mock;
  const asked = { apis: [api], operations: [id], only: ['response-shape'], fetch: change(createFetch(mock)) };
  return judge({ baseUrl: 'http://mock', contract, credentials, ...asked });
}

const toldIn = ({ observations }: Report) =>
  observations.flatMap(({ text }) => (text.includes('not documented') ? [text] : []));

const names = (count: number, prefix = 'id_') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index]));

describe('undocumented members', () => {
  test('are observed, and no finding: each by its name where they are few', async () => {
    const report = await judged(silent, () => ({ colour: 1, 'a/b': 2 }));
    const row = `${silent.list.items}/*`;
    expect(toldIn(report)).toEqual([`${row}/colour is not documented`, `${row}/a~1b is not documented`]);
    expect(report.results).toMatchObject([{ verdict: 'PASS', findings: [] }]);
  });

  test('are told with the clause that allows them, where one does', async () => {
    const [clause] = permissive.additive;
    const report = await judged(permissive, () => ({ colour: 1 }));
    expect(toldIn(report)).toEqual([
      `${permissive.list.items}/*/colour is not documented (${clause} allows more members)`,
    ]);
  });

  test('are a pattern where they are many, with examples', async () => {
    expect(toldIn(await judged(silent, () => names(9)))).toEqual([
      `${silent.list.items}/*/* has 9 members that are not documented, such as id_0, id_1, id_2`,
    ]);
  });

  test('of ten thousand names leave every report small', async () => {
    const report = await judged(silent, (index) => names(500, `row_${index}_`));
    const [told = '', ...others] = toldIn(report);
    expect(others).toEqual([]);
    expect(Number(/has (\d+) members/.exec(told)?.[1])).toBeGreaterThan(9_999);
    expect(reporters.pretty(report).split('\n').length).toBeLessThan(200);
    for (const reporter of Object.values(reporters)) expect(reporter(report).length).toBeLessThan(200_000);
  });
});
