import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ScenarioName } from '../../fixtures/index.ts';
import { createFetch, createMock } from '../../mock/index.ts';
import { judge } from '../judge.ts';
import { ownContract } from '../own-contract.ts';
import type { Report } from '../verdict/report.ts';
import { json } from './json.ts';
import { sampleReport } from './sample-report.ts';

const schema = JSON.parse(readFileSync(new URL('../report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

async function judged(scenario: ScenarioName, alter: (body: Record<string, unknown>) => unknown = (body) => body) {
  const mock = createMock({ contract: ownContract(), scenario });
  const clean = createFetch(mock);
  const altered: typeof fetch = async (input, init) => {
    const reply = await clean(input, init);
    return Response.json(alter((await reply.json()) as Record<string, unknown>), reply);
  };
  const { credentials } = mock;
  return judge({ baseUrl: 'http://mock', credentials, fetch: altered });
}

const reports = new Map<string, Report>([['sample', sampleReport()]]);
beforeAll(async () => {
  reports.set('default', await judged('default'));
  reports.set('empty', await judged('empty'));
  // Wrong rows break a must, errors with another code what should be.
  const odd = (error: unknown) =>
    error === undefined ? undefined : { ...(error as object), code: 'ODD', type: 'odd' };
  const broken = (body: Record<string, unknown>) => ({ ...body, items: body.items && [7], error: odd(body.error) });
  reports.set('broken', await judged('default', broken));
});

describe('the JSON report', () => {
  test.each(['sample', 'default', 'empty', 'broken'])('of the %s deployment is as the schema says', (name) => {
    const report = reports.get(name);
    const text = json(report ?? sampleReport([]));
    const parsed = JSON.parse(text);
    validate(parsed);
    expect(validate.errors).toBeNull();
    expect(parsed.target).toBe(report?.target);
    expect(text).toBe(`${JSON.stringify(parsed, null, 2)}\n`);
  });

  test('of the broken deployment has failures to describe', () => {
    expect(reports.get('broken')?.summary.fail).toBeGreaterThan(0);
    expect(reports.get('broken')?.summary.warn).toBeGreaterThan(0);
  });
});

describe('the schema', () => {
  test.each([
    ['a member that it does not name', { ...sampleReport(), surprise: 1 }],
    [
      'a verdict that does not exist',
      { ...sampleReport(), results: [{ ...sampleReport().results[0], verdict: 'OK' }] },
    ],
    ['a report without results', { ...sampleReport(), results: undefined }],
  ])('refuses %s', (_, report) => {
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
  });

  test('describes every member, and closes every object but the map of clauses', () => {
    const bare: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, member] of Object.entries('properties' in node ? (node.properties as object) : {}))
        if (!('description' in member)) bare.push(`${path}/${name}`);
      if ('properties' in node && (node as { additionalProperties?: unknown }).additionalProperties !== false)
        bare.push(`${path} is open`);
      for (const [name, inner] of Object.entries(node)) visit(inner, `${path}/${name}`);
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  });
});
