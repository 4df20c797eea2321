// openapi-typescript: types, and openapi-fetch to call with them.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { APIS, commandOf, documentOf, type Generator, programOf, run } from './generator.ts';
import type { Deployment, Listing } from './listing.ts';
import { compileTypeScript, load } from './typescript.ts';

type Program = { readonly list: (deployment: Deployment) => Promise<Listing> };

export const openapiTypescript: Generator = {
  name: 'openapi-typescript',
  isHere: () => commandOf('openapi-typescript') !== undefined,
  install: 'npm ci',
  generate: async ({ folder }) => {
    const command = commandOf('openapi-typescript') ?? '';
    for (const api of APIS) await run(command, [documentOf(api), '-o', `${api}.ts`], { cwd: folder });
  },
  compile: async ({ folder }) => {
    copyFileSync(programOf('list-openapi-typescript.txt'), join(folder, 'list.ts'));
    await compileTypeScript(folder);
  },
  list: ({ folder, deployment }) => load<Program>(folder, 'list.js').list(deployment),
};
