// openapi-generator: one program in Java that makes clients in many languages. TypeScript is compiled and lists, Python is compiled; Java
// and Kotlin, whose compilers need much of Maven, are held to name no class that was not made, which is where they fail.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { APIS, commandOf, documentOf, type Generator, run } from './generator.ts';
import { listingBy, type Query } from './listing.ts';
import { compileTypeScript, load } from './typescript.ts';

const VERSION = '7.25.0';
const NAME = 'openapi-generator-cli';
const JAR =
  process.env.OPENAPI_GENERATOR_JAR ??
  join(homedir(), '.m2/repository/org/openapitools', NAME, VERSION, `${NAME}-${VERSION}.jar`);

const LANGUAGES = ['typescript-fetch', 'python', 'java', 'kotlin'] as const;

type Client = Readonly<Record<string, (request: object) => Promise<unknown>>>;
type Module = {
  readonly Configuration: new (options: object) => object;
  readonly AdsApi: new (configuration: object) => Client;
  readonly AccountsApi: new (configuration: object) => Client;
};

/** The client of each language goes to a folder of that name, with a folder for each document. */
function settings(language: (typeof LANGUAGES)[number], api: (typeof APIS)[number]): object {
  const packages = {
    packageName: `${api}_${language}`,
    invokerPackage: api,
    modelPackage: `${api}.model`,
    apiPackage: `${api}.api`,
  };
  return { generatorName: language, inputSpec: documentOf(api), outputDir: `${language}/${api}`, ...packages };
}

/** The classes of the models that some file imports and that were not made. */
function missingModels(folder: string, extension: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(extension));
  const imported = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^import \w+\.model\.(\w+);?$/gm)].map(
      ([, name = '']) => name,
    ),
  );
  if (imported.length === 0) throw new Error(`No ${extension} file imports a model.`);
  const made = new Set(files.map((file) => file.replace(/^.*\/|\.\w+$/g, '')));
  return [...new Set(imported)].filter((name) => !made.has(name));
}

export const openapiGenerator: Generator = {
  name: 'openapi-generator',
  isHere: () => commandOf('java') !== undefined && existsSync(JAR),
  install: `mvn dependency:get -Dtransitive=false -Dartifact=org.openapitools:${NAME}:${VERSION} (or OPENAPI_GENERATOR_JAR=FILE)`,
  generate: async ({ folder }) => {
    const files = LANGUAGES.flatMap((language) =>
      APIS.map((api) => {
        const file = `${language}-${api}.json`;
        writeFileSync(join(folder, file), JSON.stringify(settings(language, api)));
        return file;
      }),
    );
    await run('java', ['-jar', JAR, 'batch', '--fail-fast', ...files], { cwd: folder });
  },
  compile: async ({ folder }) => {
    await compileTypeScript(join(folder, 'typescript-fetch'));
    if (commandOf('python3') !== undefined) await run('python3', ['-m', 'compileall', '-q', 'python'], { cwd: folder });
    const missing = [...missingModels(join(folder, 'java'), '.java'), ...missingModels(join(folder, 'kotlin'), '.kt')];
    if (missing.length > 0) throw new Error(`These models are imported, and were not made: ${missing.join(', ')}.`);
  },
  list: ({ folder, deployment: { url, project, token, apiKey } }) => {
    const { AdsApi, Configuration } = load<Module>(join(folder, 'typescript-fetch'), 'layers/index.js');
    const klayrai = load<Module>(join(folder, 'typescript-fetch'), 'klayrai/index.js');
    const ads = new AdsApi(new Configuration({ basePath: url, accessToken: token }));
    const accounts = new klayrai.AccountsApi(new klayrai.Configuration({ basePath: url, apiKey }));
    return listingBy(async (operation, query) =>
      operation in ads
        ? ads[operation]?.({ projectId: project, ...instants(query) })
        : accounts[operation]?.({ ...query, pageSize: query.page_size }),
    );
  },
};

/** A timestamp is a Date in these clients. */
function instants({ since, ...others }: Query): Query {
  return typeof since === 'string' ? { ...others, since: new Date(since) } : others;
}
