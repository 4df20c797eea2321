// The YAML documents stand beside the compiled loader, as they do beside its source.
import { copyFileSync } from 'node:fs';

for (const name of ['layers.yaml', 'klayrai.yaml', 'clauses.yaml']) {
  copyFileSync(new URL(`../spec/${name}`, import.meta.url), new URL(`../dist/spec/${name}`, import.meta.url));
}
