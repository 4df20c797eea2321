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
  const documents = OWN_DOCUMENTS.map(
    (file) => [`spec/${file}`, `spec/generated/${file.replace(/yaml$/, 'ts')}`] as const,
  );
  const all = [...documents, CONTROL_PLANE].filter(([document]) => existsSync(new URL(document, root)));
  return Promise.all(
    all.map(async ([document, path]) => {
      const types = astToString(await openapiTS(new URL(document, root), { transform }));
      return { path, text: `${header(document)}\n\n${types}` };
    }),
  );
}

/** The mock's own document, and where its types belong. */
const CONTROL_PLANE = ['mock/control/openapi.yaml', 'mock/control/generated/openapi.ts'] as const;

/** `const: null` says what `type: "null"` does, to more generators; openapi-typescript alone takes it for unknown. */
const transform: NonNullable<OpenAPITSOptions['transform']> = (schema) =>
  'const' in schema && schema.const === null ? NULL : undefined;

function header(document: string): string {
  return `// Generated from ${document} by openapi-typescript. Do not edit: change the document and run \`npm run generate\`.`;
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
