// A run without verdicts leaves no empty report behind: each file says why there is none.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { createMock } from '../../mock/index.ts';
import { repository } from '../repository.ts';
import { begin, run } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-refused-'));
afterAll(() => rmSync(folder, { recursive: true }));
const credentials = join(folder, 'credentials.json');
writeFileSync(credentials, JSON.stringify(createMock().credentials));

const NAMES = ['pretty', 'json', 'junit', 'markdown', 'github', 'html'] as const;
const fileOf = (name: string) => join(folder, `report.${name}`);
const textOf = (name: string) => readFileSync(fileOf(name), 'utf8');
const URL_OF_NOTHING = 'http://127.0.0.1:1';

describe('where the deployment cannot be reached', () => {
  beforeAll(async () => {
    const reporters = NAMES.flatMap((name) => ['--reporter', `${name}=${fileOf(name)}`]);
    const { status, out } = await run(['verify', URL_OF_NOTHING, '--credentials', credentials, ...reporters]);
    expect([status, out]).toEqual([2, '']);
  });

  test.each(NAMES)('the %s file has the sentence', (name) => {
    expect(textOf(name)).toMatch(/cannot be reached/);
  });

  test('the json file is as the schema says', () => {
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(new URL('contract-tests/report.schema.json', repository), 'utf8'));
    const validate = ajv.compile(schema);
    const refusal = JSON.parse(textOf('json'));
    validate(refusal);
    expect(validate.errors).toBeNull();
    expect(validate({ ...refusal, results: [] })).toBe(false);
  });

  test('the junit file is one suite with one error, as its schema says', async () => {
    const schema = readFileSync(new URL('contract-tests/reporters/junit.xsd', repository), 'utf8');
    const { errors } = await validateXML({ xml: [{ fileName: 'a.xml', contents: textOf('junit') }], schema: [schema] });
    expect(errors).toEqual([]);
    expect(textOf('junit').match(/<testsuite /g)).toHaveLength(1);
    expect(textOf('junit').match(/<error /g)).toHaveLength(1);
    expect(textOf('junit')).toContain('errors="1"');
  });
});

test('a mistake of the user that is seen late is written down, too', async () => {
  const file = join(folder, 'late.json');
  const words = ['--baseline', join(folder, 'none.json'), '--reporter', `json=${file}`];
  expect((await run(['verify', URL_OF_NOTHING, '--credentials', credentials, ...words])).status).toBe(2);
  expect(JSON.parse(readFileSync(file, 'utf8')).error).toContain('--update-baseline');
});

test('a mistake that is seen before the run leaves no file', async () => {
  const file = join(folder, 'early.json');
  const words = ['--reporter', `json=${file}`, '--reporter', 'nonsense'];
  expect((await run(['verify', URL_OF_NOTHING, '--credentials', credentials, ...words])).status).toBe(2);
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run that %s ends leaves no report of an earlier run', async (signal, status) => {
  const file = join(folder, `${signal}.json`);
  writeFileSync(file, 'an old report');
  // It never answers.
  const silent = createServer(() => undefined);
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, '127.0.0.1', () => resolve((silent.address() as AddressInfo).port));
  });
  const asked = new Promise((resolve) => silent.once('request', resolve));
  const words = ['verify', `http://127.0.0.1:${port}`, '--credentials', credentials, '--reporter', `json=${file}`];
  const child = begin(words);
  let said = '';
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  await asked;
  child.kill(signal);
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(status);
  silent.closeAllConnections();
  silent.close();
  expect(said).toContain(`stopped by ${signal}`);
  expect(JSON.parse(readFileSync(file, 'utf8')).error).toContain(`stopped by ${signal}`);
});

test.each([
  ['two reports for one file', ['--reporter', 'json=REPORT', '--reporter', 'html=REPORT'], 'Two reports would go to'],
  ['a dry run with a report', ['--dry-run', '--reporter', 'json=REPORT'], 'Leave --reporter out'],
  ['no check', ['--check', 'order', '--skip', 'order'], 'No check is left to run'],
])('%s is refused before anything is written', async (_, words, advice) => {
  const file = join(folder, 'refused.json');
  const given = words.map((word) => word.replace('REPORT', file));
  const { status, err } = await run(['verify', URL_OF_NOTHING, '--credentials', credentials, ...given]);
  expect([status, err]).toEqual([2, expect.stringContaining(advice)]);
  expect(existsSync(file)).toBe(false);
});

const FULL_DISK = '/dev/full';
test.runIf(existsSync(FULL_DISK))('a report that cannot be written is told in a sentence', async () => {
  const words = ['--credentials', credentials, '--reporter', `json=${FULL_DISK}`];
  const { status, err } = await run(['verify', URL_OF_NOTHING, ...words]);
  expect([status, err]).toEqual([2, expect.stringContaining('could not be written (ENOSPC)')]);
  expect(err).not.toContain(' at ');
});

test.each([
  ['with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
])('credentials that a shell wrote %s are read', async (_, written) => {
  const file = join(folder, 'redirected.json');
  writeFileSync(file, written(readFileSync(credentials, 'utf8')));
  const { err } = await run(['verify', URL_OF_NOTHING, '--credentials', file]);
  expect(err).toContain('cannot be reached');
});
