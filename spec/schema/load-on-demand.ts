// Packages that take longer to load than all the rest of a start, and that a mock of documents which the build has
// checked does not need.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** ajv for JSON Schema 2020-12. */
export function ajvPackage(): typeof import('ajv/dist/2020.js') {
  return require('ajv/dist/2020.js');
}

/** The standard formats. */
export function formatsPackage(): typeof import('ajv-formats') {
  return require('ajv-formats');
}

/** The reader of YAML. */
export function yamlPackage(): typeof import('yaml') {
  return require('yaml');
}
