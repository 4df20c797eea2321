// orval: functions that fetch, and schemas for zod.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APIS, commandOf, documentOf, type Generator, run } from './generator.ts';
import { listingBy } from './listing.ts';
import { compileTypeScript, load } from './typescript.ts';

type Client = Readonly<Record<string, (...args: readonly unknown[]) => Promise<{ readonly data: unknown }>>>;

export const orval: Generator = {
  name: 'orval',
  isHere: () => commandOf('orval') !== undefined,
  install: 'npm install --no-save orval@7.13.2 zod (newer ones need Node 22)',
  generate: async ({ folder, deployment }) => {
    const outputs = APIS.flatMap((api) => [
      [
        `${api}-client`,
        { input: documentOf(api), output: { target: `${api}.ts`, client: 'fetch', baseUrl: deployment.url } },
      ],
      [`${api}-zod`, { input: documentOf(api), output: { target: `${api}-zod.ts`, client: 'zod' } }],
    ]);
    const config = `module.exports = ${JSON.stringify(Object.fromEntries(outputs))};`;
    writeFileSync(join(folder, 'orval.config.cjs'), config);
    await run(commandOf('orval') ?? '', ['--config', 'orval.config.cjs'], { cwd: folder });
  },
  compile: ({ folder }) => compileTypeScript(folder),
  list: ({ folder, deployment: { project, token, apiKey } }) => {
    const layers = load<Client>(folder, 'layers.js');
    const klayrai = load<Client>(folder, 'klayrai.js');
    return listingBy(async (operation, query) => {
      const reply =
        operation in layers
          ? await layers[operation]?.(project, query, { headers: { authorization: `Bearer ${token}` } })
          : await klayrai[operation]?.(query, { headers: { 'x-api-key': apiKey } });
      return reply?.data;
    });
  },
};
