// What a reply may be without being a breach, and what it may not be.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { judge } from '../../judge.ts';
import type { JudgeOptions } from '../../judge-options.ts';
import { ownContract } from '../../own-contract.ts';
import type { Result } from '../../verdict/report.ts';
import { hasty } from '../sample-deployment.ts';

/** The verdict on the replies of one list, which a transport changes. */
async function shapeOf(
  change: (send: typeof fetch) => typeof fetch,
  more: Partial<JudgeOptions> = {},
): Promise<Result> {
  const mock = createMock({ contract: ownContract() });
  const { credentials } = mock;
  const options = { baseUrl: 'http://mock', credentials, apis: ['klayrai'], fetch: change(createFetch(mock)), ...more };
  const { results } = await judge(options);
  const shape = results.find(({ check }) => check === 'response-shape');
  if (shape === undefined) throw new Error('The check runs.');
  return shape;
}

/** Puts another text in the place of every list. */
const answering =
  (text: (json: string) => string) =>
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const reply = await send(input, init);
    return reply.status === 200 ? new Response(text(await reply.text()), reply) : reply;
  };

describe('a reply', () => {
  test('that is longer than is read is no breach, and the option that reads it is named', async () => {
    const long = answering((json) => `${json}${' '.repeat(1_100_000)}`);
    const shape = await shapeOf(long, { maxBody: 2 ** 20 });
    expect(shape).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [] });
    expect(shape.reason).toMatch(/longer than the 1 MB .*--max-body/);
    expect((await shapeOf(long)).verdict).toBe('PASS');
  });

  test('with rows without measure has one finding, which says how many', async () => {
    const shape = await shapeOf(answering((json) => json.replace(/\[.*\]/s, `[${'{},'.repeat(99_999)}{}]`)));
    expect(shape.verdict).toBe('FAIL');
    expect(shape.findings).toHaveLength(1);
    expect(shape.findings[0]?.examples[0]).toMatchObject({ received: '100000 rows in one page' });
  });

  test('that is nested without measure has one finding', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const shape = await shapeOf(answering((json) => json.replace('{', () => `{"more":${deep},`)));
    expect(shape).toMatchObject({ verdict: 'FAIL', findings: [{ subject: 'depth' }] });
  });

  test('under another media type breaks what is said of that, which is no must, and nothing where nothing is said', async () => {
    const { operations, register } = ownContract();
    const asText =
      (send: typeof fetch): typeof fetch =>
      async (input, init) => {
        const reply = await send(input, init);
        return new Response(reply.body, { status: reply.status, headers: { 'content-type': 'text/plain' } });
      };
    const mediaClausesOf = ({ reply }: (typeof operations)[number]) => reply(200)?.mediaClauses ?? [];
    const told = operations.find((operation) => mediaClausesOf(operation).length > 0);
    const silent = operations.find((operation) => mediaClausesOf(operation).length === 0);
    const optionsFor = (operation = operations[0]) => ({
      apis: [operation?.api ?? ''],
      operations: [operation?.id ?? ''],
    });
    const shape = await shapeOf(asText, optionsFor(told));
    expect(shape).toMatchObject({ verdict: 'WARN', findings: [{ subject: 'media type', level: 'should' }] });
    const levels = shape.findings.flatMap(({ clauses }) => clauses.map(({ id }) => register.get(id)?.level));
    expect(levels).toEqual(['should']);
    expect(await shapeOf(asText, optionsFor(silent))).toMatchObject({ verdict: 'PASS', findings: [] });
  });

  test('that refuses several values, where one is served, breaks what is said of several', async () => {
    const { operations, register } = ownContract();
    const operation = operations.find(({ filters }) => filters.filter(({ many }) => many).length > 1);
    const filter = operation?.filters.find(({ many }) => many);
    if (operation === undefined || filter === undefined) throw new Error('No list takes several values.');
    const refuses: Parameters<typeof shapeOf>[0] = (send) => async (input, init) => {
      const several = new URL(String(input)).searchParams.getAll(filter.name).length > 1;
      return several ? Response.json({}, { status: 422 }) : send(input, init);
    };
    const shape = await shapeOf(refuses, { apis: [operation.api], operations: [operation.id] });
    const finding = shape.findings.find(({ subject }) => subject === filter.name);
    expect(finding?.message).toBe(`several values of ${filter.name} are not answered with a list`);
    const holders = finding?.clauses.map(({ id }) => register.get(id)?.holder);
    expect(new Set(holders)).toEqual(new Set(['check:filter-values']));
    expect(shape.findings.map(({ subject }) => subject)).not.toContain('status');
  });

  test('that breaks where a filter is given says so, by a call with that filter alone', async () => {
    const { operations } = ownContract();
    const operation = operations.find(({ filters }) => filters.filter(({ many }) => many).length > 1);
    const name = operation?.filters.find(({ many }) => many)?.name ?? '';
    const breaks: Parameters<typeof shapeOf>[0] = (send) => async (input, init) =>
      new URL(String(input)).searchParams.has(name) ? Response.json({}, { status: 500 }) : send(input, init);
    const options = { apis: [operation?.api ?? ''], operations: [operation?.id ?? ''], clock: hasty };
    const { findings } = await shapeOf(breaks, options);
    expect(findings.map(({ message }) => message)).toContain(`${name} breaks the server, and keeps breaking it`);
    const [asked = ''] = findings[0]?.examples[0]?.curl ?? [];
    expect(asked).toContain(`${name}=`);
    expect(asked.split('?')[1]?.match(/[?&]?\w+=/g)).toHaveLength(1);
  });

  test('that refuses a call without a parameter that may be left out says so, and breaks what is said of the bare call', async () => {
    const { operations, register } = ownContract();
    const operation = operations.find(({ list }) => list.paging.style === 'cursor');
    const size = operation?.list.paging.limit ?? '';
    const shape = await shapeOf(
      (send) => async (input, init) =>
        new URL(String(input)).searchParams.has(size) ? send(input, init) : Response.json({}, { status: 422 }),
      { apis: [operation?.api ?? ''], operations: [operation?.id ?? ''] },
    );
    const finding = shape.findings.find(({ subject }) => subject === 'status');
    expect(finding?.message).toBe(`a call without ${size} is not answered with a list`);
    const [first, ...others] = finding?.clauses ?? [];
    expect(operation?.reply(200)?.replyClauses).toContain(first?.id);
    expect(others.map(({ id }) => register.get(id)?.holder)).toEqual(['check:response-shape']);
  });

  test('with thousands of breaches has as many findings as kinds of them', async () => {
    const shape = await shapeOf(answering((json) => json.replaceAll(/"id":"[^"]*"/g, '"id":7')));
    expect(shape.findings).toHaveLength(1);
    expect(shape.findings[0]?.count).toBeGreaterThan(20);
    expect(shape.findings[0]?.examples).toHaveLength(3);
  });
});

describe('connections that break and are asked again', () => {
  const breaking =
    (every: number) =>
    (send: typeof fetch): typeof fetch => {
      let count = 0;
      return async (input, init) => {
        count += 1;
        if (count % every === 3) throw new TypeError('fetch failed', { cause: new Error('reset') });
        return send(input, init);
      };
    };

  test('are a warning with their number where they are many', async () => {
    const shape = await shapeOf(breaking(5));
    expect(shape).toMatchObject({ verdict: 'WARN', findings: [{ subject: 'connections', level: 'should' }] });
    expect(shape.findings[0]?.message).toMatch(/^\d+ of \d+ connections broke/);
  });

  test('and so are calls that are answered with 5xx at first, unless they say when to come again', async () => {
    const failing =
      (headers: Record<string, string>) =>
      (send: typeof fetch): typeof fetch => {
        let count = 0;
        return async (input, init) => {
          count += 1;
          return count % 5 === 3 ? new Response('', { status: 503, headers }) : send(input, init);
        };
      };
    const shape = await shapeOf(failing({}));
    expect(shape).toMatchObject({ verdict: 'WARN', findings: [{ subject: 'passing server errors', level: 'should' }] });
    expect(shape.findings[0]?.message).toMatch(/^\d+ of \d+ calls were answered with 5xx, and were asked again$/);
    expect((await shapeOf(failing({ 'retry-after': '0' }))).verdict).toBe('PASS');
  });

  test('are none where they are few', async () => {
    expect((await shapeOf(breaking(40))).verdict).toBe('PASS');
  });
});
