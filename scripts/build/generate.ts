// Writes the types of the contract's schemas to spec/generated, or with --check says which of them are stale.
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, NULL, type OpenAPITSOptions } from 'openapi-typescript';
import { ContractError, loadContract, OWN_DOCUMENTS } from '../../spec/index.ts';
import { repository } from '../repository.ts';

/** One generated file: where it belongs under the root, and what it should contain. */
type Generated = { readonly path: string; readonly text: string };

/** What to do with the generated files. */
type GenerateOptions = {
  /** Write nothing; name what is stale. */
  readonly check: boolean;
  /** The folder that holds spec/. @default the repository */
  readonly root?: URL;
  readonly say: (line: string) => void;
};

/** The types of the built-in documents, as they should be today. Throws a ContractError where one is mistaken. */
async function generateTypes(root: URL): Promise<readonly Generated[]> {
  loadContract(...OWN_DOCUMENTS.map((file) => fileURLToPath(new URL(`spec/${file}`, root))));
  return Promise.all(
    OWN_DOCUMENTS.map(async (file) => {
      const name = file.replace(/\.yaml$/, '');
      const types = astToString(await openapiTS(new URL(`spec/${file}`, root), { transform }));
      return { path: `spec/generated/${name}.ts`, text: `${header(name)}\n\n${types}` };
    }),
  );
}

/** `const: null` says what `type: "null"` does, to more generators; openapi-typescript alone takes it for unknown. */
const transform: NonNullable<OpenAPITSOptions['transform']> = (schema) =>
  'const' in schema && schema.const === null ? NULL : undefined;

function header(name: string): string {
  return `// Generated from spec/${name}.yaml by openapi-typescript. Do not edit: change the document and run \`npm run generate\`.`;
}

/** Writes the types, or checks them; the exit status is 1 where one is stale, and 2 where a document is mistaken. */
export async function generate({ check, root = repository, say }: GenerateOptions): Promise<number> {
  let status = 0;
  let wanted: readonly Generated[];
  try {
    wanted = await generateTypes(root);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    say(error.message);
    return 2;
  }
  for (const { path, text } of wanted) {
    const file = new URL(path, root);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) {
      say(`${path} is stale. Run: npm run generate`);
      status = 1;
    } else {
      writeFileSync(file, text);
      say(`${path} is written.`);
    }
  }
  return status;
}

const script = process.argv[1];
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.exitCode = await generate({ check: process.argv.includes('--check'), say: console.error });
}
