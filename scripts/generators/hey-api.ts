// @hey-api/openapi-ts: functions that fetch.
import { APIS, commandOf, documentOf, type Generator, run } from './generator.ts';
import { listingBy } from './listing.ts';
import { compileTypeScript, load } from './typescript.ts';

type Sdk = Readonly<Record<string, (options: object) => Promise<{ readonly data: unknown }>>>;

export const heyApi: Generator = {
  name: '@hey-api/openapi-ts',
  isHere: () => commandOf('openapi-ts') !== undefined,
  install: 'npm ci',
  generate: async ({ folder }) => {
    const command = commandOf('openapi-ts') ?? '';
    for (const api of APIS) await run(command, ['-i', documentOf(api), '-o', api, '--no-log-file'], { cwd: folder });
  },
  compile: ({ folder }) => compileTypeScript(folder),
  list: ({ folder, deployment: { url, project, token, apiKey } }) => {
    const layers = load<Sdk>(folder, 'layers/sdk.gen.js');
    const klayrai = load<Sdk>(folder, 'klayrai/sdk.gen.js');
    return listingBy(async (operation, query) => {
      const call = layers[operation] ?? klayrai[operation];
      const auth = operation in layers ? token : apiKey;
      const reply = await call?.({ baseUrl: url, auth, path: { projectId: project }, query, throwOnError: true });
      return reply?.data;
    });
  },
};
