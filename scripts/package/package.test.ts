// The package installed in an empty project: the command, the doors, the types and the documents work there.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { repository } from '../repository.ts';
import { CannotDownload, install, manifest, type Outcome, pack, run } from './installed-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-package-'));
const project = join(folder, 'project');
const nodes = join(folder, 'nodes');
/** The oldest vitest that the peer range lets in: npm must install it beside the kit, and the suite must pass on it. */
const oldestVitest = `vitest@${manifest.peerDependencies.vitest.replace('>=', '')}.0`;
/** The doors that open onto a peer: inside vitest alone, or beside msw. Tests of their own use them. */
const PEERS = ['./vitest', './mock/vitest', './msw'];
/** The modules that a user imports. */
const doors = Object.entries(manifest.exports)
  .filter(([door, file]) => file.endsWith('.js') && !PEERS.includes(door))
  .map(([door]) => door.replace('.', 'ads-contract-kit'));
/** Why something is not installed, by its folder. On a build server that is a failure instead. */
const missing = new Map<string, string>();
let nodesInstalled: Promise<void> | undefined;

beforeAll(async () => {
  const tarball = await pack(folder);
  // The other versions of Node are large, and nobody waits for them until this one has been tried.
  const node = (version: string) => `node${version}@npm:node-${process.platform}-${process.arch}@${version}`;
  nodesInstalled = tryInstall(nodes, node('22'), node('24'));
  nodesInstalled.catch(() => 'The tests that wait for it report it.');
  await tryInstall(project, tarball, oldestVitest, '@types/node@20');
  for (const [name, text] of Object.entries(consumer)) writeFileSync(join(project, name), text);
}, 240_000);
afterAll(async () => {
  await nodesInstalled?.catch(() => 'It is reported.');
  rmSync(folder, { recursive: true });
}, 240_000);

async function tryInstall(where: string, ...packages: readonly string[]): Promise<void> {
  try {
    await install(where, ...packages);
  } catch (error) {
    if (!(error instanceof CannotDownload) || process.env.CI === 'true') throw error;
    missing.set(where, error.message);
    process.stderr.write(
      `Not tried: the package ${where === project ? 'in a project' : 'on Node 22 and 24'}. ${error.message}.\n`,
    );
  }
}

/** What a user would write, by the name of the file. */
const consumer = {
  'doors.js': `
    for (const door of ${JSON.stringify(doors)}) console.log(door, Object.keys(await import(door)).length > 0);
  `,
  'documents.js': `
    import { readFileSync } from 'node:fs';
    for (const file of ['openapi/layers.yaml', 'openapi/klayrai.yaml', 'report.schema.json'])
      console.log(readFileSync(new URL(import.meta.resolve('ads-contract-kit/' + file)), 'utf8').split('\\n')[0]);
  `,
  // A suite that has something to annotate and something to skip: the two that not every vitest can.
  'warning.test.js': `
    import { createFetch, createMock } from 'ads-contract-kit/mock';
    import { contractSuite } from 'ads-contract-kit/vitest';
    const mock = createMock();
    const { revokedKey, ...klayrai } = mock.credentials.klayrai;
    const handle = (call) => {
      const reply = mock.handle(call);
      return { ...reply, body: { ...reply.body, undocumented: true } };
    };
    contractSuite({
      apis: ['klayrai'],
      fetch: createFetch({ ...mock, handle }),
      deployment: async () => ({ baseUrl: 'http://mock.example', credentials: { klayrai } }),
    });
  `,
  'contract.test.ts': readFileSync(new URL('scripts/example/contract.test.ts', repository), 'utf8'),
  'types.ts': `
    import { judge, type Report } from 'ads-contract-kit/contract-tests';
    import { scenarios } from 'ads-contract-kit/fixtures';
    import { createMock, listen } from 'ads-contract-kit/mock';
    import { type Campaign, loadContract } from 'ads-contract-kit/spec';
    import { contractSuite } from 'ads-contract-kit/vitest';
    export const names: readonly string[] = Object.keys(scenarios);
    export const status = (row: Campaign): 'active' | 'paused' | undefined => (row.status === 'active' ? row.status : undefined);
    export async function report(): Promise<Report> {
      const mock = createMock({ seed: 2, strict: true });
      const { url } = await listen(mock, { port: 0 });
      return judge({ baseUrl: url, credentials: mock.credentials, contract: loadContract() });
    }
    // @ts-expect-error A seed is a number: the types of the package are no any.
    createMock({ seed: 'two' });
    // @ts-expect-error A row has documented members.
    export const wrong = (row: Campaign) => row.nothing;
    // @ts-expect-error A suite needs a deployment.
    contractSuite({});
  `,
};

// The declarations themselves are held against the compiler once: those of vitest beside them take long.
test.for([
  { moduleResolution: 'NodeNext', module: 'NodeNext', skipLibCheck: false },
  { moduleResolution: 'Bundler', module: 'ESNext', skipLibCheck: true },
])('types are found by moduleResolution $moduleResolution', async (how, { skip }) => {
  if (missing.has(project)) skip(missing.get(project));
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', repository));
  const compilerOptions = { ...how, strict: true, noEmit: true, target: 'ES2023', types: ['node'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  expect(await run(process.execPath, [tsc, '-p', '.'], { cwd: project, env: {} })).toEqual({
    status: 0,
    out: '',
    err: '',
  });
});

describe('on this Node', () => tryOn(process.execPath, process.version));

describe.each(['22', '24'])('on Node %s', (version) => {
  beforeAll(() => nodesInstalled, 240_000);
  tryOn(join(nodes, 'node_modules', `node${version}`, 'bin', 'node'), `v${version}.`);
});

/** The tests of one version of Node. */
function tryOn(node: string, version: string): void {
  beforeEach(({ skip }) => {
    const reason = missing.get(project) ?? (node === process.execPath ? undefined : missing.get(nodes));
    if (reason !== undefined) skip(reason);
  });
  const env = { PATH: [dirname(node), process.env.PATH].join(delimiter) };
  const command = join(project, 'node_modules', '.bin', 'ads-kit');
  const inProject = (program: string, ...words: readonly string[]): Promise<Outcome> =>
    run(program, words, { cwd: project, env });

  test('that is the version that runs', async () => {
    const { out } = await inProject(node, '--version');
    expect(out.trim()).toMatch(version);
  });

  test('the command says what it can do', async () => {
    const { status, out, err } = await inProject(command, '--help');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const word of ['mock', 'check', 'verify', 'clauses', 'spec']) expect(out).toContain(`  ${word} `);
    expect((await inProject(command, 'spec', 'layers')).out).toBe(
      readFileSync(new URL('spec/layers.yaml', repository), 'utf8'),
    );
  });

  test('the mock answers', async ({ onTestFinished }) => {
    const child = spawn(command, ['mock', '--port', '0', '--json'], { cwd: project, env });
    onTestFinished(() => void child.kill());
    const printed = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
    const { url, layers } = JSON.parse(printed);
    const headers = { authorization: `Bearer ${layers.token}` };
    const reply = await fetch(`${url}/v1/projects/${layers.project}/ads/campaigns?limit=1`, { headers });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toHaveProperty('items.0.campaignId');
  });

  test('every door opens', async () => {
    const { out, err } = await inProject(node, 'doors.js');
    expect({ doors: out.trim().split('\n'), err }).toEqual({ doors: doors.map((door) => `${door} true`), err: '' });
  });

  test('the documents are found', async () => {
    const { out, err } = await inProject(node, 'documents.js');
    expect({ lines: out.trim().split('\n'), err }).toEqual({
      lines: ['openapi: 3.1.0', 'openapi: 3.1.0', '{'],
      err: '',
    });
  });

  test(`the suite passes on ${oldestVitest}`, async () => {
    const { status, out } = await inProject(
      node,
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=json',
    );
    const { numFailedTests, numPendingTests, numPassedTests } = JSON.parse(out);
    expect({ status, numFailedTests }).toEqual({ status: 0, numFailedTests: 0 });
    expect(numPendingTests).toBeGreaterThan(0);
    expect(numPassedTests).toBeGreaterThan(80);
  });
}
