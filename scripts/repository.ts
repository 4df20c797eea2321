// Where the repository is, or the installed package, for what reads or writes its files: the same from source and from dist.
import { existsSync } from 'node:fs';

/** The folder that holds package.json, as a URL that ends with a slash. */
export const repository: URL = above(new URL('.', import.meta.url));

function above(folder: URL): URL {
  return existsSync(new URL('package.json', folder)) ? folder : above(new URL('..', folder));
}
