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
      const built = builtFrom(root, relative(root, resolve(dirname(importer), source)));
      return existsSync(built) ? { id: built, external: true } : null;
    },
  };
}

/** Where the build puts what it makes of a module or a document. */
function builtFrom(root: string, file: string): string {
  return join(root, 'dist', file.replace(/\.ts$/, '.js').replace(/\.yaml$/, '.json'));
}

/** The first file that changed after it was built. */
function newerThanBuild(root: string, folders: readonly string[]): string | undefined {
  const built = statSync(join(root, WRITTEN_LAST), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const sources = files.filter((file) => /\.(ts|yaml)$/.test(file) && existsSync(builtFrom(root, file)));
  return sources.find((file) => statSync(join(root, file)).mtimeMs > built);
}
