import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as runWords, startMock } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-'));
const credentials = join(folder, 'creds.json');
let mock: ChildProcess;
let url: string;

const run = (...words: readonly string[]) => runWords(words);

beforeAll(async () => {
  const { child, printed } = await startMock('--port', '0', '--json');
  mock = child;
  writeFileSync(credentials, printed);
  url = JSON.parse(printed).url;
});
afterAll(() => {
  mock.kill();
  rmSync(folder, { recursive: true });
});

describe('ads-kit verify', () => {
  test('exits 0 on the mock and says so', async () => {
    const { status, out, err } = await run('verify', url, '--credentials', credentials);
    expect(err).toBe('');
    expect(out).toContain('Nothing failed.');
    expect(out).toContain('NOT EXERCISED');
    expect(status).toBe(0);
  });

  test('writes one report to the terminal and others to files', async () => {
    const [junit, json] = [join(folder, 'out.xml'), join(folder, 'out.json')];
    const { status } = await run(
      'verify',
      `${url}/v1/`,
      '--credentials',
      credentials,
      '--api',
      'klayrai',
      '--reporter',
      `junit=${junit}`,
      '--reporter',
      `json=${json}`,
    );
    expect(status).toBe(0);
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      target: url,
      api: ['klayrai'],
      summary: { fail: 0 },
    });
  });

  test('takes credentials from options, and leaves out what was not given', async () => {
    const { layers } = JSON.parse(readFileSync(credentials, 'utf8'));
    const given = ['--project', layers.project, '--token', layers.token, '--no-scope-token', layers.noScopeToken];
    const { status, out } = await run('verify', url, ...given, '--check', 'scope', '--check', 'foreign-project');
    expect(out).toContain('--foreign-project');
    expect(out).toContain('4  PASS');
    expect(status).toBe(0);
    expect((await run('verify', url, ...given, '--check', 'foreign-project', '--require-exercised')).status).toBe(1);
    const both = ['--check', 'scope', '--check', 'foreign-project', '--require-exercised'];
    const required = await run('verify', url, ...given, ...both);
    expect([required.status, required.err]).toEqual([
      1,
      'ads-kit: Checks that could not be exercised: 4. --require-exercised asks for all.\n',
    ]);
  });

  test('prints the plan and sends nothing for --dry-run', async () => {
    const { status, out } = await run('verify', 'https://staging.example', '--dry-run');
    expect(out).toContain('none sent');
    expect(out).toContain('filter-soundness');
    expect(status).toBe(0);
  });

  test.each([
    ['an unreachable host', ['http://127.0.0.1:1'], 'cannot be reached'],
    ['a host that is no URL', ['staging'], 'is no URL'],
    [
      'a refused token',
      ['MOCK', '--token', 'lp_live_wrong', '--project', 'p', '--api', 'layers'],
      'refuses the credentials with 401',
    ],
    ['an unknown project', ['MOCK', '--project', 'prj_wrong', '--api', 'layers'], 'answers 404 to every list'],
    ['an unknown option', ['MOCK', '--reporters', 'junit'], "unknown option '--reporters'"],
    ['an unknown reporter', ['MOCK', '--reporter', 'junit2'], 'There is no reporter "junit2"'],
    ['two reports for one terminal', ['MOCK', '--reporter', 'junit', '--reporter', 'json'], 'Only one report'],
    ['a report that cannot be written', ['MOCK', '--reporter', 'junit=/no/such/folder/out.xml'], 'cannot be written'],
    ['an unknown check', ['MOCK', '--check', 'filters'], 'There is no check named filters'],
    ['a bad number', ['MOCK', '--rate', 'fast'], 'whole number'],
    ['a missing baseline', ['MOCK', '--baseline', '/no/such/file.json'], '--update-baseline'],
    ['a credentials file that does not exist', ['MOCK', '--credentials', '/no/such/file.json'], 'ENOENT'],
  ])('exits 2 with one sentence for %s', async (_, words, advice) => {
    const given = words.includes('--credentials') ? [] : ['--credentials', credentials];
    const { status, out, err } = await run('verify', ...words.map((word) => (word === 'MOCK' ? url : word)), ...given);
    expect(err).toContain(advice);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test.each([
    ['is no JSON', '{"layers": {"token": "lp_live_hush', 'it is not JSON'],
    ['has an unknown vendor', '{"meta": {}}', 'only layers and klayrai are known'],
    ['has an unknown member', '{"layers": {"key": "lp_live_hush"}}', 'layers has a member key'],
    ['has a number', '{"layers": {"token": 7}}', 'layers.token must be a string'],
  ])('exits 2 for a credentials file that %s, without showing it', async (_, text, advice) => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, text);
    const { status, err } = await run('verify', url, '--credentials', file);
    expect(err).toContain(advice);
    expect(err).not.toContain('hush');
    expect(status).toBe(2);
  });
});

describe('ads-kit mock', () => {
  test('prints a banner whose curl works, and stops on Ctrl-C', async () => {
    const { child, printed } = await startMock('--port', '0');
    const [, token, target] = /curl -H 'Authorization: (.+?)' '(.+?)'/.exec(printed) ?? [];
    const response = await fetch(target ?? '', { headers: { authorization: token ?? '' } });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(2);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('says which port is in use, and what to do', async () => {
    const { status, err } = await run('mock', '--port', new URL(url).port);
    expect(err).toBe(
      `ads-kit: Port ${new URL(url).port} is in use on 127.0.0.1. Stop what uses it, or choose another with --port.\n`,
    );
    expect(status).toBe(2);
  });

  test.each([
    ['an unknown scenario', ['--scenario', 'nope'], 'Allowed choices are default'],
    ['a list that has no size', ['--size', 'rows=3'], '--size knows campaigns, adsets, ads, accounts'],
    ['a port out of range', ['--port', '70000'], 'from 0 to 65535'],
  ])('exits 2 for %s', async (_, words, advice) => {
    const { status, err } = await run('mock', ...words);
    expect(err).toContain(advice);
    expect(status).toBe(2);
  });

  test('lists its scenarios in the help', async () => {
    const { status, out } = await run('mock', '--help');
    expect(out).toContain('single-platform');
    expect(status).toBe(0);
  });
});

/** What a user's files and scripts hold since the first version. */
const PRINTED = `,"layers":{"project":"prj_01HX9Y7K8M2P4RSTUV56789AB","token":"lp_test_01HX9Y6K7EJ4T2AB_mock-full-access-key-for-offline-use-only-000","noScopeToken":"lp_test_01HX9Y6K7EJ4T2CD_mock-key-without-any-ads-scope-offline-000","foreignProject":"prj_01HZZZ7K8M2P4QRST056789ZZ"},"klayrai":{"apiKey":"klyr_test_mock0000000000000000000000000001","revokedKey":"klyr_test_mock0000000000000000000000revoked","noPlanKey":"klyr_test_mock00000000000000000000000noplan"}}
`;

const OPTIONS = `
  --project <id>               Layers project (or ADS_KIT_PROJECT)
  --token <token>              Layers key (or ADS_KIT_TOKEN)
  --no-scope-token <token>     Layers key without the scope ads:read (or
                               ADS_KIT_NO_SCOPE_TOKEN)
  --foreign-project <id>       project of another organization (or
                               ADS_KIT_FOREIGN_PROJECT)
  --api-key <key>              KlayrAI key (or ADS_KIT_API_KEY)
  --revoked-key <key>          KlayrAI key that was revoked (or
                               ADS_KIT_REVOKED_KEY)
  --no-plan-key <key>          KlayrAI key of a plan without API access (or
                               ADS_KIT_NO_PLAN_KEY)
`;

describe('what users of the built-in contract rely on stays as it was', () => {
  test('mock --json prints the same bytes, the URL apart', () => {
    expect(readFileSync(credentials, 'utf8')).toBe(`{"url":${JSON.stringify(url)}${PRINTED}`);
  });

  test('verify --help lists the credentials in their order and wording, one after the other', async () => {
    const { status, out } = await run('verify', '--help');
    expect(out).toContain(OPTIONS);
    expect(out.match(/\(or\s+ADS_KIT_/g)).toHaveLength(7);
    expect(out).toContain('the deployment, without /v1:');
    expect(status).toBe(0);
  });
});

describe('ads-kit clauses', () => {
  test('prints every clause with its level and holder, and a summary without gaps', async () => {
    const { out } = await run('clauses');
    expect(out).toMatch(/ADS-31\s+must\s+check:bad-cursor/);
    expect(out).toContain('0 are unmapped');
    expect(JSON.parse((await run('clauses', '--json', '--level', 'open')).out).length).toBeGreaterThan(20);
  });
});
