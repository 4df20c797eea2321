// Loads the contract as it stands in spec/, and leaves it parsed beside the compiled loader: a start reads JSON and not YAML.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ContractError, loadContract, OWN_DOCUMENTS } from '../../dist/spec/index.js';

const spec = new URL('../../spec/', import.meta.url);
try {
  loadContract(...OWN_DOCUMENTS.map((name) => fileURLToPath(new URL(name, spec))));
  const read = (name) => parse(readFileSync(new URL(name, spec), 'utf8'));
  const registers = OWN_DOCUMENTS.flatMap((name) => read(name)['x-api']?.register ?? []);
  for (const name of new Set([...OWN_DOCUMENTS, ...registers]))
    writeFileSync(
      new URL(`../../dist/spec/${name.replace(/yaml$/, 'json')}`, import.meta.url),
      JSON.stringify(read(name)),
    );
  const control = parse(readFileSync(new URL('../mock/control/openapi.yaml', spec), 'utf8'));
  writeFileSync(new URL('../../dist/mock/control/openapi.json', import.meta.url), JSON.stringify(control));
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
