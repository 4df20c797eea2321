import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../repository.ts';
import { generate } from './generate.ts';

/** A folder with the contract in it, and the generated types as they are. */
function copyOfSpec(): URL {
  const folder = mkdtempSync(join(tmpdir(), 'ads-kit-generate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = pathToFileURL(`${folder}/`);
  mkdirSync(new URL('spec/', root));
  for (const name of ['layers.yaml', 'klayrai.yaml', 'clauses.yaml', 'generated']) {
    cpSync(new URL(`spec/${name}`, repository), new URL(`spec/${name}`, root), { recursive: true });
  }
  return root;
}

async function run(root: URL, check: boolean): Promise<{ status: number; said: string[] }> {
  const said: string[] = [];
  const status = await generate({ check, root, say: (line) => said.push(line) });
  return { status, said };
}

test('the generated types are current', async () => {
  expect(await run(repository, true)).toEqual({ status: 0, said: [] });
});

test('a stale file is named with the command that mends it, and left alone', async () => {
  const root = copyOfSpec();
  const file = new URL('spec/generated/layers.ts', root);
  writeFileSync(file, '// old\n');
  expect(await run(root, true)).toEqual({
    status: 1,
    said: ['spec/generated/layers.ts is stale. Run: npm run generate'],
  });
  expect(readFileSync(file, 'utf8')).toBe('// old\n');
});

test('a missing file is stale', async () => {
  const root = copyOfSpec();
  rmSync(new URL('spec/generated/klayrai.ts', root));
  expect((await run(root, true)).said).toEqual(['spec/generated/klayrai.ts is stale. Run: npm run generate']);
});

test('a changed document makes its types stale, and generating mends them', async () => {
  const root = copyOfSpec();
  const document = new URL('spec/klayrai.yaml', root);
  writeFileSync(document, readFileSync(document, 'utf8').replace('enum: [active, disabled, closed]', 'enum: [open]'));
  expect((await run(root, true)).status).toBe(1);
  expect(await run(root, false)).toEqual({ status: 0, said: ['spec/generated/klayrai.ts is written.'] });
  expect(readFileSync(new URL('spec/generated/klayrai.ts', root), 'utf8')).toMatch(
    /^\/\/ Generated from spec\/klayrai\.yaml/,
  );
  expect(await run(root, true)).toEqual({ status: 0, said: [] });
});

test('a mistaken document is refused with its place, and no types are written', async () => {
  const root = copyOfSpec();
  const document = new URL('spec/layers.yaml', root);
  writeFileSync(document, readFileSync(document, 'utf8').replace('test: at-or-after', 'test: at-or-aftr'));
  const { status, said } = await run(root, false);
  expect(status).toBe(2);
  expect(said.join()).toMatch(/layers\.yaml:\d+ #\/paths\/.+x-filter\/test: .+ Did you mean at-or-after\?/);
  expect(readFileSync(new URL('spec/generated/layers.ts', root), 'utf8')).toContain('// Generated from');
});
