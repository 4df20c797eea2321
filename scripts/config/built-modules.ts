// Tests use the modules that `npm run build` made, which are those that users get: Node loads them as they are, which takes
// less time than having every one of them transformed again in each worker.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

/** The file that a build writes last. */
const WRITTEN_LAST = 'dist/mock/control/openapi.json';

/** Leads every import of a module of these folders to the built one; modules that are not built, as tests are, stay what they are. */
export function builtModules(root: string, folders: readonly string[]): Plugin {
  return {
    name: 'built-modules',
    enforce: 'pre',
    config: () => {
      const stale = newerThanBuild(root, folders);
      if (stale !== undefined) throw new Error(`${stale} is newer than the last build. Run npm run build first.`);
    },
    resolveId: (source, importer) => {
      if (importer === undefined || !source.startsWith('.') || !source.endsWith('.ts')) return null;
      const file = relative(root, resolve(dirname(importer), source));
      const built = join(root, 'dist', file.replace(/ts$/, 'js'));
      return existsSync(built) ? { id: built, external: true } : null;
    },
  };
}

/** The first file, tests apart, that changed after the last build. */
function newerThanBuild(root: string, folders: readonly string[]): string | undefined {
  const built = statSync(join(root, WRITTEN_LAST), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const sources = files.filter((file) => /\.(ts|yaml)$/.test(file) && !file.endsWith('.test.ts'));
  return sources.find((file) => statSync(join(root, file)).mtimeMs > built);
}
