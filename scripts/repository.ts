// Where the repository is, for chores that read or write its files: the same from source and from dist, and from any folder.
import { existsSync } from 'node:fs';

/** The folder that holds package.json, as a URL that ends with a slash. */
export const repository: URL = above(new URL('.', import.meta.url));

function above(folder: URL): URL {
  return existsSync(new URL('package.json', folder)) ? folder : above(new URL('..', folder));
}
