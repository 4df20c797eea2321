// Every way of proving who calls: what the mock prints is what verify reads, and no secret comes out of either.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { judge, type Report, reporters } from '../../contract-tests/index.ts';
import { createFetch, createMock } from '../../mock/index.ts';
import { loadContract } from '../../spec/index.ts';
import { SCHEMES, type Shop, sampleShop } from '../contracts/sample-shop.ts';
import { repository } from '../repository.ts';
import { run, startMock } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-callers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
const isReport = ajv.compile(
  JSON.parse(readFileSync(new URL('contract-tests/report.schema.json', repository), 'utf8')),
);

/** The name of a case, its document, and what its curl lines show a key and a tenant by. */
const cases: readonly (readonly [string, Omit<Shop, 'api'>, RegExp])[] = [
  ['basic authentication', { scheme: SCHEMES.basic }, /curl -u "\$ADS_KIT_TOKEN" '/],
  ['a key in the query', { scheme: SCHEMES.queryKey }, /curl 'http:[^']+'"[?&]api_key=\$ADS_KIT_TOKEN"/],
  ['a key in a header', { scheme: SCHEMES.headerKey }, /curl -H "x-shop-key: \$ADS_KIT_TOKEN" '/],
  ['a key in a cookie', { scheme: SCHEMES.cookie }, /curl -b "session=\$ADS_KIT_TOKEN" '/],
  [
    'a tenant in a header',
    { scheme: SCHEMES.bearer, tenant: 'header' },
    /curl -H "authorization: Bearer \$ADS_KIT_TOKEN" -H "X-Shop: mock-shop-shop" '/,
  ],
  [
    'a tenant in the query',
    { scheme: SCHEMES.basic, tenant: 'query' },
    /curl -u "\$ADS_KIT_TOKEN" 'http:[^']+\?shop=mock-shop-shop/,
  ],
  ['no authentication', {}, /curl 'http:[^']+'(?!")/],
];

describe.each(cases)('a list with %s', (name, shop, curl) => {
  const contract = join(folder, `${name.replaceAll(' ', '-')}.yaml`);
  let secrets: readonly string[];

  beforeAll(() => {
    writeFileSync(contract, sampleShop({ api: 'shop', ...shop }));
    const { credentials } = createMock({ contract: loadContract(contract) });
    const { token, oldToken } = { token: '', oldToken: '', ...credentials.shop };
    const keys = [token, oldToken].filter((key) => key !== '');
    secrets = keys.flatMap((key) => [key, key.split(':')[1] ?? key, key.split(':')[0] ?? key]).flatMap(writtenAs);
    expect(keys).toHaveLength(shop.scheme === undefined ? 0 : 2);
  });

  /** The secrets that a text holds. */
  const leaksIn = (text: string) => secrets.filter((secret) => text.includes(secret));

  test('is judged with what its mock prints, and nothing fails', async () => {
    const { child, printed } = await startMock('--port', '0', '--json', '--contract', contract);
    onTestFinished(() => void child.kill());
    const credentials = join(folder, 'credentials.json');
    writeFileSync(credentials, printed);
    const names = Object.keys(reporters);
    const written = names.flatMap((each) => ['--reporter', `${each}=${join(folder, each)}`]);
    const { url } = JSON.parse(printed);
    const words = ['verify', url, '--contract', contract, '--credentials', credentials, '--require-exercised'];
    const { status, out, err } = await run([...words, '--reporter', 'pretty', ...written]);
    expect(err).toBe('');
    expect(out).toContain('Nothing failed.');
    expect(status).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'json'), 'utf8')) as Report;
    expect(report.summary).toMatchObject({ fail: 0, warn: 0, error: 0, notExercised: 0 });
    isReport(report);
    expect(isReport.errors).toBeNull();
    expect([out, ...names.map((each) => readFileSync(join(folder, each), 'utf8'))].flatMap(leaksIn)).toEqual([]);
  });

  test('shows no secret where a deployment fails and gives back whatever it is shown', async () => {
    const mock = createMock({ contract: loadContract(contract) });
    const clean = createFetch(mock);
    const indiscreet: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      url.searchParams.delete('colour');
      const shown = [request.url, ...[...request.headers].flat()];
      const reply = await clean(url, { headers: request.headers });
      const body = (await reply.json()) as { items?: { note: string }[]; error?: object };
      for (const row of body.items ?? []) Object.assign(row, { note: shown, [shown.join(' ')]: 1 });
      if (body.error !== undefined) body.error = { code: 7, message: shown };
      return Response.json(body, { status: reply.status, headers: { 'x-shown': encodeURIComponent(shown.join(' ')) } });
    };
    const { credentials, contract: read } = mock;
    const report = await judge({ baseUrl: 'http://mock', contract: read, credentials, fetch: indiscreet });
    expect(report.summary.fail).toBeGreaterThan(1);
    const curls = report.results
      .flatMap(({ findings }) => findings.flatMap(({ examples }) => examples))
      .flatMap((each) => each.curl);
    expect(curls.filter((line) => curl.test(line)).length).toBeGreaterThan(0);
    expect(curls.flatMap(leaksIn)).toEqual([]);
    for (const reporter of Object.values(reporters)) expect(leaksIn(reporter(report))).toEqual([]);
    isReport(JSON.parse(reporters.json(report)));
    expect(isReport.errors).toBeNull();
  });
});

/** The ways in which a text may be written in a URL, a header or a body. */
function writtenAs(text: string): string[] {
  const base64 = Buffer.from(text).toString('base64');
  return [text, encodeURIComponent(text), base64, base64.replace(/=+$/, ''), Buffer.from(text).toString('hex')];
}
