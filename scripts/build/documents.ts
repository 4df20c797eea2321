// The OpenAPI documents of a folder, by the names of their files.
import { readdirSync, readFileSync } from 'node:fs';

const EXTENSION = '.yaml';

/** The files that are OpenAPI documents: a register of clauses is YAML too, and is none. */
export function documentNames(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .filter((name) => /^openapi:/m.test(readDocument(folder, name)))
    .sort();
}

/** The text of a document. */
export function readDocument(folder: URL, name: string): string {
  return readFileSync(new URL(`${name}${EXTENSION}`, folder), 'utf8');
}
