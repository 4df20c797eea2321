// Members that no page names are told by their pattern: ten thousand of them make no more of a report than ten.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import { reporters } from '../../reporters/table.ts';
import type { Report } from '../../verdict/report.ts';

type Row = { readonly [member: string]: unknown };

/** Judges the mock with more members in its rows. */
async function judged(more: (index: number) => Row): Promise<Report> {
  const mock = createMock({ contract: ownContract() });
  const send = createFetch(mock);
  const altered: typeof fetch = async (input, init) => {
    const reply = await send(input, init);
    const body = (await reply.json()) as { readonly data?: readonly Row[] };
    const data = body.data?.map((row, index) => ({ ...row, ...more(index) }));
    return Response.json(data === undefined ? body : { ...body, data }, reply);
  };
  const only = ['undocumented-members', 'response-shape'];
  return judge({ baseUrl: 'http://mock', credentials: mock.credentials, apis: ['klayrai'], only, fetch: altered });
}

const subjectsIn = ({ results }: Report) =>
  results.filter(({ check }) => check === 'undocumented-members').flatMap(({ findings }) => findings);

const names = (count: number, prefix = 'id_') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index]));

describe('undocumented members', () => {
  test('are named where they are few', async () => {
    const found = subjectsIn(await judged(() => ({ colour: 1, 'a/b': 2 })));
    expect(found.map(({ subject }) => subject)).toEqual(['/data/*/colour', '/data/*/a~1b']);
    expect(found.map(({ level }) => level)).toEqual(['should', 'should']);
  });

  test('are a pattern where they are many, with examples', async () => {
    const [found, ...others] = subjectsIn(await judged(() => names(9)));
    expect(found).toMatchObject({ subject: '/data/*/*', count: 9 });
    expect(found?.message).toBe('/data/*/* has 9 members that are not documented, such as id_0, id_1, id_2');
    expect(others).toEqual([]);
  });

  test('of ten thousand names leave every report small', async () => {
    const report = await judged((index) => names(500, `row_${index}_`));
    expect(subjectsIn(report)).toHaveLength(1);
    expect(subjectsIn(report)[0]?.count).toBeGreaterThan(9_999);
    expect(reporters.pretty(report).split('\n').length).toBeLessThan(200);
    for (const reporter of Object.values(reporters)) expect(reporter(report).length).toBeLessThan(200_000);
  });
});
