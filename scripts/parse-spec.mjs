// The documents stand beside the compiled loader, parsed: a start reads JSON and not YAML.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

for (const name of ['layers', 'klayrai', 'clauses']) {
  const document = parse(readFileSync(new URL(`../spec/${name}.yaml`, import.meta.url), 'utf8'));
  writeFileSync(new URL(`../dist/spec/${name}.json`, import.meta.url), JSON.stringify(document));
}
