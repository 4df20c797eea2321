// Clients in TypeScript: compiled strictly, then loaded.
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../repository.ts';
import { run } from './generator.ts';

/** CommonJS, since not every generator names the extensions that Node asks of modules. */
const COMPILER_OPTIONS = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'CommonJS',
  moduleResolution: 'Node10',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  rootDir: '.',
  outDir: 'js',
};

/** Compiles all that stands in `folder` into `folder/js`. */
export async function compileTypeScript(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(fileURLToPath(new URL('node_modules', repository)), modules);
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  const config = { compilerOptions: COMPILER_OPTIONS, exclude: ['js', 'node_modules'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', repository));
  await run(process.execPath, [tsc, '-p', '.'], { cwd: folder });
}

/** What a compiled file exports. */
export function load<T>(folder: string, file: string): T {
  return createRequire(import.meta.url)(join(folder, 'js', file)) as T;
}
