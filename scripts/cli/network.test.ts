// Proxies, unknown authorities and gateways: the command goes through them, and says what stands in its way.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, listen, type MockServer } from '../../mock/index.ts';
import { run } from './run-command.ts';
import { selfSigned, startProxy, startTls } from './sample-network.ts';

const HOST = '127.0.0.1';
const mock = createMock();
const folder = mkdtempSync(join(tmpdir(), 'ads-kit-network-'));
const credentials = join(folder, 'credentials.json');
writeFileSync(credentials, JSON.stringify(mock.credentials));
let server: MockServer;
let proxy: Awaited<ReturnType<typeof startProxy>>;

beforeAll(async () => {
  server = await listen(mock);
  proxy = await startProxy();
});
afterAll(async () => {
  await Promise.all([server.close(), proxy.close()]);
  rmSync(folder, { recursive: true });
});

/** A short run: one vendor, one check. */
const verify = (url: string, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
  const few = ['--api', 'klayrai', '--check', 'authentication', '--credentials', credentials];
  return run(['verify', url, ...few, ...words], env);
};

describe('a proxy', () => {
  test.each([
    ['--proxy', (url: string) => verify(server.url, ['--proxy', url])],
    ['--proxy without http://', (url: string) => verify(server.url, ['--proxy', new URL(url).host])],
    ['HTTP_PROXY', (url: string) => verify(server.url, [], { HTTP_PROXY: url })],
    ['http_proxy', (url: string) => verify(server.url, [], { http_proxy: url })],
    [
      '--proxy before HTTP_PROXY',
      (url: string) => verify(server.url, ['--proxy', url], { HTTP_PROXY: 'http://127.0.0.1:9' }),
    ],
  ])('is asked, given by %s', async (_, verified) => {
    proxy.asked.length = 0;
    const { status, err } = await verified(proxy.url);
    expect([status, err]).toEqual([0, '']);
    expect(proxy.asked.length).toBeGreaterThan(2);
    expect(proxy.asked.every((line) => line.startsWith(`GET ${server.url}/`))).toBe(true);
  });

  test.each([
    ['NO_PROXY', { HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: `example.org,${HOST}` }],
    ['no_proxy', { HTTP_PROXY: 'http://127.0.0.1:9', no_proxy: '*' }],
    ['HTTPS_PROXY, which is for https alone', { HTTPS_PROXY: 'http://127.0.0.1:9' }],
  ])('is passed by for %s', async (_, env) => {
    expect((await verify(server.url, [], env)).status).toBe(0);
  });

  test('is given its password, which is never shown', async () => {
    const strict = await startProxy(`Basic ${Buffer.from('me:hush-hush').toString('base64')}`);
    const url = new URL(strict.url);
    const good = await verify(server.url, ['--proxy', `http://me:hush-hush@${url.host}`]);
    const bad = await verify(server.url, ['--proxy', `http://me:other-hush@${url.host}`]);
    await strict.close();
    expect(good.status).toBe(0);
    expect(bad.status).toBe(2);
    expect(bad.err).toMatch(/through the proxy .*407/);
    expect(bad.err).not.toContain('hush');
  });

  test.each([
    ['is not there', ['--proxy', 'http://127.0.0.1:9'], 'through the proxy http://127.0.0.1:9'],
    ['is no URL', ['--proxy', 'ftp://proxy'], '--proxy is no URL of a proxy'],
  ])('that %s is told', async (_, words, sentence) => {
    const { status, err } = await verify(server.url, words);
    expect(err).toContain(sentence);
    expect(err).toContain('proxy');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});

const pair = selfSigned(HOST);
const serve: RequestListener = (request, response) => {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const { status, headers, body } = mock.handle({ method: 'GET', path, query, headers: textsOf(request) });
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};
const textsOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

describe.skipIf(pair === undefined)('a certificate that nobody else has signed (needs openssl)', () => {
  const ca = join(folder, 'ca.pem');
  let secure: Awaited<ReturnType<typeof startTls>>;
  beforeAll(async () => {
    writeFileSync(ca, pair?.cert ?? '');
    secure = await startTls(pair ?? { key: '', cert: '' }, serve);
  });
  afterAll(() => secure.close());

  test('is refused, with the options that help', async () => {
    const { status, err } = await verify(secure.url);
    expect(err).toMatch(/cannot be reached \(DEPTH_ZERO_SELF_SIGNED_CERT/);
    expect(err).toMatch(/--ca FILE, or in NODE_EXTRA_CA_CERTS/);
    expect(err).not.toContain('is running');
    expect(status).toBe(2);
  });

  test.each([
    ['--ca', () => verify(secure.url, ['--ca', ca])],
    ['NODE_EXTRA_CA_CERTS', () => verify(secure.url, [], { NODE_EXTRA_CA_CERTS: ca })],
    ['--ca beside NODE_EXTRA_CA_CERTS', () => verify(secure.url, ['--ca', ca], { NODE_EXTRA_CA_CERTS: ca })],
    ['--ca through a tunnel', () => verify(secure.url, ['--ca', ca, '--proxy', proxy.url])],
    ['--ca through a tunnel of HTTPS_PROXY', () => verify(secure.url, ['--ca', ca], { https_proxy: proxy.url })],
  ])('is trusted by %s', async (_, verified) => {
    const { status, err } = await verified();
    expect([status, err]).toEqual([0, '']);
  });

  test('is asked for through the tunnel alone', () => {
    expect(proxy.asked).toContain(`CONNECT ${secure.url.replace('https://', '')}`);
  });

  test('http:// where TLS is spoken, and https:// where it is not, are told apart', async () => {
    expect((await verify(server.url.replace('http:', 'https:'))).err).toContain('try http://');
    expect((await verify(secure.url.replace('https:', 'http:'))).status).toBe(2);
  });

  test.each([
    ['does not exist', join(folder, 'none.pem'), 'cannot be read (ENOENT)'],
    ['holds none', credentials, 'holds no certificate'],
  ])('a file of certificates that %s is refused', async (_, file, sentence) => {
    const { status, err } = await verify(secure.url, ['--ca', file]);
    expect(err).toContain(sentence);
    expect(status).toBe(2);
  });
});
