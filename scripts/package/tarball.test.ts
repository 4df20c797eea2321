// What npm would publish: all that the doors and the command need, and nothing that only the kit's own developers run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from './installed-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'ads-kit-tarball-'));
const ROOT = '/node_modules/ads-contract-kit/';
let data: Buffer;
let tarball: Package;

beforeAll(async () => {
  data = readFileSync(await pack(folder));
  tarball = createPackageFromTarballData(data);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The modules of the tarball that `file` leads to, itself included, with what TypeScript reads beside each. */
function reachable(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const text of [tarball.readFile(`${ROOT}${file}.js`), tarball.readFile(`${ROOT}${file}.d.ts`)])
    for (const [, target = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.[jt]s['"]/g))
      reachable(posix.join(posix.dirname(file), target), found);
  return found;
}

test('every module in it is reached from a door or the command', () => {
  const modules = tarball.listFiles().filter((file) => /^dist\/.+(\.js|\.d\.ts)$/.test(file.slice(ROOT.length)));
  const { exports, bin } = JSON.parse(tarball.readFile(`${ROOT}package.json`));
  const doors = [...Object.values<string>(exports), ...Object.values<string>(bin)].filter((file) =>
    file.endsWith('.js'),
  );
  const needed = new Set(doors.flatMap((door) => [...reachable(posix.normalize(door).replace(/\.js$/, ''))]));
  expect(
    modules.map((file) => file.slice(ROOT.length)).filter((file) => !needed.has(file.replace(/(\.js|\.d\.ts)$/, ''))),
  ).toEqual([]);
});

test('what is no module is the documents, what the loader reads, and four texts', () => {
  const others = tarball
    .listFiles()
    .map((file) => file.slice(ROOT.length))
    .filter((file) => !/^dist\/.+(\.js|\.d\.ts)$/.test(file));
  expect(others.sort()).toEqual([
    'LICENSE',
    'README.md',
    'contract-tests/report.schema.json',
    'dist/mock/control/openapi.json',
    'dist/spec/clauses.json',
    'dist/spec/klayrai.json',
    'dist/spec/layers.json',
    'package.json',
    'spec/README.md',
    'spec/clauses.yaml',
    'spec/klayrai.yaml',
    'spec/layers.yaml',
  ]);
});

test('no test, no run of the fault library, no crosscheck and no benchmark is in it', () => {
  const files = tarball
    .listFiles()
    .filter((file) =>
      /\.test\.|scripts\/(mutation|crosscheck|bench|example|generators|config|package)|sample-report/.test(file),
    );
  expect(files).toEqual([]);
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pack: { tarball: Uint8Array.from(data).buffer }, strict: true });
  expect(messages).toEqual([]);
});

test('the types of every door resolve, for users of modules', async () => {
  const analysis = await checkPackage(tarball);
  if (analysis.types === false) throw new Error('The package has no types.');
  // The package is made of modules alone: a require of older resolutions is not served.
  const served = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
  );
  expect(served).toEqual([]);
  expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['./spec', './mock', './vitest']));
});
